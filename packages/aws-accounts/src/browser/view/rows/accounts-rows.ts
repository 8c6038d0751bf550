import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../../common/aws-accounts-snapshot';
import { AwsUse } from '../../../common/connection-use';
import { Pin } from '../../../common/pin';
import { endpointText, timeLeftChangesInMs } from '../../wording';
import { joined } from '../../wording/joined-text';
import { RowTone } from '../../wording/state-icon';
import { AccountsRow, RowContext } from './accounts-row';
import { failureRow } from './file-rows';
import { groupRows } from './group-rows';
import { sharedNames } from './listed';
import { pinnedRows } from './pinned-rows';
import { useRow } from './use-row';

/** The whole view: who am I and for what, what is wrong, and who else could I be. */
export function accountsRows(snapshot: AwsAccountsSnapshot, given: RowContext): AccountsRow[] {
    const context = lookedUp(snapshot, given);
    return [
        ...AwsUse.ALL.map(use => useRow(use, snapshot, context)),
        ...(snapshot.failure === undefined ? [] : [failureRow('failure', snapshot.failure, context)]),
        ...(snapshot.endpoints?.all ?? []).map(endpoint =>
            notice(`endpoint:${endpoint.setting}`, 'warning', 'attention', endpointText(endpoint), '')
        ),
        ...pinnedRows(snapshot, context),
        ...groupRows(snapshot, context)
    ];
}

/** What every row asks for is looked up once. */
function lookedUp(snapshot: AwsAccountsSnapshot, context: RowContext): RowContext {
    const used = AwsAccountsSnapshot.inUse(snapshot, 'awsServices')?.connection;
    const pins = snapshot.pins ?? [];
    return {
        ...context,
        used: used?.kind === 'iamProfile' ? used : undefined,
        pinned: new Set(pins.map(Pin.keyOf)),
        pinnedAccounts: new Set(pins.flatMap(pin => pin.kind === 'role' ? `${pin.account.accountId} ${pin.connectionId}` : [])),
        sharedNames: sharedNames(context.assigned)
    };
}

/** Milliseconds until time alone changes a row; `undefined` if it never does. */
export function rowsChangeInMs({ connections }: AwsAccountsSnapshot, now: number): number | undefined {
    const changes = connections.map(({ state }) => timeLeftChangesInMs(state, now)).filter(ms => ms !== undefined);
    return changes.length === 0 ? undefined : Math.min(...changes);
}

/**
 * The rows to show when the backend may be out of reach: what was known last stays, is said to be old, and cannot be acted on.
 * @param snapshot `undefined` before the first one has come.
 */
export function presentedRows(snapshot: AwsAccountsSnapshot | undefined, online: boolean, context: RowContext): AccountsRow[] {
    const known = snapshot === undefined ? [] : accountsRows(snapshot, context);
    if (!online) {
        return [offlineRow(), ...known.map(withoutActions)];
    }
    return snapshot === undefined ? [loadingRow()] : known;
}

function offlineRow(): AccountsRow {
    const name = nls.localize('theia/aws-accounts/view/offline', 'The backend of the IDE cannot be reached');
    return notice(
        'offline',
        'debug-disconnect',
        'attention',
        name,
        nls.localize('theia/aws-accounts/view/offlineDetail', 'this is what was known last')
    );
}

function loadingRow(): AccountsRow {
    return notice('loading', 'sync~spin', 'busy', nls.localize('theia/aws-accounts/view/loading', 'Looking for ways to reach AWS…'), '');
}

function notice(id: string, icon: string, tone: RowTone, name: string, detail: string): AccountsRow {
    const spoken = joined([name, detail], ', ');
    return {
        id,
        kind: 'problem',
        icon,
        tone,
        name,
        detail,
        status: '',
        tooltip: spoken,
        spoken,
        actions: [],
        attributes: {},
        searchText: ''
    };
}

function withoutActions(row: AccountsRow): AccountsRow {
    return { ...row, actions: [], children: row.children?.map(withoutActions) };
}
