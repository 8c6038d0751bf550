import type { AwsFailure } from './aws-accounts-error';
import { AwsConnection, AwsConnectionId } from './aws-connection';
import type { ConnectionState } from './connection-state';
import type { ConnectionUses } from './connection-use';
import type { DeveloperProfile } from './developer-profile';
import type { Pin } from './pin';
import type { ProfileMarks } from './profile-marks';
import type { ServiceRefusal } from './service-refusal';
import type { TokenServiceId } from './token-service';

/**
 * State that changes while people work, whole and small by nature. A status with a lower `revision` than the one at hand is stale.
 */
export interface AwsAccountsStatus {
    readonly revision: number;
    /** Digest of the catalogue that it belongs to. */
    readonly catalogue: string;
    /** The states that are not the initial ones. */
    readonly states: { readonly [id: AwsConnectionId]: ConnectionState };
    readonly uses: ConnectionUses;
    readonly marks: ProfileMarks;
    /** Pins of the person, in the order in which they were made. Their subjects may be gone, and come back. */
    readonly pins?: readonly Pin[];
    /** Services that take a sign-in and refuse the person. */
    readonly refusals?: readonly ServiceRefusal[];
    /** The developer profile of each token service in this workspace; absent: none was chosen. */
    readonly developerProfiles?: { readonly [id: TokenServiceId]: DeveloperProfile };
    /** Problem of the product itself, for example a home folder that cannot be written. */
    readonly failure?: AwsFailure;
}

export namespace AwsAccountsStatus {

    const INVALID: ConnectionState = { kind: 'invalid' };
    const NOT_CONNECTED: ConnectionState = { kind: 'notConnected' };
    const SIGNED_OUT: ConnectionState = { kind: 'signedOut' };

    /** The state of a connection of which nothing is known but what the files describe. */
    export function initialState(connection: AwsConnection): ConnectionState {
        if (AwsConnection.problem(connection)) {
            return INVALID;
        }
        return connection.kind === 'iamProfile' ? NOT_CONNECTED : SIGNED_OUT;
    }
}
