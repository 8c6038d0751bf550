import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../../common/aws-accounts-snapshot';
import type { AssignedAccount } from '../../../common/assigned-role';
import type { AwsConnectionId, IamProfileConnection, IdentityCenterConnection } from '../../../common/aws-connection';
import { inUseShortText, inUseText, SEPARATOR } from '../../wording';
import { PickedRole } from '../role-use';
import { AccountsRow, joined, RowContext } from './accounts-row';
import { RowActions } from './row-actions';

/** Sorts behind everything that was used lately. */
const NOT_LATELY = Number.MAX_SAFE_INTEGER;

/** The row of a role below its account. */
export function roleRow(connection: IdentityCenterConnection, account: AssignedAccount, roleName: string, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow {
    const { accountId, name } = account;
    const inUse = usedProfile(snapshot, connection, accountId, roleName);
    const recent = recencyOf(context, connection.id, accountId, roleName) < NOT_LATELY ? nls.localize('theia/aws-accounts/row/recent', 'used recently') : undefined;
    const picked: PickedRole = { connectionId: connection.id, account, roleName };
    const detail = inUse === undefined ? '' : nls.localize('theia/aws-accounts/row/asProfile', 'as profile {0}', inUse.name);
    return {
        id: `role:${PickedRole.keyOf(connection.id, accountId, roleName)}`,
        kind: 'role',
        icon: inUse === undefined ? 'shield' : 'pass-filled',
        tone: inUse === undefined ? 'plain' : 'good',
        name: roleName,
        detail,
        status: inUse === undefined ? recent ?? '' : inUseShortText(),
        tooltip: joined([roleName, joined([name, accountId], SEPARATOR), connection.name, detail], '\n'),
        spoken: joined([
            nls.localize('theia/aws-accounts/row/role', 'Role {0} in account {1}', roleName, name), accountId, inUse && inUseText('awsServices'), detail, inUse ? undefined : recent
        ], ', '),
        actions: inUse === undefined ? [RowActions.primary(RowActions.useRole(picked)), RowActions.writeProfile(picked)] : [RowActions.stopUsing(inUse.id)],
        attributes: { 'data-account-id': accountId, 'data-role-name': roleName },
        searchText: `${connection.name} ${name} ${accountId} ${account.email ?? ''} ${roleName}`.toLowerCase()
    };
}

/** The profile that AWS services use, if it is this role. */
function usedProfile(snapshot: AwsAccountsSnapshot, session: IdentityCenterConnection, accountId: string, roleName: string): IamProfileConnection | undefined {
    const used = AwsAccountsSnapshot.inUse(snapshot, 'awsServices')?.connection;
    const same = used?.kind === 'iamProfile' && used.accountId === accountId && used.roleName === roleName
        && (used.ssoSession === session.name || used.ssoSession === session.startUrl);
    return same ? used : undefined;
}

/** How long ago a role was used: 0 for the last one; of an account that of its latest role. To sort by, whatever was not used lately included. */
export function recencyOf({ recentRoles = [] }: RowContext, connectionId: AwsConnectionId, accountId: string, roleName?: string): number {
    const index = recentRoles.findIndex(key => roleName === undefined
        ? key.startsWith(`${accountId} `) && key.endsWith(` ${connectionId}`)
        : key === PickedRole.keyOf(connectionId, accountId, roleName));
    return index < 0 ? NOT_LATELY : index;
}
