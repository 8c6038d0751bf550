import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { ConnectionState } from '../../../common/state/connection-state';
import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import type { PickedRole } from '../../../common/connection/assigned-role';
import type { Pin } from '../../../common/connection/pin';
import { inUseShortText, SEPARATOR, stateText } from '../../wording';
import { joined } from '../../wording/text/joined-text';
import { AccountsRow } from './accounts-row';
import { connectionRow } from './connection-row';
import { roleRow } from './role-row';
import { RowAction } from './action/row-action';
import { SignInActions } from './action/sign-in-actions';
import type { RowContext } from './row-context';

/** Makes the group of pinned rows, above all methods; no row while no pinned connection or role exists. */
export function pinnedRows(snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow[] {
    const children = (snapshot.pins ?? []).flatMap(pin => pinnedRow(pin, snapshot, context));
    if (children.length === 0) {
        return [];
    }
    const name = nls.localize('theia/aws-accounts/group/pinned', 'Pinned');
    const tooltip = joined(
        [name, nls.localize('theia/aws-accounts/group/aboutPinned', 'Profiles and roles that you pinned, in all your windows.')],
        '\n'
    );
    return [AccountsRow.named('group:pinned', 'group', name, { tooltip: () => tooltip, children })];
}

function pinnedRow(pin: Pin, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow[] {
    switch (pin.kind) {
        case 'profile': {
            const entry = AwsAccountsSnapshot.find(snapshot, pin.connectionId);
            return entry === undefined ? [] : [connectionRow(entry, snapshot, context)];
        }
        case 'role':
            return pinnedRoleRow(pin, snapshot, context);
    }
}

/** Names account and sign-in of a role, since it stands away from them, and offers the sign-in when that has ended. */
function pinnedRoleRow({ connectionId, account, roleName }: PickedRole, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow[] {
    const entry = AwsAccountsSnapshot.find(snapshot, connectionId);
    if (entry?.connection.kind !== 'identityCenter') {
        return [];
    }
    const { connection, state } = entry;
    const row = roleRow(connection, account, roleName, context);
    const place = [account.name, account.accountId, connection.name];
    const inUse = row.tone === 'good';
    const common: AccountsRow = {
        ...row,
        id: `pinned:${row.id}`,
        detail: joined(place, SEPARATOR),
        spoken: () => joined([row.spoken(), connection.name], ', '),
        status: inUse ? inUseShortText() : ''
    };
    if (inUse || ConnectionState.at(state, context.now).kind === 'signedIn') {
        return [common];
    }
    return [withSignIn(common, connectionId, stateText(state, context.now))];
}

/** Offers the sign-in in place of what the role would be for, and leaves it to the person to unpin it. */
function withSignIn(row: AccountsRow, connectionId: AwsConnectionId, status: string): AccountsRow {
    return {
        ...row,
        status,
        spoken: () => joined([row.spoken(), status], ', '),
        actions: () => [RowAction.primary(SignInActions.signIn(connectionId)), ...row.actions().filter(({ id }) => id === 'unpin')]
    };
}
