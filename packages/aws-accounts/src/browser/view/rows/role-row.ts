import { nls } from '@theia/core/lib/common/nls';
import type { AssignedAccount, PickedRole } from '../../../common/connection/assigned-role';
import type { IamProfileConnection, IdentityCenterConnection } from '../../../common/connection/aws-connection';
import { Pin } from '../../../common/connection/pin';
import { awsServicesName, inUseShortText, inUseText, pinnedText, SEPARATOR } from '../../wording';
import { joined } from '../../wording/text/joined-text';
import type { AccountsRow } from './accounts-row';
import { RoleActions } from './action/role-actions';
import { RowAction } from './action/row-action';
import { UseActions } from './action/use-actions';
import { usedLately } from './role-rank';
import type { RowContext } from './row-context';

/** Makes the row of a role below its account. */
export function roleRow(
    connection: IdentityCenterConnection,
    account: AssignedAccount,
    roleName: string,
    context: RowContext
): AccountsRow {
    const { accountId, name } = account;
    const pin: Pin = { kind: 'role', connectionId: connection.id, account, roleName };
    const pinned = context.pinned.has(Pin.keyOf(pin));
    const inUse = usedProfile(context, connection, accountId, roleName);
    const detail = inUse === undefined ? '' : nls.localize('theia/aws-accounts/row/asProfile', 'as profile {0}', inUse.name);
    const recent = usedLately(context, connection.id, accountId, roleName)
        ? nls.localize('theia/aws-accounts/row/recent', 'used recently')
        : undefined;
    return {
        id: `role:${Pin.keyOf(pin)}`,
        kind: 'role',
        icon: inUse === undefined ? 'shield' : 'pass-filled',
        tone: inUse === undefined ? 'plain' : 'good',
        name: roleName,
        detail,
        status: joined([pinned ? pinnedText() : undefined, inUse === undefined ? recent : inUseShortText()], SEPARATOR),
        pinned,
        tooltip: () => joined([roleName, joined([name, accountId], SEPARATOR), connection.name, detail], '\n'),
        spoken: () => joined([
            nls.localize('theia/aws-accounts/row/role', 'Role {0} in account {1}', roleName, name),
            accountId,
            context.sharedNames.has(name) ? connection.name : undefined,
            ...(inUse === undefined ? [recent] : [inUseText(awsServicesName()), detail]),
            pinned ? pinnedText() : undefined
        ], ', '),
        actions: () => [...roleActions(pin, inUse), RoleActions.pin(pin, pinned)],
        attributes: { 'data-account-id': accountId, 'data-role-name': roleName },
        searchText: `${connection.name} ${name} ${accountId} ${account.email ?? ''} ${roleName}`.toLowerCase()
    };
}

function roleActions({ connectionId, account, roleName }: PickedRole, inUse: IamProfileConnection | undefined): RowAction[] {
    const picked: PickedRole = { connectionId, account, roleName };
    return inUse === undefined
        ? [RowAction.primary(RoleActions.use(picked)), RoleActions.write(picked)]
        : [UseActions.stopUsing(inUse.id)];
}

/** Finds the profile that AWS services use, if it is this role. */
function usedProfile(
    { used }: RowContext,
    session: IdentityCenterConnection,
    accountId: string,
    roleName: string
): IamProfileConnection | undefined {
    const same =
        used?.accountId === accountId &&
        used.roleName === roleName &&
        (used.ssoSession === session.name || used.ssoSession === session.startUrl);
    return same ? used : undefined;
}
