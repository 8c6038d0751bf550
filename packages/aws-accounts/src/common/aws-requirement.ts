import { AwsConnection } from './aws-connection';
import { ConnectionState } from './connection-state';
import { AwsScopes } from './aws-scopes';
import type { AwsAccountsSnapshot, ConnectionEntry } from './aws-accounts-snapshot';
import type { AwsUse } from './connection-use';

/** What a command needs, as data. */
export type AwsRequirement =
    /** IAM credentials: an IAM profile, used for AWS services. */
    | { readonly kind: 'iam' }
    /** A bearer token with all of these scopes, from the connection used for CodeWhisperer. */
    | { readonly kind: 'token'; readonly scopes: readonly string[] };

/** Whether a requirement is met right now, and if not, why not. */
export type AwsVerdict =
    | { readonly kind: 'satisfied'; readonly entry: ConnectionEntry }
    /** The use has no connection, or its connection is signed out. */
    | { readonly kind: 'notConnected'; readonly entry?: ConnectionEntry }
    /** The connection of the use cannot give what is needed, whatever its state. */
    | { readonly kind: 'incompatible'; readonly entry: ConnectionEntry }
    | { readonly kind: 'expired'; readonly entry: ConnectionEntry }
    | { readonly kind: 'missingScopes'; readonly entry: ConnectionEntry; readonly scopes: readonly string[] }
    /** Not known yet: the connection has to be asked, or is being asked, or could not be reached. */
    | { readonly kind: 'pending'; readonly entry: ConnectionEntry };

export namespace AwsRequirement {

    /** The use that serves the requirement. */
    export function use(requirement: AwsRequirement): AwsUse {
        return requirement.kind === 'iam' ? 'awsServices' : 'codeWhisperer';
    }

    /**
     * Whether `requirement` is met by `snapshot` at `now` (epoch ms). Pure: no RPC, no network, no clock of its own.
     * Anything that is not positively known to be fine is not `satisfied`.
     */
    export function check(requirement: AwsRequirement, snapshot: AwsAccountsSnapshot, now: number): AwsVerdict {
        const entry = snapshot.connections.find(candidate => candidate.connection.id === snapshot.uses[use(requirement)]);
        if (entry === undefined) {
            return { kind: 'notConnected' };
        }
        if (AwsConnection.isIam(entry.connection) !== (requirement.kind === 'iam')) {
            return { kind: 'incompatible', entry };
        }
        return judge(requirement, { connection: entry.connection, state: ConnectionState.at(entry.state, now) });
    }

    function judge(requirement: AwsRequirement, entry: ConnectionEntry): AwsVerdict {
        const { state } = entry;
        switch (state.kind) {
            case 'signedIn': {
                const scopes = requirement.kind === 'token' ? AwsScopes.missing(requirement.scopes, state.scopes) : [];
                return scopes.length > 0 ? { kind: 'missingScopes', entry, scopes } : { kind: 'satisfied', entry };
            }
            case 'connected':
                return { kind: 'satisfied', entry };
            case 'signedOut':
                return { kind: 'notConnected', entry };
            case 'notConnected':
            case 'connecting':
            case 'signingIn':
            case 'unreachable':
                return { kind: 'pending', entry };
            case 'expired':
                return { kind: 'expired', entry };
            case 'failed':
            case 'invalid':
                return { kind: 'incompatible', entry };
        }
    }
}
