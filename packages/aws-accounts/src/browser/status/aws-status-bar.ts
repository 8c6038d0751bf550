import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { StatusBar, StatusBarAlignment, StatusBarEntry } from '@theia/core/lib/browser/status-bar/status-bar-types';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { useForCommand } from '../commands/token-service-commands';
import { awsServicesName } from '../wording';
import { iamStatus } from './iam-status';
import { LiveSnapshot } from './live-snapshot';
import type { StatusText } from './status-text';
import { tokenServiceStatus } from './token-service-status';
import { LiteralText } from '../literal/literal-text';

/** Entries with a higher priority stand further to the left; the token services stand before AWS services. */
const IAM_PRIORITY = 20;

const PRODUCTION_COLORS = {
    color: 'var(--theia-awsAccounts-productionForeground)',
    backgroundColor: 'var(--theia-awsAccounts-productionBackground)'
};

/** One entry for each use, at the left end of the status bar. */
@injectable()
export class AwsStatusBar implements FrontendApplicationContribution {

    @inject(StatusBar) protected readonly statusBar: StatusBar;
    @inject(LiveSnapshot) protected readonly live: LiveSnapshot;
    @inject(ILogger) @named('aws-accounts:StatusBar') protected readonly logger: ILogger;

    protected readonly toDispose = new DisposableCollection();
    protected readonly shown = new Map<string, string>();

    onStart(): void {
        this.toDispose.push(this.live.onDidChange(() => this.update()));
        this.update();
    }

    onStop(): void {
        this.toDispose.dispose();
    }

    protected update(): void {
        const { snapshot, now } = this.live;
        if (snapshot === undefined) {
            return; // An invitation would be wrong as long as it is not known what is connected.
        }
        const { services } = snapshot;
        services.forEach((service, index) =>
            this.show(`aws-accounts-${service.id.toLowerCase()}`, service.label, tokenServiceStatus(service, snapshot, now), {
                icon: 'sparkle',
                command: useForCommand(service).id,
                priority: IAM_PRIORITY + services.length - index
            })
        );
        this.show('aws-accounts-iam', awsServicesName(), iamStatus(snapshot, now), {
            icon: 'cloud',
            command: AwsAccountsCommands.USE_PROFILE.id,
            priority: IAM_PRIORITY
        });
    }

    /** An entry that says the same as before is left alone, so that an open tooltip stays. */
    protected show(
        id: string,
        name: string,
        status: StatusText,
        { icon, ...rest }: { readonly icon: string; readonly command: string; readonly priority: number }
    ): void {
        const key = JSON.stringify(status);
        if (this.shown.get(id) === key) {
            return;
        }
        this.shown.set(id, key);
        const entry: StatusBarEntry = {
            ...rest,
            name,
            text: `$(${status.icon ?? icon}) ${LiteralText.inLabel(status.text)}`,
            alignment: StatusBarAlignment.LEFT,
            ...status.production && PRODUCTION_COLORS,
            tooltip: tooltipElement(status.tooltip),
            accessibilityInformation: { label: `${status.text}. ${status.tooltip.replaceAll('\n', ', ')}`, role: 'button' }
        };
        this.statusBar.setElement(id, entry).catch(error => this.logger.error('The status bar entry could not be shown.', error));
    }
}

function tooltipElement(text: string): HTMLElement {
    const element = document.createElement('div');
    element.className = 'theia-aws-hover';
    element.textContent = text;
    return element;
}
