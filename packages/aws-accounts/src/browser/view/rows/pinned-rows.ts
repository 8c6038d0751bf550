import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../../common/aws-accounts-snapshot';
import { ConnectionState } from '../../../common/connection-state';
import type { PickedRole } from '../../../common/assigned-role';
import type { Pin } from '../../../common/pin';
import { inUseShortText, SEPARATOR, stateText } from '../../wording';
import { joined } from '../../wording/joined-text';
import { AccountsRow, RowContext } from './accounts-row';
import { connectionRow } from './connection-row';
import { roleRow } from './role-row';
import { RowActions } from './row-actions';

/** What the person has pinned, above all methods; no row while nothing of it is there. */
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
    return [
        {
            id: 'group:pinned',
            kind: 'group',
            icon: '',
            tone: 'plain',
            name,
            detail: '',
            status: '',
            tooltip,
            spoken: name,
            actions: [],
            attributes: {},
            searchText: '',
            children
        }
    ];
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

/** Away from its account and its sign-in, a role has to say which they are; and it can be used only while the sign-in lasts. */
function pinnedRoleRow({ connectionId, account, roleName }: PickedRole, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow[] {
    const entry = AwsAccountsSnapshot.find(snapshot, connectionId);
    if (entry?.connection.kind !== 'identityCenter') {
        return [];
    }
    const { connection, state } = entry;
    const row = roleRow(connection, account, roleName, context);
    const place = [account.name, account.accountId, connection.name];
    const common = {
        ...row,
        id: `pinned:${row.id}`,
        detail: joined(place, SEPARATOR),
        spoken: joined([row.spoken, connection.name], ', '),
        status: row.tone === 'good' ? inUseShortText() : ''
    };
    const usable = ConnectionState.at(state, context.now).kind === 'signedIn' || row.tone === 'good';
    if (usable) {
        return [common];
    }
    const status = stateText(state, context.now);
    const actions = [RowActions.primary(RowActions.signIn(connectionId)), ...row.actions.filter(({ id }) => id === 'unpin')];
    return [{ ...common, status, spoken: joined([common.spoken, status], ', '), actions }];
}
