import { AwsAccountsError, AwsFailure, AwsFailureReason } from '../../common/state/aws-accounts-error';
import { entryOf, reasonOfCode, reasonOfStatus, NAME_REASONS, OIDC_ERRORS_BY_NAME, OIDC_REASONS } from './failure-tables';
import { redact } from './redaction';

/** Common part of errors of the SDK, of Node.js and of SSO-OIDC. */
interface ForeignError {
    readonly name?: string;
    readonly code?: unknown;
    readonly Code?: unknown;
    readonly error?: unknown;
    readonly error_description?: unknown;
    readonly syscall?: unknown;
    readonly cause?: unknown;
    /** Set on errors that the SDK understood as the service's. */
    readonly $fault?: string;
    readonly $metadata?: { readonly httpStatusCode?: number; readonly clockSkewCorrected?: boolean; readonly requestId?: string };
    readonly $response?: { readonly statusCode?: number; readonly headers?: { readonly [name: string]: string } };
}

/** Longest time by which a request may be off before AWS refuses it ("Troubleshoot Signature Version 4", IAM User Guide). Milliseconds. */
const ALLOWED_SKEW_MS = 5 * 60 * 1000;

const SIGNATURE_ERRORS: readonly unknown[] = ['SignatureDoesNotMatch', 'InvalidSignatureException'];

/** Depth to which a chain of causes is followed; deeper ones are cycles or noise. */
const CAUSES_AT_MOST = 6;

/**
 * Classifies an error of an AWS call by its codes, names and status, never by its message.
 *
 * @param subject what the call was about, for the person: a host, a profile, a start URL
 * @param now epoch milliseconds, to tell how far a clock is off that is refused
 */
export function toAwsFailure(error: unknown, subject?: string, now?: number): AwsFailure {
    if (error instanceof Error && AwsAccountsError.is(error)) {
        return error.data;
    }
    for (const cause of causes(error)) {
        const reason = reasonOf(cause);
        if (reason !== undefined) {
            const clockSkewMs = skewOf(cause, now);
            const skewed = reason === 'clockSkew' || isRefusedForItsTime(cause, clockSkewMs);
            return {
                reason: skewed ? 'clockSkew' : reason, subject, detail: detailOf(cause),
                ...skewed && clockSkewMs !== undefined && { clockSkewMs }, ...requestIdOf(cause)
            };
        }
    }
    return { reason: 'internal', subject };
}

/** The same for a call that was made as the settings of `profile` say: what was not accepted are these settings. */
export function toProfileFailure(error: unknown, profile: string, now?: number): AwsFailure {
    const failure = toAwsFailure(error, profile, now);
    return failure.reason === 'invalidRequest' ? { ...failure, about: 'profile' } : failure;
}

/** Tells whether the call ended because it was cancelled, which is never a failure. */
export function isAborted(error: unknown, signal: AbortSignal | undefined): boolean {
    return signal?.aborted === true || causes(error).some(cause => cause.name === 'AbortError');
}

/** The SSO-OIDC error code of a refused request, for example `authorization_pending`; by its name where a proxy lost the body. */
export function oidcErrorOf(error: unknown): string | undefined {
    const [{ error: code, name }] = [...causes(error), {}] as [ForeignError];
    return typeof code === 'string' ? code : entryOf(OIDC_ERRORS_BY_NAME, name);
}

function causes(error: unknown): ForeignError[] {
    const chain: ForeignError[] = [];
    for (
        let current = error;
        typeof current === 'object' && current !== null && chain.length < CAUSES_AT_MOST;
        current = (current as ForeignError).cause
    ) {
        chain.push(current);
    }
    return chain;
}

/** Codes tell more than names, and names more than a status. */
function reasonOf(error: ForeignError): AwsFailureReason | undefined {
    const status = error.$metadata?.httpStatusCode ?? error.$response?.statusCode;
    return entryOf(OIDC_REASONS, error.error)
        ?? reasonOfCode(error.code, error.syscall)
        ?? entryOf(NAME_REASONS, error.Code)
        ?? (error.$metadata?.clockSkewCorrected ? 'clockSkew' : undefined)
        ?? entryOf(NAME_REASONS, error.name)
        ?? reasonOfStatus(status, error.$fault !== undefined)
        ?? (error.name === 'SyntaxError' ? 'malformedResponse' : undefined)
        ?? (typeof error.error === 'string' ? 'invalidRequest' : undefined);
}

/** The difference between this machine's clock and the one that dated the answer. */
function skewOf({ $response }: ForeignError, now: number | undefined): number | undefined {
    const theirs = Date.parse($response?.headers?.date ?? '');
    return now === undefined || Number.isNaN(theirs) ? undefined : now - theirs;
}

/** STS says of a request from another time that its signature does not match; the date of the answer tells why. */
function isRefusedForItsTime({ name, Code }: ForeignError, clockSkewMs = 0): boolean {
    return (SIGNATURE_ERRORS.includes(Code) || SIGNATURE_ERRORS.includes(name)) && Math.abs(clockSkewMs) >= ALLOWED_SKEW_MS;
}

/** Only what looks like an id: it is repeated where people read. */
function requestIdOf({ $metadata }: ForeignError): { requestId?: string } {
    const { requestId } = $metadata ?? {};
    return requestId !== undefined && /^[\w-]{8,64}$/.test(requestId) ? { requestId } : {};
}

/** The service's words, without anything that could be a token, a code or a key. */
function detailOf({ error_description: description, error, code, Code, name }: ForeignError): string | undefined {
    if (typeof description === 'string' && description !== '') {
        return redact(description);
    }
    const said = [error, code, Code, name].find(text => typeof text === 'string' && text !== '');
    return typeof said === 'string' ? said.slice(0, 100) : undefined;
}
