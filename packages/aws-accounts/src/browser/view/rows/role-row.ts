import { nls } from '@theia/core/lib/common/nls';
import type { AssignedAccount } from '../../../common/assigned-role';
import type { AwsConnectionId, IamProfileConnection, IdentityCenterConnection } from '../../../common/aws-connection';
import { Pin } from '../../../common/pin';
import { inUseShortText, inUseText, pinnedText, SEPARATOR } from '../../wording';
import { PickedRole } from '../../../common/assigned-role';
import { joined } from '../../wording/joined-text';
import { AccountsRow, RowAction, RowContext } from './accounts-row';
import { RowActions } from './row-actions';

/** Sorts behind everything that was used lately. */
const NOT_LATELY = Number.MAX_SAFE_INTEGER;
/** Sorts before it. */
const PINNED = -1;

/** The row of a role below its account. */
export function roleRow(
    connection: IdentityCenterConnection,
    account: AssignedAccount,
    roleName: string,
    context: RowContext
): AccountsRow {
    const { accountId, name } = account;
    const pin: Pin = { kind: 'role', connectionId: connection.id, account, roleName };
    const pinned = context.pinned?.has(Pin.keyOf(pin)) ?? false;
    const inUse = usedProfile(context, connection, accountId, roleName);
    const organisation = context.sharedNames?.has(name) ? connection.name : undefined;
    const detail = inUse === undefined ? '' : nls.localize('theia/aws-accounts/row/asProfile', 'as profile {0}', inUse.name);
    const recent = recentText(context, pin);
    return {
        id: `role:${Pin.keyOf(pin)}`,
        kind: 'role',
        icon: inUse === undefined ? 'shield' : 'pass-filled',
        tone: inUse === undefined ? 'plain' : 'good',
        name: roleName,
        detail,
        status: joined([pinned ? pinnedText() : undefined, inUse === undefined ? recent : inUseShortText()], SEPARATOR),
        pinned,
        get tooltip() {
            return joined([roleName, joined([name, accountId], SEPARATOR), connection.name, detail], '\n');
        },
        get spoken() {
            const title = nls.localize('theia/aws-accounts/row/role', 'Role {0} in account {1}', roleName, name);
            return joined(
                [
                    title,
                    accountId,
                    organisation,
                    inUse && inUseText('awsServices'),
                    detail,
                    inUse ? undefined : recent,
                    pinned ? pinnedText() : undefined
                ],
                ', '
            );
        },
        get actions() {
            return [...roleActions(pin, inUse), RowActions.pin(pin, pinned)];
        },
        attributes: { 'data-account-id': accountId, 'data-role-name': roleName },
        searchText: `${connection.name} ${name} ${accountId} ${account.email ?? ''} ${roleName}`.toLowerCase()
    };
}

function roleActions({ connectionId, account, roleName }: PickedRole, inUse: IamProfileConnection | undefined): RowAction[] {
    const picked: PickedRole = { connectionId, account, roleName };
    return inUse === undefined
        ? [RowActions.primary(RowActions.useRole(picked)), RowActions.writeProfile(picked)]
        : [RowActions.stopUsing(inUse.id)];
}

function recentText(context: RowContext, { connectionId, account, roleName }: PickedRole): string | undefined {
    return recencyOf(context, connectionId, account.accountId, roleName) < NOT_LATELY
        ? nls.localize('theia/aws-accounts/row/recent', 'used recently')
        : undefined;
}

/** The profile that AWS services use, if it is this role. */
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

/** Where a role stands among others, or an account with its roles: pinned ones first, then those used last, all others behind them. */
export function rankOf(context: RowContext, connectionId: AwsConnectionId, accountId: string, roleName?: string): number {
    const { pinned, pinnedAccounts } = context;
    const first =
        roleName === undefined
            ? pinnedAccounts?.has(`${accountId} ${connectionId}`)
            : pinned?.has(PickedRole.keyOf(connectionId, accountId, roleName));
    return first ? PINNED : recencyOf(context, connectionId, accountId, roleName);
}

/** How long ago a role was used: 0 for the last one; of an account that of its latest role. */
function recencyOf({ recentRoles = [] }: RowContext, connectionId: AwsConnectionId, accountId: string, roleName?: string): number {
    const index = recentRoles.findIndex(key => roleName === undefined
        ? key.startsWith(`${accountId} `) && key.endsWith(` ${connectionId}`)
        : key === PickedRole.keyOf(connectionId, accountId, roleName));
    return index < 0 ? NOT_LATELY : index;
}
