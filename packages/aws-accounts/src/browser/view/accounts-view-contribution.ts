import { ClipboardService } from '@theia/core/lib/browser/clipboard-service';
import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { AbstractViewContribution } from '@theia/core/lib/browser/shell/view-contribution';
import type { CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { COPY_ACCOUNT_ID, COPY_ARN } from '../commands/row-commands';
import { AccountsView } from './accounts-view';
import { ViewCommandIds } from '../commands/view-commands';

/** Pixels in which the name of a profile, its state and an action stand beside each other. */
const READABLE_WIDTH = 300;
/** Largest share of the window's width: the editors need the rest. */
const LARGEST_PART = 0.45;

/** Puts the view into the left side bar, and registers the commands that belong to its rows. */
@injectable()
export class AccountsViewContribution extends AbstractViewContribution<AccountsView> implements FrontendApplicationContribution {

    @inject(ClipboardService) protected readonly clipboard: ClipboardService;

    constructor() {
        super({
            widgetId: AccountsView.ID,
            widgetName: AccountsView.LABEL,
            defaultWidgetOptions: { area: 'left', rank: 450 },
            toggleCommandId: ViewCommandIds.TOGGLE
        });
    }

    onStart(): void {
        this.widgetManager.onDidCreateWidget(({ widget }) => {
            if (widget instanceof AccountsView) {
                widget.onDidOpen(() => void this.widen(widget));
            }
        });
    }

    /** Gives a side bar the width in which rows can be read, unless it has that. From then on it is as the person makes it. */
    protected async widen(view: AccountsView): Promise<void> {
        await this.shell.pendingUpdates;
        const area = this.shell.getAreaFor(view);
        const wanted = Math.min(READABLE_WIDTH, window.innerWidth * LARGEST_PART);
        if ((area === 'left' || area === 'right') && view.isVisible && view.node.clientWidth < wanted) {
            this.shell.resize(wanted + (this.shell.getTabBarFor(view)?.node.offsetWidth ?? 0), area);
        }
    }

    async initializeLayout(): Promise<void> {
        await this.openView();
    }

    override registerCommands(commands: CommandRegistry): void {
        super.registerCommands(commands);
        commands.registerCommand(AwsAccountsCommands.OPEN_VIEW, { execute: () => this.openView({ activate: true }) });
        const copy = { execute: (text: unknown) => this.copy(text) };
        commands.registerCommand({ id: COPY_ACCOUNT_ID }, copy);
        commands.registerCommand({ id: COPY_ARN }, copy);
    }

    protected async copy(text: unknown): Promise<void> {
        if (typeof text === 'string') {
            await this.clipboard.writeText(text);
        }
    }
}
