import type { AwsFailureReason } from '../../common/aws-accounts-error';

/** SSO-OIDC error codes (RFC 6749 section 5.2, RFC 8628 section 3.5, SSO-OIDC API reference). Polling answers are handled before. */
export const OIDC_REASONS: { readonly [error: string]: AwsFailureReason } = {
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
    server_error: 'server'
};

/** Error names of the SDK's exceptions, and error codes of STS. */
export const NAME_REASONS: { readonly [name: string]: AwsFailureReason } = {
    AccessDenied: 'accessDenied',
    AccessDeniedException: 'accessDenied',
    ForbiddenException: 'accessDenied',
    ResourceNotFoundException: 'accessDenied',
    UnauthorizedException: 'signInRequired',
    InvalidGrantException: 'signInRequired',
    ExpiredTokenException: 'expiredCredentials',
    ExpiredToken: 'expiredCredentials',
    InvalidClientException: 'registrationExpired',
    UnauthorizedClientException: 'registrationExpired',
    InvalidClientTokenId: 'invalidCredentials',
    UnrecognizedClientException: 'invalidCredentials',
    SignatureDoesNotMatch: 'invalidCredentials',
    InvalidIdentityToken: 'invalidCredentials',
    RequestExpired: 'clockSkew',
    RequestTimeTooSkewed: 'clockSkew',
    InvalidRequestException: 'invalidRequest',
    ValidationError: 'invalidRequest',
    InvalidScopeException: 'invalidScope',
    TooManyRequestsException: 'throttled',
    ThrottlingException: 'throttled',
    Throttling: 'throttled',
    SlowDownException: 'throttled',
    InternalServerException: 'server',
    TimeoutError: 'timedOut',
    SyntaxError: 'malformedResponse'
};

/** System error codes of Node.js; TLS codes as OpenSSL names them. */
export const CODE_REASONS: { readonly [code: string]: AwsFailureReason } = {
    ...all('network', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ECONNRESET', 'ECONNREFUSED', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH',
        'EADDRINUSE', 'EADDRNOTAVAIL', 'ENOBUFS', 'EPROTO', 'ENOTCONN', 'ECONNABORTED', 'EPIPE', 'EHOSTDOWN'),
    ...all('timedOut', 'ETIMEDOUT', 'ESOCKETTIMEDOUT'),
    ...all('tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_GET_ISSUER_CERT', 'CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_SSL_WRONG_VERSION_NUMBER'),
    HPE_INVALID_VERSION: 'malformedResponse',
    HPE_INVALID_CONSTANT: 'malformedResponse'
};

function all(reason: AwsFailureReason, ...codes: string[]): { [code: string]: AwsFailureReason } {
    return Object.fromEntries(codes.map(code => [code, reason]));
}
