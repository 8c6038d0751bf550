import { nls } from '@theia/core/lib/common/nls';
import type { AssignedAccount, PickedRole } from '../../../../common/connection/assigned-role';
import type { AwsConnectionId } from '../../../../common/connection/aws-connection';
import { Pin } from '../../../../common/connection/pin';
import { LIST_ASSIGNED, PIN, UNPIN, USE_ROLE, WRITE_PROFILES } from '../../../commands/row-commands';
import type { ListingRequest } from './listing-request';
import { RowAction } from './row-action';
import { Labels } from '../../../wording/text/labels';

/** Actions of accounts and roles, and of the list that they stand in. */
export namespace RoleActions {

    export function use(role: PickedRole): RowAction {
        return RowAction.button('connect', 'use', nls.localize('theia/aws-accounts/action/useRole', 'Use'), 'plug', USE_ROLE, role);
    }

    /** Opens a dialog for the name of the profile, with a preview of the lines. */
    export function write(role: PickedRole): RowAction {
        const label = nls.localize('theia/aws-accounts/action/writeProfile', 'Write as Profile...');
        return RowAction.button('profile', 'writeProfile', label, 'save-as', WRITE_PROFILES, role);
    }

    export function writeAll(connectionId: AwsConnectionId, account: AssignedAccount): RowAction {
        const label = nls.localize('theia/aws-accounts/action/writeProfiles', 'Write All Roles as Profiles...');
        const subject = { connectionId, account };
        return RowAction.inMenu(RowAction.button('profile', 'writeProfiles', label, 'save-all', WRITE_PROFILES, subject));
    }

    /** Repeats a listing that failed. */
    export function tryListingAgain(request: ListingRequest): RowAction {
        return listing(Labels.tryAgain(), request);
    }

    /** Repeats a listing that succeeded, since assignments change on the side of AWS. */
    export function listAgain(request: ListingRequest): RowAction {
        return RowAction.inMenu(listing(nls.localize('theia/aws-accounts/action/listAgain', 'List Accounts and Roles Again'), request));
    }

    /** Pins a row, or unpins it. The latter is a button, so that a pinned row shows how to be rid of it. */
    export function pin(pin: Pin, pinned: boolean): RowAction {
        return pinned
            ? RowAction.button('list', 'unpin', nls.localizeByDefault('Unpin'), 'pinned', UNPIN, pin)
            : RowAction.inMenu(RowAction.button('list', 'pin', nls.localizeByDefault('Pin'), 'pin', PIN, pin));
    }

    function listing(label: string, { connectionId, accountId }: ListingRequest): RowAction {
        const args = accountId === undefined ? [connectionId] : [connectionId, accountId];
        return { ...RowAction.button('list', 'listAgain', label, 'refresh', LIST_ASSIGNED), args };
    }
}
