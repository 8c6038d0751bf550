import type { IamProfileConnection } from './aws-connection';
import { AwsPartitions } from './aws-partitions';
import { AwsConnection } from './aws-connection';
import { ConnectionState } from './connection-state';
import { AwsScopes } from './aws-scopes';
import type { AwsAccountsSnapshot, ConnectionEntry } from './aws-accounts-snapshot';
import type { AwsUse } from './connection-use';

/**
 * IAM credentials: an IAM profile, used for AWS services. A list narrows down which ones; all lists have to fit, and an empty one fits
 * nothing.
 */
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

/** A requirement of one method of authentication. */
export type SimpleRequirement = IamRequirement | TokenRequirement;

/** One of several will do, whichever there is. Without alternatives nothing will. */
export interface EitherRequirement {
    readonly kind: 'either';
    readonly of: readonly SimpleRequirement[];
}

/** What a command needs, as data. */
export type AwsRequirement = SimpleRequirement | EitherRequirement;

/** Whether a requirement is met right now, and if not, why not. */
export type AwsVerdict =
    | { readonly kind: 'satisfied'; readonly entry: ConnectionEntry }
    /** The use has no connection, or its connection is signed out. */
    | { readonly kind: 'notConnected'; readonly entry?: ConnectionEntry }
    /** The connection of the use cannot give what is needed. No mismatches: it gives nothing at all, its state tells why. */
    | { readonly kind: 'incompatible'; readonly entry: ConnectionEntry; readonly mismatches: readonly RequirementMismatch[] }
    | { readonly kind: 'expired'; readonly entry: ConnectionEntry }
    | { readonly kind: 'missingScopes'; readonly entry: ConnectionEntry; readonly scopes: readonly string[] }
    /** Not known yet: the connection has to be asked, or is being asked, or could not be reached. */
    | { readonly kind: 'pending'; readonly entry: ConnectionEntry };

/** The alternatives of a requirement are told by the verdict that is nearest to being satisfied. */
const NEAREST: readonly AwsVerdict['kind'][] = ['satisfied', 'pending', 'expired', 'missingScopes', 'incompatible', 'notConnected'];

export namespace AwsRequirement {

    /** The use that serves the requirement. */
    export function use(requirement: SimpleRequirement): AwsUse {
        return requirement.kind === 'iam' ? 'awsServices' : 'codeWhisperer';
    }

    /** What will do: the requirement itself, unless it offers several. */
    export function alternatives(requirement: AwsRequirement): readonly SimpleRequirement[] {
        return requirement.kind === 'either' ? requirement.of : [requirement];
    }

    /**
     * What `requirement` comes to on the host of `snapshot`: where CodeWhisperer takes IAM credentials, nobody is asked for a token of it.
     */
    export function onHost(
        requirement: AwsRequirement,
        { codeWhispererHost }: Pick<AwsAccountsSnapshot, 'codeWhispererHost'>
    ): AwsRequirement {
        if (codeWhispererHost === undefined) {
            return requirement;
        }
        const resolve = (one: SimpleRequirement): SimpleRequirement =>
            one.kind === 'token' && one.scopes.some(AwsScopes.isCodeWhisperer) ? { kind: 'iam' } : one;
        return requirement.kind === 'either' ? { ...requirement, of: requirement.of.map(resolve) } : resolve(requirement);
    }

    /** The alternative that `connection` can meet, or comes nearest to; the first one if its method of authentication fits none. */
    export function forConnection(requirement: AwsRequirement, entry: ConnectionEntry): SimpleRequirement | undefined {
        const fitting = alternatives(requirement).filter(alternative => fitsMethod(alternative, entry.connection));
        return fitting.find(alternative => mismatches(alternative, entry).length === 0) ?? fitting[0] ?? alternatives(requirement)[0];
    }

