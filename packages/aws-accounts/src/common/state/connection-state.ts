import { AwsFailure } from './aws-accounts-error';

/** Caller according to AWS: the result of STS GetCallerIdentity. */
export interface CallerIdentity {
    readonly accountId: string;
    readonly arn: string;
    readonly userId: string;
}

/**
 * The state of a connection. Token connections are `signedOut`, `signingIn` or `signedIn`; IAM profiles are `notConnected`,
 * `connecting` or `connected`; the last four apply to both. All instants are ISO 8601 strings in UTC.
 */
export type ConnectionState =
    /** Never signed in, or signed out. */
    | { readonly kind: 'signedOut' }
    /** A window is going through a sign-in. */
    | { readonly kind: 'signingIn' }
    /**
     * A token is there; with `renews` it is refreshed when it is needed, so `expiresAt` is of no concern to people. With `unsaved` the
     * token could not be written: other programs do not have it, and it is gone when the backend ends. `own` are the scopes for which there
     * is another token that opens nothing else.
     */
    | {
        readonly kind: 'signedIn';
        readonly expiresAt: string;
        readonly renews: boolean;
        readonly scopes: readonly string[];
        readonly own?: readonly string[];
        readonly unsaved?: AwsFailure;
    }
    /** Not asked yet who this profile is: nothing is resolved before somebody uses it. */
    | { readonly kind: 'notConnected' }
    | { readonly kind: 'connecting' }
    /** STS confirmed the identity. Credentials without `expiresAt` last; with `renews` they are resolved anew without a person. */
    | { readonly kind: 'connected'; readonly identity: CallerIdentity; readonly expiresAt?: string; readonly renews: boolean }
    /** A person has to sign in again, or to renew the credentials. */
    | { readonly kind: 'expired'; readonly failure?: AwsFailure }
    /** Network or server trouble: what was there is kept, and tried again on the next use. */
    | { readonly kind: 'unreachable'; readonly failure: AwsFailure }
    /** AWS, or the source of the credentials, said no. */
    | { readonly kind: 'failed'; readonly failure: AwsFailure }
    /** The files do not describe a usable connection; see the connection's `problem`. */
    | { readonly kind: 'invalid' };

export namespace CallerIdentity {

    /** Tells whether the credentials are those of a role, which is whom the console takes: users sign in there by themselves. */
    export function isRole({ arn }: CallerIdentity): boolean {
        return /^arn:[^:]+:sts::\d+:(?:assumed-role|federated-user)\//.test(arn);
    }
}

export type ConnectionStateKind = ConnectionState['kind'];

export namespace ConnectionState {

    /** The state as it is at `now` (epoch ms): what has run out by itself is `expired`, without anybody having said so. */
    export function at(state: ConnectionState, now: number): ConnectionState {
        const end = runsOutAt(state);
        return end !== undefined && end <= now ? { kind: 'expired' } : state;
    }

    /** The instant (epoch ms) at which the state runs out unless a person does something; `undefined`: it lasts, or is over. */
    export function runsOutAt(state: ConnectionState): number | undefined {
        const mayRunOut = state.kind === 'signedIn' || state.kind === 'connected';
        return mayRunOut && !state.renews && state.expiresAt !== undefined ? Date.parse(state.expiresAt) : undefined;
    }

    /** The state after a call that ended with `failure`: trouble on the way passes, and only a refusal needs a person. */
    export function after(failure: AwsFailure): ConnectionState {
        if (AwsFailure.isTransient(failure)) {
            return { kind: 'unreachable', failure };
        }
        return AwsFailure.needsSignIn(failure) ? { kind: 'expired', failure } : { kind: 'failed', failure };
    }

    /** Somebody is at work on the connection; its next state is not known yet. */
    export function isPending(state: ConnectionState): boolean {
        return state.kind === 'signingIn' || state.kind === 'connecting';
    }

    /** A person has to do something before the connection works again. */
    export function needsAttention(state: ConnectionState): boolean {
        return state.kind === 'expired' || state.kind === 'failed' || state.kind === 'invalid' || state.kind === 'unreachable';
    }
}
