import type { ConnectionEntry } from '../snapshot/aws-accounts-snapshot';
import { AwsScopes } from '../token-service/aws-scopes';
import type { RequirementMismatch } from './requirement-mismatch';
import { SimpleRequirement } from './simple-requirement';

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

export namespace AwsVerdict {

    /** The one that is nearest to being satisfied. Without verdicts nothing is connected. */
    export function nearest(verdicts: readonly AwsVerdict[]): AwsVerdict {
        return NEAREST.map(kind => verdicts.find(verdict => verdict.kind === kind)).find(verdict => verdict !== undefined)
            ?? { kind: 'notConnected' };
    }

    /** The verdict about a connection that fits the requirement and is in the state of `entry`. */
    export function inState(requirement: SimpleRequirement, entry: ConnectionEntry): AwsVerdict {
        const { state } = entry;
        switch (state.kind) {
            case 'signedIn': {
                const scopes = AwsScopes.missing(SimpleRequirement.asToken(requirement)?.scopes ?? [], state.scopes);
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
