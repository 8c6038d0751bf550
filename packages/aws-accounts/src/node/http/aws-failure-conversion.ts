import { AwsAccountsError, AwsFailure, AwsFailureReason } from '../../common/aws-accounts-error';
import { CODE_REASONS, NAME_REASONS, OIDC_REASONS } from './failure-tables';

/** What errors of the SDK, of Node.js and of SSO-OIDC have in common, as far as it is looked at. */
interface ForeignError {
    readonly name?: string;
    readonly code?: unknown;
    readonly Code?: unknown;
    readonly error?: unknown;
    readonly error_description?: unknown;
    readonly cause?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: number };
    readonly $response?: { readonly statusCode?: number };
}

/** How deep a chain of causes is followed; deeper ones are cycles or noise. */
const CAUSES_AT_MOST = 6;

/**
 * Classifies an error of an AWS call by its codes, names and status, never by its message.
 *
 * @param subject what the call was about, for the person: a host, a profile, a start URL
 */
export function toAwsFailure(error: unknown, subject?: string): AwsFailure {
    if (error instanceof Error && AwsAccountsError.is(error)) {
        return error.data;
    }
    for (const cause of causes(error)) {
        const reason = reasonOf(cause);
        if (reason !== undefined) {
            return { reason, subject, detail: detailOf(cause) };
        }
    }
    return { reason: 'internal', subject };
}

/** Whether the call ended because it was called off, which is never a failure. */
export function isAborted(error: unknown, signal: AbortSignal | undefined): boolean {
    return signal?.aborted === true || causes(error).some(cause => cause.name === 'AbortError');
}

/** The SSO-OIDC error code of a refused request, for example `authorization_pending`. */
export function oidcErrorOf(error: unknown): string | undefined {
    const code = causes(error)[0]?.error;
    return typeof code === 'string' ? code : undefined;
}

function causes(error: unknown): ForeignError[] {
    const chain: ForeignError[] = [];
    for (let current = error; typeof current === 'object' && current !== null && chain.length < CAUSES_AT_MOST; current = (current as ForeignError).cause) {
        chain.push(current);
    }
    return chain;
}

function reasonOf(error: ForeignError): AwsFailureReason | undefined {
    return byText(OIDC_REASONS, error.error)
        ?? byText(CODE_REASONS, error.code)
        ?? byText(NAME_REASONS, error.Code)
        ?? byText(NAME_REASONS, error.name)
        ?? byStatus(error.$metadata?.httpStatusCode ?? error.$response?.statusCode);
}

function byText(table: { readonly [key: string]: AwsFailureReason }, key: unknown): AwsFailureReason | undefined {
    return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}

function byStatus(status: number | undefined): AwsFailureReason | undefined {
    if (status === undefined) {
        return undefined;
    }
    if (status === 429) {
        return 'throttled';
    }
    if (status >= 500) {
        return 'server';
    }
    if (status === 401) {
        return 'signInRequired';
    }
    return status === 403 ? 'accessDenied' : status >= 400 ? 'invalidRequest' : 'malformedResponse';
}

/** What the service said, without anything that could be a token, a code or a key. */
function detailOf({ error_description: description, error, code, Code, name }: ForeignError): string | undefined {
    const said = [description, error, code, Code, name].find(text => typeof text === 'string' && text !== '');
    return typeof said === 'string' ? said.replace(/[A-Za-z0-9+/_=-]{24,}/g, '[...]').slice(0, 300) : undefined;
}
