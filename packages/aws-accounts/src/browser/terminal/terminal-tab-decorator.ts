import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { TabBarDecorator } from '@theia/core/lib/browser/shell/tab-bar-decorator';
import type { Title, Widget } from '@theia/core/lib/browser/widgets/widget';
import type { WidgetDecoration } from '@theia/core/lib/browser/widget-decoration';
import { Emitter } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { TerminalWidget } from '@theia/terminal/lib/browser/base/terminal-widget';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { ActiveProfileVariables } from './active-profile-variables';
import { productionMark, TerminalMark, terminalMark } from './terminal-mark';
import { TerminalRecords } from './terminal-records';

const COLORS: { readonly [kind in TerminalMark['kind']]: string | undefined } = {
    pinned: undefined,
    stale: 'var(--theia-editorWarning-foreground)',
    changed: 'var(--theia-editorWarning-foreground)',
    unchecked: undefined,
    production: 'var(--theia-editorError-foreground)'
};

/** Marks the tabs of terminals that have another profile than a new one would get, or one that is marked as production. */
@injectable()
export class TerminalTabDecorator implements TabBarDecorator, FrontendApplicationContribution {

    readonly id = 'aws-accounts-terminal';

    @inject(TerminalRecords) protected readonly records: TerminalRecords;
    @inject(ActiveProfileVariables) protected readonly active: ActiveProfileVariables;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(ILogger) @named('aws-accounts:Terminal') protected readonly logger: ILogger;

    protected readonly decorationsChanged = new Emitter<void>();
    readonly onDidChangeDecorations = this.decorationsChanged.event;

    onStart(): void {
        this.records.onDidChange(() => this.decorationsChanged.fire());
        this.model.onDidChange(() => this.decorationsChanged.fire());
        this.records.restore().catch(error => this.logger.error('AWS Accounts does not know what the terminals were opened with.', error));
    }

    decorate({ owner }: Title<Widget>): WidgetDecoration.Data[] {
        const record = owner instanceof TerminalWidget && owner.terminalId !== undefined ? this.records.get(owner.terminalId) : undefined;
        if (record === undefined || this.model.snapshot === undefined) {
            return [];
        }
        const connectionId = record.startedWith?.connectionId;
        const connection = connectionId === undefined ? undefined : this.model.find(connectionId)?.connection;
        const identity = terminalMark(record, {
            active: this.active.identity,
            own: connectionId === undefined ? undefined : this.active.identityOf(connectionId)
        });
        return [identity, connection && productionMark(connection)].flatMap(mark => mark === undefined ? [] : [decorationOf(mark)]);
    }
}

function decorationOf({ kind, text, tooltip }: TerminalMark): WidgetDecoration.Data {
    return { tooltip, tailDecorations: [{ data: text, tooltip, fontData: { color: COLORS[kind] } }] };
}
