import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/aws-accounts-snapshot';
import { AwsConnection, AwsConnectionId } from '../../../common/aws-connection';
import { ConnectionState } from '../../../common/connection-state';
import { AwsUse } from '../../../common/connection-use';
import { Pin } from '../../../common/pin';
import {
    connectionDetail,
    connectionKindText,
    connectionName,
    connectionShortName,
    connectionTitle,
    inUseShortText,
    inUseText,
    pinnedText,
    productionText,
    profileSourceText,
    SEPARATOR,
    stateText,
    timeLeftText
} from '../../wording';
import { assignedRows } from './assigned-rows';
import { joined } from '../../wording/joined-text';
import { AccountsRow, RowAction, RowContext } from './accounts-row';
import { connectionActions } from './connection-actions';
import { connectionFacts, troubleText } from '../../wording/connection-facts';
import { RowActions } from './row-actions';
import { stateIcon } from '../../wording/state-icon';

const KIND_ICONS: { readonly [kind in AwsConnection['kind']]: string } = {
    builderId: 'account',
    identityCenter: 'organization',
    iamProfile: 'key'
};

export function connectionRowId(id: AwsConnectionId): string {
    return `connection:${id}`;
}

/** The row of a connection below its method. */
export function connectionRow(entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow {
    const { connection } = entry;
    const uses = AwsUse.of(snapshot.uses, connection.id);
    const look = stateIcon(entry.state, context.now);
    const detail = connectionRowDetail(entry, context.now);
    const status = connectionRowStatus(entry, uses, context.now);
    const pin: Pin | undefined = connection.kind === 'iamProfile' ? { kind: 'profile', connectionId: connection.id } : undefined;
    const pinned = pin !== undefined && (context.pinned?.has(Pin.keyOf(pin)) ?? false);
    return {
        id: connectionRowId(connection.id),
        kind: 'connection',
        icon: look.icon ?? KIND_ICONS[connection.kind],
        tone: look.tone,
        name: connectionShortName(connection),
        detail,
        status,
        pinned,
        get tooltip() {
            return connectionFacts(entry, uses, context);
        },
        get spoken() {
            return joined([connectionSpoken(entry, uses, detail, context.now), pinned ? pinnedText() : undefined], ', ');
        },
        get actions() {
            return [...connectionActions(entry, snapshot, context.now), ...pinActions(pin, pinned)];
        },
        attributes: {
            'data-connection-id': connection.id, 'data-connection-state': ConnectionState.at(entry.state, context.now).kind,
            ...productionAttribute(connection), ...reasonAttribute(entry, context.now)
        },
        searchText: joined([connectionKindText(connection.kind), connectionName(connection), detail, status], ' ').toLowerCase(),
        ...assignedRows(entry, context)
    };
}

function pinActions(pin: Pin | undefined, pinned: boolean): RowAction[] {
    return pin === undefined ? [] : [RowActions.pin(pin, pinned)];
}

/** By which the row gets its colour. */
export function productionAttribute(connection: AwsConnection): Readonly<Record<string, string>> {
    return AwsConnection.isProduction(connection) ? { 'data-production': 'true' } : {};
}

/** By which the row is drawn so that its reason is never cut, however narrow the view is. */
export function reasonAttribute(entry: ConnectionEntry, now: number): Readonly<Record<string, string>> {
    return troubleText(entry, now) === undefined ? {} : { 'data-reason': 'true' };
}

/** What tells connections of one kind apart. A connection that cannot be used says why instead. */
function connectionRowDetail(entry: ConnectionEntry, now: number): string {
    const { connection } = entry;
    const trouble = troubleText(entry, now);
    const source = connection.kind === 'iamProfile' ? profileSourceText(connection) : undefined;
    return joined(trouble === undefined ? [connectionDetail(entry), source] : [productionText(connection), trouble], SEPARATOR);
}

/**
 * The state in words; a profile at rest says nothing, since nearly all of them are. How long it lasts stands with the use, if it has one.
 */
function connectionRowStatus({ connection, state }: ConnectionEntry, uses: readonly AwsUse[], now: number): string {
    const atRest = state.kind === 'notConnected' && AwsConnection.isIam(connection);
    const lasts = state.kind === 'connected' && uses.length === 0 ? timeLeftText(state, now) : undefined;
    return joined([uses.length > 0 ? inUseShortText() : undefined, atRest ? undefined : stateText(state, now), lasts], SEPARATOR);
}

/** Kind, name, state and everything else that the row shows, as one sentence to be heard. */
export function connectionSpoken({ connection, state }: ConnectionEntry, uses: readonly AwsUse[], detail: string, now: number): string {
    return joined(
        [connectionTitle(connection), stateText(state, now), ...uses.map(inUseText), timeLeftText(state, now), ...detail.split(SEPARATOR)],
        ', '
    );
}
