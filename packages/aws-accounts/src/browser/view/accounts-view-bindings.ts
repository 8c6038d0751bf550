import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ColorContribution } from '@theia/core/lib/browser/color-application-contribution';
import { TabBarToolbarContribution } from '@theia/core/lib/browser/shell/tab-bar-toolbar';
import { bindViewContribution } from '@theia/core/lib/browser/shell/view-contribution';
import { createTreeContainer } from '@theia/core/lib/browser/tree/tree-container';
import { WidgetFactory } from '@theia/core/lib/browser/widget-manager';
import { CommandContribution } from '@theia/core/lib/common/command';
import type { Container, interfaces } from '@theia/core/shared/inversify';
import { AccountsColors } from './accounts-colors';
import { AccountsFilterWidget } from './accounts-filter-widget';
import { AccountsPresenter } from './accounts-presenter';
import { AccountsView } from './accounts-view';
import { AccountsViewContribution } from './accounts-view-contribution';
import { AccountsViewToolbar } from './accounts-view-toolbar';
import { AssignedRoleCommands } from './assigned-role-commands';
import { AssignedRolesModel } from './assigned-roles-model';
import { PinCommands } from './pin-commands';
import { RecentRoles } from './recent-roles';
import { AccountsTreeModel } from './tree/accounts-tree-model';
import { AccountsTreeWidget } from './tree/accounts-tree-widget';
import { RowActionRunner } from './tree/row-action-runner';
import { AWS_ACCOUNTS_CONTEXT_MENU } from './tree/row-context-menu';

/** The "AWS Accounts" view with everything that belongs to it. */
export function bindAccountsView(bind: interfaces.Bind): void {
    bindViewContribution(bind, AccountsViewContribution);
    bind(FrontendApplicationContribution).toService(AccountsViewContribution);
    bind(WidgetFactory).toDynamicValue(({ container }) => ({
        id: AccountsView.ID,
        createWidget: () => createAccountsViewContainer(container).get(AccountsView)
    })).inSingletonScope();
    bind(RowActionRunner).toSelf().inSingletonScope();
    bind(AccountsViewToolbar).toSelf().inSingletonScope();
    bind(CommandContribution).toService(AccountsViewToolbar);
    bind(TabBarToolbarContribution).toService(AccountsViewToolbar);
    bind(AssignedRolesModel).toSelf().inSingletonScope();
    bind(RecentRoles).toSelf().inSingletonScope();
    bind(AssignedRoleCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(AssignedRoleCommands);
    bind(PinCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(PinCommands);
    bind(AccountsColors).toSelf().inSingletonScope();
    bind(ColorContribution).toService(AccountsColors);
}

/** The objects of one view; `parent` has the services of the window. */
function createAccountsViewContainer(parent: interfaces.Container): Container {
    const child = createTreeContainer(parent, {
        props: { contextMenuPath: AWS_ACCOUNTS_CONTEXT_MENU, search: false, scrollIfActive: true },
        model: AccountsTreeModel,
        widget: AccountsTreeWidget
    });
    child.bind(AccountsFilterWidget).toSelf();
    child.bind(AccountsPresenter).toSelf();
    child.bind(AccountsView).toSelf();
    return child;
}
