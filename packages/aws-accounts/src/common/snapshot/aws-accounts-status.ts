import type { AwsFailure } from '../state/aws-accounts-error';
import { AwsConnection, AwsConnectionId } from '../connection/aws-connection';
import type { ConnectionState } from '../state/connection-state';
import type { ConnectionUses } from '../token-service/connection-use';
import type { DeveloperProfile } from '../token-service/developer-profile';
import type { Pin } from '../connection/pin';
import type { ProfileMarks } from '../connection/profile-marks';
import type { ServiceRefusal } from '../token-service/service-refusal';
import type { TokenServiceId } from '../token-service/token-service';

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
