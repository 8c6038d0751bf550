import { TabBarToolbarContribution, TabBarToolbarRegistry } from '@theia/core/lib/browser/shell/tab-bar-toolbar';
import { codicon, Widget } from '@theia/core/lib/browser/widgets/widget';
import { Command, CommandContribution, CommandHandler, CommandRegistry } from '@theia/core/lib/common/command';
import { nls } from '@theia/core/lib/common/nls';
import { injectable } from '@theia/core/shared/inversify';
import { AccountsView } from './accounts-view';
import { AwsAccountsCommands } from '../commands/aws-accounts-commands';
import { ViewCommandIds } from '../commands/view-commands';
import { Labels } from '../wording/text/labels';

/**
 * A toolbar hands the widget to its command, so the commands of the toolbar are its own; they have no label, hence no place in the palette.
 */
namespace ToolbarCommands {
    export const SIGN_IN: Command = { id: ViewCommandIds.TOOLBAR_SIGN_IN };
    export const REFRESH: Command = { id: ViewCommandIds.TOOLBAR_REFRESH };
    export const FILTER: Command = { id: ViewCommandIds.TOOLBAR_FILTER };
}

/** Sign in, refresh and filter, above the view. */
@injectable()
export class AccountsViewToolbar implements CommandContribution, TabBarToolbarContribution {

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(ToolbarCommands.SIGN_IN, inView(() => commands.executeCommand(AwsAccountsCommands.SIGN_IN.id)));
        commands.registerCommand(ToolbarCommands.REFRESH, inView(() => commands.executeCommand(AwsAccountsCommands.REFRESH.id)));
        commands.registerCommand(ToolbarCommands.FILTER, inView(view => view.startFilter()));
    }

    registerToolbarItems(toolbar: TabBarToolbarRegistry): void {
        const isVisible = (widget: Widget | undefined): boolean => widget instanceof AccountsView;
        const add = (command: Command, icon: string, tooltip: string, priority: number): void => {
            toolbar.registerItem({ id: command.id, command: command.id, icon: codicon(icon), tooltip, priority, isVisible });
        };
        add(ToolbarCommands.SIGN_IN, 'sign-in', AwsAccountsCommands.SIGN_IN.label, 0);
        add(ToolbarCommands.REFRESH, 'refresh', Labels.readFilesAgain(), 1);
        add(ToolbarCommands.FILTER, 'filter', nls.localize('theia/aws-accounts/action/filter', 'Filter (or just type)'), 2);
    }
}

function inView(execute: (view: AccountsView) => unknown): CommandHandler {
    const isView = (widget: unknown): boolean => widget instanceof AccountsView;
    return { execute: widget => widget instanceof AccountsView ? execute(widget) : undefined, isEnabled: isView, isVisible: isView };
}
