import type { AwsAccountsCatalogue } from './aws-accounts-catalogue';
import type { AwsAccountsSnapshot, ConnectionEntry } from './aws-accounts-snapshot';
import { AwsAccountsStatus } from './aws-accounts-status';
import type { AwsConnection } from './aws-connection';
import { ProfileMarks } from './profile-marks';
import { TokenServices } from './token-service';

/** A snapshot and the catalogue that it was composed of. */
export interface ComposedSnapshot {
    readonly catalogue: AwsAccountsCatalogue;
    readonly snapshot: AwsAccountsSnapshot;
}

/**
 * The snapshot that a catalogue and a status of it make.
 *
 * @param before an earlier one, whose entries are taken where they say the same, so that what is made of them can be kept
 */
export function composeSnapshot(catalogue: AwsAccountsCatalogue, status: AwsAccountsStatus, before?: ComposedSnapshot): ComposedSnapshot {
    const earlier = before?.catalogue === catalogue ? before.snapshot.connections : [];
    const { revision, uses, states, marks, pins, refusals, developerProfiles, failure } = status;
    const { files, services, endpoints } = catalogue;
    const codeWhispererHost = TokenServices.find(services, TokenServices.CODEWHISPERER.id)?.host;
    const connections = catalogue.connections.map((found, index) => {
        const entry: ConnectionEntry = {
            connection: ProfileMarks.applied(found, marks),
            state: states[found.id] ?? AwsAccountsStatus.initialState(found)
        };
        return isSame(earlier[index], entry) ? earlier[index] : entry;
    });
    const snapshot = {
        revision, connections, uses, services, files, pins, codeWhispererHost, endpoints, refusals, developerProfiles, failure
    };
    return { catalogue, snapshot };
}

function isSame(before: ConnectionEntry | undefined, now: ConnectionEntry): boolean {
    return before !== undefined &&
        hasSameMarks(before.connection, now.connection) &&
        (before.state === now.state || JSON.stringify(before.state) === JSON.stringify(now.state));
}

/** Whether two of one catalogue have the same marks. */
function hasSameMarks(one: AwsConnection, other: AwsConnection): boolean {
    return one === other || (
        one.kind === 'iamProfile' && other.kind === 'iamProfile' &&
        one.production === other.production &&
        one.region.origin === other.region.origin && one.region.name === other.region.name
    );
}
