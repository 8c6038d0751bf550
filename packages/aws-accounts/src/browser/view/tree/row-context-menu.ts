import { GroupImpl } from '@theia/core/lib/browser/menu/composite-menu-node';
import type { CommandService } from '@theia/core/lib/common/command';
import type { CommandMenu, CompoundMenuNode, MenuPath } from '@theia/core/lib/common/menu';
import { ROW_ACTION_GROUPS, RowAction, RowActionGroup } from '../rows/action/row-action';

/** Menu path by which other extensions add to the context menu of the view. Their commands get the selection as their only argument. */
export const AWS_ACCOUNTS_CONTEXT_MENU: MenuPath = ['aws-accounts-context-menu'];

/** Makes the menu of a row: its actions in groups, with and without a button, then the items that other extensions added. */
export function rowContextMenu(
    actions: readonly RowAction[],
    commands: CommandService,
    added: CompoundMenuNode | undefined
): CompoundMenuNode {
    const menu = new GroupImpl(AWS_ACCOUNTS_CONTEXT_MENU[0]);
    menu.addNode(...ROW_ACTION_GROUPS.map(group => groupNode(group, actions, commands)), ...(added?.children ?? []));
    return menu;
}

/** A group without actions is not drawn, nor is its separator. */
function groupNode(group: RowActionGroup, actions: readonly RowAction[], commands: CommandService): GroupImpl {
    const node = new GroupImpl(`${ROW_ACTION_GROUPS.indexOf(group)}_${group}`);
    const own = actions.filter(action => action.group === group);
    node.addNode(...own.map((action, index) => new RowActionMenuNode(action, index, commands)));
    return node;
}

class RowActionMenuNode implements CommandMenu {

    readonly id: string;
    readonly label: string;
    readonly sortString: string;

    constructor(protected readonly action: RowAction, index: number, protected readonly commands: CommandService) {
        this.id = action.id;
        this.label = action.label;
        this.sortString = String(index).padStart(3, '0');
    }

    isVisible(): boolean {
        return true;
    }

    isEnabled(): boolean {
        return true;
    }

    isToggled(): boolean {
        return false;
    }

    async run(): Promise<void> {
        await this.commands.executeCommand(this.action.command, ...this.action.args);
    }
}
