import { Refusal, Reply } from '../http/exchange';

/** Names that the SSO-OIDC service model gives to the error codes (RFC 6749 section 5.2, RFC 8628 section 3.5). */
const NAMES: Record<string, string> = {
    access_denied: 'AccessDeniedException',
    authorization_pending: 'AuthorizationPendingException',
    expired_token: 'ExpiredTokenException',
    server_error: 'InternalServerException',
    invalid_client: 'InvalidClientException',
    invalid_client_metadata: 'InvalidClientMetadataException',
    invalid_grant: 'InvalidGrantException',
    invalid_redirect_uri: 'InvalidRedirectUriException',
    invalid_request: 'InvalidRequestException',
    invalid_scope: 'InvalidScopeException',
    slow_down: 'SlowDownException',
    unauthorized_client: 'UnauthorizedClientException',
    unsupported_grant_type: 'UnsupportedGrantTypeException'
};

const STATUS: Record<string, number> = { invalid_client: 401, server_error: 500 };

/** Words SSO-OIDC errors as the service does; `header` tells whether `x-amzn-errortype` is sent. */
export function oidcReply(header: boolean, error: string, description = `Emulated ${error}.`, status = STATUS[error] ?? 400): Reply {
    const name = NAMES[error] ?? 'InvalidRequestException';
    return Reply.json({ error, error_description: description }, status, header ? { 'x-amzn-errortype': name } : {});
}

export function oidcRefusal(header: boolean, error: string, description?: string): Refusal {
    return new Refusal(oidcReply(header, error, description));
}
