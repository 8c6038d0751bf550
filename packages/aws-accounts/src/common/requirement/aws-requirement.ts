import { AwsConnection } from '../connection/aws-connection';
import { ConnectionState } from '../state/connection-state';
import { AwsVerdict } from './aws-verdict';
import { RequirementMismatch } from './requirement-mismatch';
import { IamRequirement, SimpleRequirement, TokenRequirement } from './simple-requirement';
import type { AwsAccountsSnapshot, ConnectionEntry } from '../snapshot/aws-accounts-snapshot';
import type { AwsUse } from '../token-service/connection-use';
import { TokenServices } from '../token-service/token-services';

/** One of several will do, whichever there is. Without alternatives nothing will. */
export interface EitherRequirement {
    readonly kind: 'either';
    readonly of: readonly SimpleRequirement[];
}

/** Need of a command, as data. */
export type AwsRequirement = SimpleRequirement | EitherRequirement;

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

    /** The alternatives that ask for a token. */
    export function tokens(requirement: AwsRequirement): readonly TokenRequirement[] {
        return alternatives(requirement).map(SimpleRequirement.asToken).filter(token => token !== undefined);
    }

    /** The first alternative that asks for IAM credentials. @returns `undefined`: none does */
    export function iam(requirement: AwsRequirement): IamRequirement | undefined {
        return alternatives(requirement).map(SimpleRequirement.asIam).find(one => one !== undefined);
    }

    /**
     * `requirement` as it holds on the platform of `snapshot`: where a service takes IAM credentials, no token of it is asked for.
     */
    export function onPlatform(requirement: AwsRequirement, { services }: Pick<AwsAccountsSnapshot, 'services'>): AwsRequirement {
        if (services.every(({ host }) => host === undefined)) {
            return requirement;
        }
        const resolve = (one: SimpleRequirement): SimpleRequirement => {
            const token = SimpleRequirement.asToken(one);
            return token && TokenServices.meant(services, token)?.host ? { kind: 'iam' } : one;
        };
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

    /** @deprecated Its name is `onPlatform`. */
    export const onHost = onPlatform;

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
        const verdicts = alternatives(onPlatform(requirement, snapshot)).map(alternative => checkOne(alternative, snapshot, now));
        return AwsVerdict.nearest(verdicts);
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
            : AwsVerdict.inState(requirement, { connection: entry.connection, state: ConnectionState.at(entry.state, now) });
    }
}
