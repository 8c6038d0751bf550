import type { AwsAccountsCatalogue } from './aws-accounts-catalogue';
import type { AwsAccountsSnapshot, ConnectionEntry } from './aws-accounts-snapshot';
import { AwsAccountsStatus } from './aws-accounts-status';
import type { AwsConnection, AwsConnectionId } from '../connection/aws-connection';
import { ProfileMarks } from '../connection/profile-marks';
import { TokenServices } from '../token-service/token-services';

/** A snapshot, and what it was composed of. */
export interface ComposedSnapshot {
    readonly catalogue: AwsAccountsCatalogue;
    readonly status: AwsAccountsStatus;
    readonly snapshot: AwsAccountsSnapshot;
}

/**
 * The snapshot that a catalogue and a status of it make.
 *
 * @param before an earlier one, whose entries are taken where they say the same, so that what is made of them can be kept
 */
export function composeSnapshot(catalogue: AwsAccountsCatalogue, status: AwsAccountsStatus, before?: ComposedSnapshot): ComposedSnapshot {
    const { revision, uses, pins, refusals, developerProfiles, failure } = status;
    const { files, services, endpoints } = catalogue;
    const codeWhispererHost = TokenServices.find(services, TokenServices.CODEWHISPERER.id)?.host;
    const connections = before !== undefined && isSame(before.status.marks, status.marks)
        ? keepingEntries(catalogue, before, status)
        : catalogue.connections.map(found => entryOf(found, status));
    const snapshot = {
        revision, connections, uses, services, files, pins, codeWhispererHost, endpoints, refusals, developerProfiles, failure
    };
    return { catalogue, status, snapshot };
}

function entryOf(found: AwsConnection, { marks, states }: AwsAccountsStatus): ConnectionEntry {
    return { connection: ProfileMarks.applied(found, marks), state: states[found.id] ?? AwsAccountsStatus.initialState(found) };
}

/** The entries from before, with new ones for the connections that are others now or whose state is another. */
function keepingEntries(
    catalogue: AwsAccountsCatalogue,
    before: ComposedSnapshot,
    status: AwsAccountsStatus
): readonly ConnectionEntry[] {
    const { catalogue: { connections: known }, snapshot, status: { states: earlier } } = before;
    const { states } = status;
    const different = Object.keys({ ...earlier, ...states }).filter(id => !isSame(earlier[id], states[id]));
    if (before.catalogue === catalogue) {
        return different.length === 0 ? snapshot.connections : withStates(catalogue, snapshot.connections, different, status);
    }
    const changed = new Set(different);
    return catalogue.connections.map((found, index) => (
        found === known[index] && !changed.has(found.id) ? snapshot.connections[index] : entryOf(found, status)
    ));
}

function withStates(
    catalogue: AwsAccountsCatalogue,
    known: readonly ConnectionEntry[],
    different: readonly AwsConnectionId[],
    status: AwsAccountsStatus
): readonly ConnectionEntry[] {
    const connections = [...known];
    for (const id of different) {
        const index = indexesOf(catalogue).get(id);
        if (index !== undefined) {
            connections[index] = entryOf(catalogue.connections[index], status);
        }
    }
    return connections;
}

const indexes = new WeakMap<AwsAccountsCatalogue, ReadonlyMap<AwsConnectionId, number>>();

function indexesOf(catalogue: AwsAccountsCatalogue): ReadonlyMap<AwsConnectionId, number> {
    const known = indexes.get(catalogue) ?? new Map(catalogue.connections.map(({ id }, index) => [id, index]));
    indexes.set(catalogue, known);
    return known;
}

function isSame(one: unknown, other: unknown): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}
