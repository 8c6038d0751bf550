import { ApplicationError } from '@theia/core/lib/common/application-error';
import type { SourceLocation } from '../value/source-location';
import type { ProfileProblem } from '../connection/profile-problem';
import type { StartPageRefusal } from './start-page-refusal';

/** Reason why something failed, as a class that a person can act on. Chosen from error codes, never from messages. */
export type AwsFailureReason =
    /** No connection to the host: reset, unreachable. */
    | 'network'
    /** DNS does not know the host, or cannot be asked. */
    | 'hostNotFound'
    /** The host refused the connection: nothing listens there. */
    | 'connectionRefused'
    /** The proxy cannot be reached, or did not let the call through. */
    | 'proxy'
    /** The host was reached and did not answer in time. */
    | 'timedOut'
    /** The certificate was not accepted. */
    | 'tls'
    /** AWS answered 5xx. */
    | 'server'
    /** AWS answered 429, or asked to slow down. */
    | 'throttled'
    /** The answer was not what the service is documented to send. */
    | 'malformedResponse'
    /** A person has to sign in: there is no token, or the session has ended. */
    | 'signInRequired'
    /** There is no session of the console sign-in (`aws login`), or it has ended. The subject is the profile that names the session. */
    | 'awsLoginRequired'
    /** The client registration ran out; a sign-in makes a new one. */
    | 'registrationExpired'
    /** AWS refused: not allowed to do this. */
    | 'accessDenied'
    /** The keys or the token are not known to AWS (wrong, deleted, revoked). */
    | 'invalidCredentials'
    /** The credentials have run out and cannot be resolved anew without a person. */
    | 'expiredCredentials'
    /** The clock of this machine is too far off for signed requests. */
    | 'clockSkew'
    /** The region is not enabled for the account, or does not have the service. */
    | 'wrongRegion'
    /** The request was not accepted: see `about`. */
    | 'invalidRequest'
    /** The start URL is on a domain of an organization, and leads to no start page at AWS. */
    | 'startUrlRefused'
    /** The scopes were not accepted. */
    | 'invalidScope'
    /** The profile does not exist, or does not describe usable credentials. */
    | 'profileNotFound'
    | 'profileInvalid'
    /** The configured endpoint is no address. */
    | 'invalidEndpoint'
    /** `credential_process` ended with an error or gave no credentials. */
    | 'processFailed'
    /** The environment, container or instance that a profile names as its source has no credentials. */
    | 'credentialSourceEmpty'
    | 'mfaRequired'
    | 'fileUnreadable'
    | 'fileUnwritable'
    | 'fileBroken'
    | 'connectionNotFound'
    | 'internal';

/** The way in which a `credential_process` failed, without anything that could be a secret. */
export type ProcessTrouble =
    /** `code` is absent when it was killed; `said` is the redacted end of what it wrote to its standard error. */
    | { readonly kind: 'exited'; readonly code?: number; readonly said: string }
    /** `code` is a system error code, such as `ENOENT`. */
    | { readonly kind: 'notStarted'; readonly code: string }
    /** `problem` names the field that is missing or wrong in what it printed, or is `ProcessTrouble.NO_JSON`. */
    | { readonly kind: 'malformed'; readonly problem: string };

export namespace ProcessTrouble {

    /** No field is wrong: there is nothing that could have one. A log may print it; a person reads a text of their language. */
    export const NO_JSON = 'no JSON object';
}

/** The way in which a file is broken, or why it cannot be written. */
export type FileTrouble =
    /** `name` as people know it: `UTF-16`. */
    | { readonly kind: 'encoding'; readonly name: string }
    /** The section or the key stands again in this line; tools differ in which of them counts. */
    | { readonly kind: 'twice'; readonly line: number }
    /** Others wrote to the file each time before this product could. */
    | { readonly kind: 'contended' };

/** A failure as plain JSON, safe to send to the browser: it never holds a token, a key, a code or a client secret. */
export interface AwsFailure {
    readonly reason: AwsFailureReason;
    /** Subject of the failure: a host, a profile, a file, a start URL. */
    readonly subject?: string;
    /** Words of the other side, redacted, for the details. */
    readonly detail?: string;
    readonly location?: SourceLocation;
    /**
     * With `invalidRequest`: the settings of the profile that is the subject, or what was to be written to a file. Absent: start URL and
     * region of a sign-in.
     */
    readonly about?: 'profile' | 'fileEntry';
    /** With `profileInvalid`: what is wrong with the profile. */
    readonly problem?: ProfileProblem;
    /** With `processFailed`: how. Absent when the setting itself cannot be understood. */
    readonly process?: ProcessTrouble;
    /** With `startUrlRefused`: why. */
    readonly startPage?: StartPageRefusal;
    /** With `fileBroken` and `fileUnwritable`: how, where that is known. */
    readonly trouble?: FileTrouble;
    /** With `clockSkew`: how far this machine's clock is ahead of AWS's, in milliseconds; negative when it is behind. */
    readonly clockSkewMs?: number;
    /** By which AWS finds the refused request in its own records. */
    readonly requestId?: string;
}

/**
 * Thrown by the connection service; keeps `data` across frontend/backend RPC. Words for people are chosen at the UI edge.
 * `AwsFailure.toError` attaches what was caught as `cause`, which never leaves the process: texts of other software may hold anything.
 */
export const AwsAccountsError = ApplicationError.declare(-38_210, (failure: AwsFailure) => ({
    message: [failure.reason, failure.subject, failure.detail].filter(part => part !== undefined).join(': '),
    data: failure
}));
export type AwsAccountsError = ApplicationError<number, AwsFailure>;

const TRANSIENT: readonly AwsFailureReason[] = [
    'network', 'hostNotFound', 'connectionRefused', 'proxy', 'timedOut', 'tls', 'server', 'throttled', 'malformedResponse'
];

export namespace AwsFailure {

    /** Network or server trouble: passing, never a reason to sign anybody out. */
    export function isTransient({ reason }: AwsFailure): boolean {
        return TRANSIENT.includes(reason);
    }

    /** Only a person's new sign-in (or new credentials) helps. */
    export function needsSignIn({ reason }: AwsFailure): boolean {
        return (
            reason === 'signInRequired' ||
            reason === 'awsLoginRequired' ||
            reason === 'registrationExpired' ||
            reason === 'expiredCredentials'
        );
    }

    /** The failure that `error` carries; anything unknown is `internal`, without its text, since that text may hold anything. */
    export function of(error: unknown): AwsFailure {
        return error instanceof Error && AwsAccountsError.is(error) ? error.data : { reason: 'internal' };
    }

    /** The error to throw for `failure`, with what was caught as its `cause`. */
    export function toError(failure: AwsFailure, cause?: unknown): AwsAccountsError {
        return Object.assign(AwsAccountsError(failure), { cause });
    }
}
