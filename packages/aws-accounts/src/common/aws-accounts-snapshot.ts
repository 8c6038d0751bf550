import type { AwsConnection, AwsConnectionId } from './aws-connection';
import type { ConfiguredEndpoints } from './configured-endpoint';
import type { ConnectionState } from './connection-state';
import type { AwsUse, ConnectionUses } from './connection-use';
import type { CodeWhispererHost } from './code-whisperer-host';
import type { AwsFailure } from './aws-accounts-error';
import type { Pin } from './pin';

export interface ConnectionEntry {
    readonly connection: AwsConnection;
    readonly state: ConnectionState;
}

/** One of the two shared config files, as it was found. */
export interface SharedConfigFile {
    /** Absolute path on the backend's machine. */
    readonly path: string;
    readonly exists: boolean;
    /** Why the file could not be read, or the first place where it is broken. */
    readonly failure?: AwsFailure;
}

/** The shared config files that the backend looks at, and the machine they are on. */
export interface SharedConfigFiles {
    readonly host: string;
    readonly config: SharedConfigFile;
    readonly credentials: SharedConfigFile;
}

/**
 * Everything a window needs to know, whole: windows never patch it. A snapshot with a lower `revision` than the one at hand is stale.
 */
export interface AwsAccountsSnapshot {
    readonly revision: number;
    readonly connections: readonly ConnectionEntry[];
    readonly uses: ConnectionUses;
    readonly files: SharedConfigFiles;
    /** What the person wants to have at hand, in the order in which they pinned it. What it names may be gone, and come back. */
    readonly pins?: readonly Pin[];
    /** There, CodeWhisperer takes the IAM profile of AWS services; absent: it takes tokens. */
    readonly codeWhispererHost?: CodeWhispererHost;
    /** Where calls go instead of AWS; absent: nowhere else. */
    readonly endpoints?: ConfiguredEndpoints;
    /** What keeps the product itself from working as it should, for example a home folder that cannot be written. */
    readonly failure?: AwsFailure;
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

    /**
     * The connection that serves `use`, if there is one and it still exists. On some hosts CodeWhisperer is served by the profile of AWS
     * services.
     */
    export function inUse(snapshot: AwsAccountsSnapshot, use: AwsUse): ConnectionEntry | undefined {
        return find(snapshot, snapshot.uses[snapshot.codeWhispererHost ? 'awsServices' : use]);
    }
}