    /**
     * Whether `requirement` is met by `snapshot` at `now` (epoch ms). Pure: no RPC, no network, no clock of its own.
     * Anything that is not positively known to be fine is not `satisfied`.
     */
    export function check(requirement: AwsRequirement, snapshot: AwsAccountsSnapshot, now: number): AwsVerdict {
        const verdicts = alternatives(onHost(requirement, snapshot)).map(alternative => checkOne(alternative, snapshot, now));
        return (
            NEAREST.map(kind => verdicts.find(verdict => verdict.kind === kind)).find(verdict => verdict !== undefined) ?? {
                kind: 'notConnected'
            }
        );
    }

    /** What is known to keep `entry` from meeting `requirement`, whatever its state. None: it may do, or it is not known yet. */
    export function mismatches(requirement: AwsRequirement, entry: ConnectionEntry): RequirementMismatch[] {
        if (requirement.kind === 'either') {
            const nearest = forConnection(requirement, entry);
            return nearest ? mismatches(nearest, entry) : [{ kind: 'method' }];
        }
        const { connection } = entry;
        if (!fitsMethod(requirement, connection)) {
            return [{ kind: 'method' }];
        }
        return requirement.kind === 'iam' && AwsConnection.isIam(connection)
            ? RequirementMismatch.all(requirement, connection, entry.state)
            : [];
    }

    function fitsMethod(requirement: SimpleRequirement, connection: AwsConnection): boolean {
        return requirement.kind === 'token' ? AwsConnection.isToken(connection) : AwsConnection.isIam(connection);
    }

    function checkOne(requirement: SimpleRequirement, snapshot: AwsAccountsSnapshot, now: number): AwsVerdict {
        const entry = snapshot.connections.find(candidate => candidate.connection.id === snapshot.uses[use(requirement)]);
        if (entry === undefined) {
            return { kind: 'notConnected' };
        }
        const found = mismatches(requirement, entry);
        return found.length > 0
            ? { kind: 'incompatible', entry, mismatches: found }
            : judge(requirement, { connection: entry.connection, state: ConnectionState.at(entry.state, now) });
    }

    function judge(requirement: SimpleRequirement, entry: ConnectionEntry): AwsVerdict {
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
                return { kind: 'incompatible', entry, mismatches: [] };
        }
    }
}

/** One thing about a connection that is not as a requirement wants it. */
export type RequirementMismatch =
    /** It gives IAM credentials where a token is wanted, or the other way round. */
    | { readonly kind: 'method' }
    | { readonly kind: 'account' | 'partition' | 'region'; readonly found: string; readonly wanted: readonly string[] };

export namespace RequirementMismatch {

    /** Every mismatch of a profile that is known in this state. What AWS confirmed counts more than what the files say. */
    export function all(requirement: IamRequirement, profile: IamProfileConnection, state: ConnectionState): RequirementMismatch[] {
        return [
            ...unless('account', requirement.accounts, state.kind === 'connected' ? state.identity.accountId : profile.accountId),
            ...unless('partition', requirement.partitions, partitionOf(profile, state)),
            ...unless('region', requirement.regions, profile.region.name)
        ];
    }

    function unless(
        kind: 'account' | 'partition' | 'region',
        wanted: readonly string[] | undefined,
        found: string | undefined
    ): RequirementMismatch[] {
        return wanted === undefined || found === undefined || wanted.includes(found) ? [] : [{ kind, found, wanted }];
    }

    /** `aws-cn` of `arn:aws-cn:sts::...`; an ARN without a partition fits no list. */
    function partitionOfArn(arn: string): string {
        return arn.split(':')[1] ?? '';
    }

    /** The partition that the profile is known to be in: as AWS confirmed it, or else as its region tells. */
    export function partitionOf(profile: IamProfileConnection, state: ConnectionState): string | undefined {
        return state.kind === 'connected' ? partitionOfArn(state.identity.arn) : partitionOfRegion(profile);
    }

    /** A region that nobody chose tells nothing about the partition that the keys are from. */
    function partitionOfRegion({ region }: IamProfileConnection): string | undefined {
        return region.origin === 'default' ? undefined : AwsPartitions.ofRegion(region.name)?.id;
    }
}
