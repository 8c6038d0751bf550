import { nls } from '@theia/core/lib/common/nls';
import type { ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AssignedAccount } from '../../../common/connection/assigned-role';
import type { IdentityCenterConnection } from '../../../common/connection/aws-connection';
import { ConnectionState } from '../../../common/state/connection-state';
import { SEPARATOR } from '../../wording';
import { joined } from '../../wording/text/joined-text';
import type { AccountsRow } from './accounts-row';
import { AssignedRoles, Listed } from './listed';
import type { ListingRequest } from './action/listing-request';
import { progressRows } from './progress-rows';
import { rankOf } from './role-rank';
import { roleRow } from './role-row';
import { RoleActions } from './action/role-actions';
import { ToolActions } from './action/tool-actions';
import type { RowContext } from './row-context';

/** Makes the accounts and roles below the row of a sign-in to IAM Identity Center; other connections have no rows below them. */
export function assignedRows({ connection, state }: ConnectionEntry, context: RowContext): Partial<AccountsRow> {
    const assigned = context.assigned.get(connection.id);
    const now = ConnectionState.at(state, context.now).kind;
    if (connection.kind !== 'identityCenter' || now !== 'signedIn' && (now !== 'unreachable' || assigned === undefined)) {
        return {};
    }
    return { children: accountRows(connection, assigned, context), closedAtFirst: true, listing: { connectionId: connection.id } };
}

/** Puts accounts with pinned roles first, then those with roles used last; all others keep the order of the portal. */
function accountRows(connection: IdentityCenterConnection, assigned: AssignedRoles | undefined, context: RowContext): AccountsRow[] {
    const { items, progress }: Listed<AssignedAccount> = assigned?.accounts ?? Listed.LOADING;
    const rows = items.map(account => ({
        rank: rankOf(context, connection.id, account.accountId),
        row: accountRow(connection, account, assigned, context)
    }));
    return [
        ...inOrder(rows),
        ...progressRows({ connectionId: connection.id }, progress, items.length, connection)
    ];
}

function inOrder(rows: readonly { readonly rank: number; readonly row: AccountsRow }[]): AccountsRow[] {
    return [...rows].sort((one, other) => one.rank - other.rank).map(({ row }) => row);
}

function accountRow(
    connection: IdentityCenterConnection, account: AssignedAccount, assigned: AssignedRoles | undefined, context: RowContext
): AccountsRow {
    const { accountId, name, email } = account;
    const listing: ListingRequest = { connectionId: connection.id, accountId };
    const organization = context.sharedNames.has(name) ? connection.name : undefined;
    const { items, progress } = assigned?.roles.get(accountId) ?? Listed.LOADING;
    const roles = items.map(({ roleName }) => ({
        rank: rankOf(context, connection.id, accountId, roleName),
        row: roleRow(connection, account, roleName, context)
    }));
    return {
        id: `account:${accountId} ${connection.id}`,
        kind: 'account',
        icon: 'briefcase',
        tone: 'plain',
        name,
        detail: joined([accountId, organization], SEPARATOR),
        status: '',
        tooltip: () => joined([name, accountId, email, connection.name], '\n'),
        spoken: () => {
            return joined([nls.localize('theia/aws-accounts/row/account', 'Account {0}', name), accountId, organization], ', ');
        },
        actions: () => {
            return [ToolActions.copyAccountId(accountId), RoleActions.writeAll(connection.id, account)];
        },
        attributes: { 'data-account-id': accountId },
        searchText: `${connection.name} ${name} ${accountId} ${email ?? ''}`.toLowerCase(),
        children: [...inOrder(roles), ...progressRows(listing, progress, items.length, connection)],
        closedAtFirst: true,
        listing
    };
}
