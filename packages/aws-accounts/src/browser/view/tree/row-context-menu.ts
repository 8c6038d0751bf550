import { GroupImpl } from '@theia/core/lib/browser/menu/composite-menu-node';
import type { CommandService } from '@theia/core/lib/common/command';
import type { CommandMenu, CompoundMenuNode, MenuPath } from '@theia/core/lib/common/menu';
import type { RowAction } from '../rows/accounts-row';

/** Where others may add to the context menu of the view; their commands get nothing as argument but the selection. */
export const AWS_ACCOUNTS_CONTEXT_MENU: MenuPath = ['aws-accounts-context-menu'];

/** The same actions as the buttons of a row and those that have no button, followed by what others have added. */
export function rowContextMenu(
    actions: readonly RowAction[],
    commands: CommandService,
    added: CompoundMenuNode | undefined
): CompoundMenuNode {
    const own = new GroupImpl('1_actions');
    own.addNode(...actions.map((action, index) => new RowActionMenuNode(action, index, commands)));
    const menu = new GroupImpl(AWS_ACCOUNTS_CONTEXT_MENU[0]);
    menu.addNode(own, ...(added?.children ?? []));
    return menu;
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
