import { AwsConnection } from './aws-connection';
import { AwsMisfit } from './aws-requirement-misfit';
import { ConnectionState } from './connection-state';
import { AwsScopes } from './aws-scopes';
import type { AwsAccountsSnapshot, ConnectionEntry } from './aws-accounts-snapshot';
import type { AwsUse } from './connection-use';

/** IAM credentials: an IAM profile, used for AWS services. A list narrows down which ones; all lists have to fit, and an empty one fits nothing. */
export interface IamRequirement {
    readonly kind: 'iam';
    /** 12-digit ids of the accounts that will do. */
    readonly accounts?: readonly string[];
    /** Ids of the partitions that will do, for example `aws-us-gov`. */
    readonly partitions?: readonly string[];
    /** Names of the regions that will do. */
    readonly regions?: readonly string[];
}

/** A bearer token with all of these scopes, from the connection used for CodeWhisperer. */
export interface TokenRequirement {
    readonly kind: 'token';
    readonly scopes: readonly string[];
}

/** What a command needs, as data. */
export type AwsRequirement = IamRequirement | TokenRequirement;

/** Whether a requirement is met right now, and if not, why not. */
export type AwsVerdict =
    | { readonly kind: 'satisfied'; readonly entry: ConnectionEntry }
    /** The use has no connection, or its connection is signed out. */
    | { readonly kind: 'notConnected'; readonly entry?: ConnectionEntry }
    /** The connection of the use cannot give what is needed. No misfits: it gives nothing at all, its state tells why. */
    | { readonly kind: 'incompatible'; readonly entry: ConnectionEntry; readonly misfits: readonly AwsMisfit[] }
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
        const found = misfits(requirement, entry);
        return found.length > 0
            ? { kind: 'incompatible', entry, misfits: found }
            : judge(requirement, { connection: entry.connection, state: ConnectionState.at(entry.state, now) });
    }

    /** What is known to keep `entry` from meeting `requirement`, whatever its state. None: it may do, or it is not known yet. */
    export function misfits(requirement: AwsRequirement, entry: ConnectionEntry): AwsMisfit[] {
        const { connection } = entry;
        if (requirement.kind === 'token') {
            return AwsConnection.isToken(connection) ? [] : [{ kind: 'method' }];
        }
        return AwsConnection.isIam(connection) ? AwsMisfit.all(requirement, connection, entry.state) : [{ kind: 'method' }];
    }

    /** Requirements that are met exactly when all of `requirements` are: at most one of each kind, so that a person is not asked twice. */
    export function combine(requirements: readonly AwsRequirement[]): AwsRequirement[] {
        const iam = requirements.filter(requirement => requirement.kind === 'iam');
        const tokens = requirements.filter(requirement => requirement.kind === 'token');
        return [
            ...iam.length > 0 ? [iam.reduce(both)] : [],
            ...tokens.length > 0 ? [{ kind: 'token', scopes: AwsScopes.union(...tokens.map(({ scopes }) => scopes)) } as const] : []
        ];
    }

    function both(one: IamRequirement, other: IamRequirement): IamRequirement {
        const accounts = common(one.accounts, other.accounts);
        const partitions = common(one.partitions, other.partitions);
        const regions = common(one.regions, other.regions);
        return { kind: 'iam', ...accounts && { accounts }, ...partitions && { partitions }, ...regions && { regions } };
    }

    function common(one: readonly string[] | undefined, other: readonly string[] | undefined): readonly string[] | undefined {
        return one && other ? one.filter(value => other.includes(value)) : one ?? other;
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
                return { kind: 'incompatible', entry, misfits: [] };
        }
    }
}
