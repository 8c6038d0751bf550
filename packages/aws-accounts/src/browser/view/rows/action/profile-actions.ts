import { nls } from '@theia/core/lib/common/nls';
import type { AwsConnectionId } from '../../../../common/connection/aws-connection';
import { AwsAccountsCommands } from '../../../commands/aws-accounts-commands';
import { DELETE_PROFILE, EDIT_PROFILE, FORGET_LOST_MARKS, REMOVE_PROFILE, SET_PRODUCTION } from '../../../commands/row-commands';
import { RowAction } from './row-action';

/** Actions that change a profile, or what the product knows of it. */
export namespace ProfileActions {

    export function changeRegion(id: AwsConnectionId): RowAction {
        const label = AwsAccountsCommands.CHANGE_REGION.label;
        return menuItem('changeRegion', label, 'globe', AwsAccountsCommands.CHANGE_REGION.id, id);
    }

    /** Marks a profile, so that commands which change or destroy something ask first; or takes the mark away. */
    export function setProduction(id: AwsConnectionId, production: boolean): RowAction {
        const label = production
            ? nls.localize('theia/aws-accounts/action/markProduction', 'Mark as Production')
            : nls.localize('theia/aws-accounts/action/unmarkProduction', 'No Longer Production...');
        return { ...menuItem('setProduction', label, 'shield', SET_PRODUCTION), args: [id, production] };
    }

    export function forgetLostMarks(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/forgetLostMarks', 'Forget the Lost Marks...');
        return menuItem('forgetLostMarks', label, 'shield', FORGET_LOST_MARKS, id);
    }

    /** Removes a profile that this product wrote for a role. */
    export function removeWritten(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/removeProfile', 'Remove Profile from Config File');
        return menuItem('removeProfile', label, 'trash', REMOVE_PROFILE, id);
    }

    /** Removes any other profile. Asks first, and can be undone. */
    export function remove(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/deleteProfile', 'Remove Profile...');
        return menuItem('deleteProfile', label, 'trash', DELETE_PROFILE, id);
    }

    export function edit(id: AwsConnectionId): RowAction {
        const label = nls.localize('theia/aws-accounts/action/editProfile', 'Edit Profile...');
        return menuItem('editProfile', label, 'edit', EDIT_PROFILE, id);
    }

    export function add(): RowAction {
        const label = AwsAccountsCommands.ADD_PROFILE.label;
        return RowAction.button('profile', 'addProfile', label, 'add', AwsAccountsCommands.ADD_PROFILE.id);
    }

    function menuItem(id: string, label: string, icon: string, command: string, subject?: AwsConnectionId): RowAction {
        return RowAction.inMenu(RowAction.button('profile', id, label, icon, command, subject));
    }
}
