import { AwsConnection } from '../connection/aws-connection';
import { ConnectionState } from '../state/connection-state';
import { AwsScopes } from '../token-service/aws-scopes';
import type { IamRequirement } from './iam-requirement';
import { RequirementMismatch } from './requirement-mismatch';
import type { AwsAccountsSnapshot, ConnectionEntry } from '../snapshot/aws-accounts-snapshot';
import type { AwsUse } from '../token-service/connection-use';
import { TokenServiceId, TokenServices } from '../token-service/token-service';

/** A bearer token with all of these scopes, from the connection that is used for the service that they belong to. */
export interface TokenRequirement {
    readonly kind: 'token';
    readonly scopes: readonly string[];
    /** Id of the token service; absent: the one whose scopes these are, or else the first one. */
    readonly service?: TokenServiceId;
}

/** A requirement of one method of authentication. */
export type SimpleRequirement = IamRequirement | TokenRequirement;

/** One of several will do, whichever there is. Without alternatives nothing will. */
export interface EitherRequirement {
    readonly kind: 'either';
    readonly of: readonly SimpleRequirement[];
}

/** Need of a command, as data. */
export type AwsRequirement = SimpleRequirement | EitherRequirement;

/** The answer whether a requirement is met right now, and if not, why not. */
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
    export function use(requirement: SimpleRequirement, services: TokenServices): AwsUse {
        switch (requirement.kind) {
            case 'iam':
                return 'awsServices';
            case 'token':
                return requirement.service ?? (TokenServices.meant(services, requirement) ?? services[0]).id;
        }
    }

    /** The requirement itself, unless it offers several. A requirement of no known kind is met by nothing. */
    export function alternatives(requirement: AwsRequirement): readonly SimpleRequirement[] {
        switch (requirement.kind) {
            case 'either':
                return requirement.of;
            case 'iam':
            case 'token':
                return [requirement];
            default:
                return none(requirement);
        }
    }

    /**
     * `requirement` as it holds on the host of `snapshot`: where a service takes IAM credentials, no token of it is asked for.
     */
    export function onHost(requirement: AwsRequirement, { services }: Pick<AwsAccountsSnapshot, 'services'>): AwsRequirement {
        if (services.every(({ host }) => host === undefined)) {
            return requirement;
        }
        const resolve = (one: SimpleRequirement): SimpleRequirement =>
            one.kind === 'token' && TokenServices.meant(services, one)?.host ? { kind: 'iam' } : one;
        switch (requirement.kind) {
            case 'either':
                return { ...requirement, of: requirement.of.map(resolve) };
            case 'iam':
            case 'token':
                return resolve(requirement);
            default:
                return { kind: 'either', of: none(requirement) };
        }
    }

    /** The alternative that `connection` can meet, or comes nearest to; the first one if its method of authentication fits none. */
    export function forConnection(requirement: AwsRequirement, entry: ConnectionEntry): SimpleRequirement | undefined {
        const fitting = alternatives(requirement).filter(alternative => fitsMethod(alternative, entry.connection));
        return fitting.find(alternative => mismatches(alternative, entry).length === 0) ?? fitting[0] ?? alternatives(requirement)[0];
    }

    /**
     * Tells whether `requirement` is met by `snapshot` at `now` (epoch ms). Pure: no RPC, no network, no clock of its own.
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

    /** Known mismatches of `entry` with `requirement`, whatever its state. None: it may do, or it is not known yet. */
    export function mismatches(requirement: AwsRequirement, entry: ConnectionEntry): RequirementMismatch[] {
        switch (requirement.kind) {
            case 'either': {
                const nearest = forConnection(requirement, entry);
                return nearest ? mismatches(nearest, entry) : [{ kind: 'method' }];
            }
            case 'iam':
                return AwsConnection.isIam(entry.connection)
                    ? RequirementMismatch.all(requirement, entry.connection, entry.state)
                    : [{ kind: 'method' }];
            case 'token':
                return AwsConnection.isToken(entry.connection) ? [] : [{ kind: 'method' }];
            default:
                return [{ kind: 'method' }, ...none(requirement)];
        }
    }

    function none(_unknown: never): readonly never[] {
        return [];
    }

    function fitsMethod(requirement: SimpleRequirement, connection: AwsConnection): boolean {
        switch (requirement.kind) {
            case 'iam':
                return AwsConnection.isIam(connection);
            case 'token':
                return AwsConnection.isToken(connection);
        }
    }

    function checkOne(requirement: SimpleRequirement, snapshot: AwsAccountsSnapshot, now: number): AwsVerdict {
        const id = snapshot.uses[use(requirement, snapshot.services)];
        const entry = snapshot.connections.find(({ connection }) => connection.id === id);
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
