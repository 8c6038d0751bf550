import type { AwsFailureReason } from '../../common/state/aws-accounts-error';
import { PROXY_ERROR_CODE } from './proxy-choice';

type ReasonTable = { readonly [key: string]: AwsFailureReason };

/** SSO-OIDC error codes (RFC 6749 section 5.2, RFC 8628 section 3.5, SSO-OIDC API reference). Polling answers are handled before. */
export const OIDC_REASONS: ReasonTable = {
    access_denied: 'accessDenied',
    expired_token: 'signInRequired',
    invalid_grant: 'signInRequired',
    invalid_client: 'registrationExpired',
    unauthorized_client: 'registrationExpired',
    invalid_scope: 'invalidScope',
    invalid_request: 'invalidRequest',
    invalid_redirect_uri: 'invalidRequest',
    invalid_client_metadata: 'invalidRequest',
    unsupported_grant_type: 'invalidRequest',
    slow_down: 'throttled',
    authorization_pending: 'throttled',
    server_error: 'server',
    temporarily_unavailable: 'server'
};

/** Error codes of SSO-OIDC as its header `x-amzn-errortype` spells them. */
export const OIDC_ERRORS_BY_NAME: { readonly [name: string]: string } = {
    AccessDeniedException: 'access_denied',
    AuthorizationPendingException: 'authorization_pending',
    ExpiredTokenException: 'expired_token',
    SlowDownException: 'slow_down'
};

/** Error names of the SDK's exceptions, and error codes of STS. */
export const NAME_REASONS: ReasonTable = {
    ...all('accessDenied', 'AccessDenied', 'AccessDeniedException', 'ForbiddenException', 'ResourceNotFoundException'),
    ...all('signInRequired', 'UnauthorizedException', 'InvalidGrantException'),
    ...all('expiredCredentials', 'ExpiredTokenException', 'ExpiredToken'),
    ...all('registrationExpired', 'InvalidClientException', 'UnauthorizedClientException'),
    ...all(
        'invalidCredentials',
        'InvalidClientTokenId',
        'UnrecognizedClientException',
        'SignatureDoesNotMatch',
        'InvalidSignatureException',
        'InvalidIdentityToken',
        'InvalidAccessKeyId',
        'IncompleteSignature',
        'AuthFailure'
    ),
    ...all('clockSkew', 'RequestExpired', 'RequestTimeTooSkewed', 'RequestInTheFuture'),
    ...all(
        'invalidRequest',
        'InvalidRequestException',
        'InvalidRequestRegionException',
        'ValidationError',
        'InvalidClientMetadataException',
        'InvalidRedirectUriException',
        'UnsupportedGrantTypeException'
    ),
    ...all(
        'throttled',
        'TooManyRequestsException',
        'ThrottlingException',
        'Throttling',
        'SlowDownException',
        'AuthorizationPendingException'
    ),
    ...all('server', 'InternalServerException', 'InternalFailure', 'ServiceUnavailable'),
    ...all('wrongRegion', 'RegionDisabledException', 'OptInRequired'),
    InvalidScopeException: 'invalidScope',
    TimeoutError: 'timedOut'
};

/** System error codes of Node.js; TLS codes as OpenSSL names them. */
const CODE_REASONS: ReasonTable = {
    ...all('hostNotFound', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL'),
    ...all('connectionRefused', 'ECONNREFUSED'),
    ...all('proxy', PROXY_ERROR_CODE),
    ...all('network', 'ECONNRESET', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH',
        'EADDRINUSE', 'EADDRNOTAVAIL', 'ENOBUFS', 'EPROTO', 'ENOTCONN', 'ECONNABORTED', 'EPIPE', 'EHOSTDOWN'),
    ...all('timedOut', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'),
    ...all('tls', 'SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'HOSTNAME_MISMATCH', 'INVALID_CA', 'INVALID_PURPOSE')
};

/** Families of codes: certificate checks and handshakes of OpenSSL, and what Node's HTTP parser says of an answer that is no HTTP. */
const CODE_FAMILIES: readonly (readonly [RegExp, AwsFailureReason])[] = [
    [/^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_)/, 'tls'],
    [/^HPE_/, 'malformedResponse']
];

/** A system call that only the network needs: whatever its code, no connection came about. A file's `ENOENT` is something else. */
const SYSCALL_REASONS: ReasonTable = { getaddrinfo: 'hostNotFound', connect: 'network' };

/** The reason that a system error code stands for. */
export function reasonOfCode(code: unknown, syscall?: unknown): AwsFailureReason | undefined {
    if (typeof code !== 'string') {
        return undefined;
    }
    const [, family] = CODE_FAMILIES.find(([pattern]) => pattern.test(code)) ?? [];
    return entryOf(CODE_REASONS, code) ?? family ?? entryOf(SYSCALL_REASONS, syscall);
}

/**
 * The reason that an HTTP status stands for, where nothing in the answer tells more.
 *
 * @param fromService the answer was understood as one of the service. Pages of proxies and guest networks come with any status, and say
 * nothing of what AWS thinks of a token.
 */
export function reasonOfStatus(status: number, fromService: boolean): AwsFailureReason;
export function reasonOfStatus(status: number | undefined, fromService: boolean): AwsFailureReason | undefined;
export function reasonOfStatus(status: number | undefined, fromService: boolean): AwsFailureReason | undefined {
    switch (status) {
        case undefined:
            return undefined;
        case 407:
            return 'proxy';
        case 408:
            return 'timedOut';
        case 429:
            return 'throttled';
    }
    if (status >= 500) {
        return 'server';
    }
    return fromService && status >= 400 ? refusal(status) : 'malformedResponse';
}

function refusal(status: number): AwsFailureReason {
    return status === 401 ? 'signInRequired' : status === 403 ? 'accessDenied' : 'invalidRequest';
}

/** The entry of a table; names come from other software, and `constructor` may be one. */
export function entryOf<T>(table: { readonly [key: string]: T }, key: unknown): T | undefined {
    return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}

function all(reason: AwsFailureReason, ...codes: string[]): ReasonTable {
    return Object.fromEntries(codes.map(code => [code, reason]));
}
