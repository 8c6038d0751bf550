import { AwsAccountsSnapshot, ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection, AwsConnectionId } from '../../../common/connection/aws-connection';
import { ConnectionState } from '../../../common/state/connection-state';
import { AwsUse } from '../../../common/token-service/connection-use';
import { Pin } from '../../../common/connection/pin';
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
    timeLeftText,
    useName
} from '../../wording';
import { assignedRows } from './assigned-rows';
import { joined } from '../../wording/text/joined-text';
import type { AccountsRow } from './accounts-row';
import { connectionActions } from './connection-actions';
import { connectionFacts, troubleText } from '../../wording/connection-facts';
import { RoleActions } from './action/role-actions';
import { RowAction } from './action/row-action';
import { stateIcon } from '../../wording/connection/state-icon';
import type { RowContext } from './row-context';

const KIND_ICONS: { readonly [kind in AwsConnection['kind']]: string } = {
    builderId: 'account',
    identityCenter: 'organization',
    iamProfile: 'key'
};

export function connectionRowId(id: AwsConnectionId): string {
    return `connection:${id}`;
}

/** Makes the row of a connection below its method. */
export function connectionRow(entry: ConnectionEntry, snapshot: AwsAccountsSnapshot, context: RowContext): AccountsRow {
    const { connection } = entry;
    const uses = AwsUse.of(snapshot.uses, connection.id, snapshot.services).map(use => useName(use, snapshot.services));
    const shown = once(() => shownOf(entry, uses, context.now));
    const pin: Pin | undefined = connection.kind === 'iamProfile' ? { kind: 'profile', connectionId: connection.id } : undefined;
    const pinned = pin !== undefined && context.pinned.has(Pin.keyOf(pin));
    return {
        id: connectionRowId(connection.id),
        kind: 'connection',
        get icon() { return shown().icon; },
        get tone() { return shown().tone; },
        name: connectionShortName(connection),
        get detail() { return shown().detail; },
        get status() { return shown().status; },
        pinned,
        tooltip: () => connectionFacts(entry, uses, context),
        spoken: () => joined([connectionSpoken(entry, uses, shown().detail, context.now), pinned ? pinnedText() : undefined], ', '),
        actions: () => [...connectionActions(entry, snapshot, context.now), ...pinActions(pin, pinned)],
        get attributes() { return shown().attributes; },
        get searchText() { return shown().searchText; },
        ...assignedRows(entry, context)
    };
}

type ShownRow = Pick<AccountsRow, 'icon' | 'tone' | 'detail' | 'status' | 'attributes' | 'searchText'>;

/** The part of a row that is made when somebody looks at it or searches: of thousands of rows a window shows some tens. */
function shownOf(entry: ConnectionEntry, uses: readonly string[], now: number): ShownRow {
    const { connection } = entry;
    const { icon = KIND_ICONS[connection.kind], tone } = stateIcon(entry.state, now);
    const detail = connectionRowDetail(entry, now);
    const status = connectionRowStatus(entry, uses, now);
    return {
        icon, tone, detail, status,
        attributes: {
            'data-connection-id': connection.id, 'data-connection-state': ConnectionState.at(entry.state, now).kind,
            ...productionAttribute(connection), ...reasonAttribute(entry, now)
        },
        searchText: joined([connectionKindText(connection.kind), connectionName(connection), detail, status], ' ').toLowerCase()
    };
}

function once<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
}

function pinActions(pin: Pin | undefined, pinned: boolean): RowAction[] {
    return pin === undefined ? [] : [RoleActions.pin(pin, pinned)];
}

/** Marks the row for its color. */
export function productionAttribute(connection: AwsConnection): Readonly<Record<string, string>> {
    return AwsConnection.isProduction(connection) ? { 'data-production': 'true' } : {};
}

/** Marks the row so that its reason is never cut, however narrow the view is. */
function reasonAttribute(entry: ConnectionEntry, now: number): Readonly<Record<string, string>> {
    return troubleText(entry, now) === undefined ? {} : { 'data-reason': 'true' };
}

/** Tells connections of one kind apart. A connection that cannot be used says why instead. */
function connectionRowDetail(entry: ConnectionEntry, now: number): string {
    const { connection } = entry;
    const trouble = troubleText(entry, now);
    const source = connection.kind === 'iamProfile' ? profileSourceText(connection) : undefined;
    return joined(trouble === undefined ? [connectionDetail(entry), source] : [productionText(connection), trouble], SEPARATOR);
}

/** Words the state. A profile at rest says nothing, since nearly all of them are; the time left stands with the use, if it has one. */
function connectionRowStatus({ connection, state }: ConnectionEntry, uses: readonly string[], now: number): string {
    const atRest = state.kind === 'notConnected' && AwsConnection.isIam(connection);
    const lasts = state.kind === 'connected' && uses.length === 0 ? timeLeftText(state, now) : undefined;
    return joined([uses.length > 0 ? inUseShortText() : undefined, atRest ? undefined : stateText(state, now), lasts], SEPARATOR);
}

/** Joins kind, name, state and everything else that the row shows, to be heard. @param uses names of its uses */
export function connectionSpoken({ connection, state }: ConnectionEntry, uses: readonly string[], detail: string, now: number): string {
    return joined(
        [connectionTitle(connection), stateText(state, now), ...uses.map(inUseText), timeLeftText(state, now), ...detail.split(SEPARATOR)],
        ', '
    );
}
