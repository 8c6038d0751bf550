import type { AwsConnection, AwsConnectionId } from '../connection/aws-connection';
import type { ConfiguredEndpoints } from '../connection/configured-endpoint';
import type { ConnectionState } from '../state/connection-state';
import type { AwsUse, ConnectionUses } from '../token-service/connection-use';
import { TokenServiceHere, TokenServices } from '../token-service/token-services';
import type { TokenServicePlatform } from '../token-service/token-service-platform';
import type { AwsFailure } from '../state/aws-accounts-error';
import type { DeveloperProfile } from '../token-service/developer-profile';
import type { Pin } from '../connection/pin';
import type { ServiceRefusal } from '../token-service/service-refusal';

export interface ConnectionEntry {
    readonly connection: AwsConnection;
    readonly state: ConnectionState;
}

/** One of the two shared config files, as it was found. */
export interface SharedConfigFile {
    /** Absolute path on the backend's machine. */
    readonly path: string;
    readonly exists: boolean;
    /** Reason why the file could not be read, or the first place where it is broken. */
    readonly failure?: AwsFailure;
}

/** The shared config files that the backend looks at, and the machine they are on. */
export interface SharedConfigFiles {
    readonly host: string;
    readonly config: SharedConfigFile;
    readonly credentials: SharedConfigFile;
}

/**
 * All that a window needs to know, whole: windows never patch it. A snapshot with a lower `revision` than the one at hand is stale.
 */
export interface AwsAccountsSnapshot {
    readonly revision: number;
    readonly connections: readonly ConnectionEntry[];
    readonly uses: ConnectionUses;
    readonly files: SharedConfigFiles;
    /** Pins of the person, in the order in which they were made. Their subjects may be gone, and come back. */
    readonly pins?: readonly Pin[];
    /** The token services of the product, and what they take on this platform. */
    readonly services: TokenServices;
    /** The platform of the service `codeWhisperer`, as `services` has it; for extensions that know no other service. */
    readonly codeWhispererHost?: TokenServicePlatform;
    /** Endpoints that calls go to instead of AWS; absent: none. */
    readonly endpoints?: ConfiguredEndpoints;
    /** Services that take a sign-in and refuse the person. */
    readonly refusals?: readonly ServiceRefusal[];
    /** The developer profile of each token service in this workspace; absent: none was chosen. */
    readonly developerProfiles?: { readonly [use: AwsUse]: DeveloperProfile | undefined };
    /** Problem of the product itself, for example a home folder that cannot be written. */
    readonly failure?: AwsFailure;
}

/** A token service and the connection that it has. */
export interface TokenUse {
    readonly service: TokenServiceHere;
    readonly entry: ConnectionEntry;
}

export namespace AwsAccountsSnapshot {

    export function find(snapshot: AwsAccountsSnapshot, id: AwsConnectionId | undefined): ConnectionEntry | undefined {
        return id === undefined ? undefined : snapshot.connections.find(entry => entry.connection.id === id);
    }

    /**
     * The sign-in that the connection lives on: its own for a token connection, that of its SSO session for a profile; `undefined`: none.
     */
    export function signInBehind({ connections }: AwsAccountsSnapshot, connection: AwsConnection): ConnectionEntry | undefined {
        if (connection.kind !== 'iamProfile') {
            return connections.find(({ connection: { id } }) => id === connection.id);
        }
        const { ssoSession } = connection;
        return ssoSession === undefined
            ? undefined
            : connections.find(
                  ({ connection: other }) => other.kind === 'identityCenter' && (other.name === ssoSession || other.startUrl === ssoSession)
              );
    }

    /** The platform that makes `use` take the IAM profile of AWS services; `undefined`: it takes its own connection. */
    export function platformOf({ services }: AwsAccountsSnapshot, use: AwsUse): TokenServicePlatform | undefined {
        return TokenServices.find(services, use)?.host;
    }

    /** @deprecated Its name is `platformOf`. */
    export const hostOf = platformOf;

    /**
     * The connection that serves `use`, if there is one and it still exists. On some platforms a token service is served by the profile of
     * AWS services.
     */
    export function inUse(snapshot: AwsAccountsSnapshot, use: AwsUse): ConnectionEntry | undefined {
        return find(snapshot, snapshot.uses[platformOf(snapshot, use) ? 'awsServices' : use]);
    }

    /** The token services that have a connection of their own, with it. */
    export function tokenUses(snapshot: AwsAccountsSnapshot): TokenUse[] {
        return snapshot.services.flatMap(service => {
            const entry = service.host ? undefined : find(snapshot, snapshot.uses[service.id]);
            return entry === undefined ? [] : [{ service, entry }];
        });
    }

    /** The words of the service of `use` when it refused the person who is signed in for it; `undefined`: it did not. */
    export function refusalOf(snapshot: AwsAccountsSnapshot, use: AwsUse): string | undefined {
        const id = inUse(snapshot, use)?.connection.id;
        return snapshot.refusals?.find(refusal => refusal.use === use && refusal.connectionId === id)?.words;
    }
}
