import { nls } from '@theia/core/lib/common/nls';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsUse } from '../../../common/token-service/connection-use';
import { endpointText, timeLeftChangesInMs } from '../../wording';
import { joined } from '../../wording/text/joined-text';
import { RowTone } from '../../wording/connection/state-icon';
import { AccountsRow } from './accounts-row';
import { failureRow } from './file-rows';
import { groupRows } from './group-rows';
import { pinnedRows } from './pinned-rows';
import { RowContext, RowSources } from './row-context';
import { useRow } from './use-row';

/** Makes the rows of the whole view: both uses, problems, pinned rows, and every connection by its method. */
export function accountsRows(snapshot: AwsAccountsSnapshot, sources: RowSources): AccountsRow[] {
    const context = RowContext.of(snapshot, sources);
    return [
        ...AwsUse.all(snapshot.services).map(use => useRow(use, snapshot, context)),
        ...(snapshot.failure === undefined ? [] : [failureRow('failure', snapshot.failure, context)]),
        ...(snapshot.endpoints?.all ?? []).map(endpoint =>
            notice(`endpoint:${endpoint.setting}`, 'warning', 'attention', endpointText(endpoint), '')
        ),
        ...pinnedRows(snapshot, context),
        ...groupRows(snapshot, context)
    ];
}

/** Milliseconds until time alone changes a row; `undefined` if it never does. */
export function rowsChangeInMs({ connections }: AwsAccountsSnapshot, now: number): number | undefined {
    const changes = connections.map(({ state }) => timeLeftChangesInMs(state, now)).filter(ms => ms !== undefined);
    return changes.length === 0 ? undefined : Math.min(...changes);
}

/**
 * Makes the rows to show when the backend may be out of reach: the rows known last stay, are called old, and have no actions.
 * @param snapshot `undefined` before the first one has come.
 */
export function presentedRows(snapshot: AwsAccountsSnapshot | undefined, online: boolean, sources: RowSources): AccountsRow[] {
    const known = snapshot === undefined ? [] : accountsRows(snapshot, sources);
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
    const spoken = (): string => joined([name, detail], ', ');
    return AccountsRow.named(id, 'problem', name, { icon, tone, detail, tooltip: spoken, spoken });
}

function withoutActions(row: AccountsRow): AccountsRow {
    return { ...row, actions: () => [], children: row.children?.map(withoutActions) };
}
