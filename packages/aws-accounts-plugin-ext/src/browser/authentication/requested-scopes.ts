import type { AuthenticationWwwAuthenticateRequest } from '@theia/core/lib/browser/authentication-service';

/** A request for a session: by its scopes, or by the challenge of a server. */
export type ScopesOrChallenge = readonly string[] | AuthenticationWwwAuthenticateRequest;

/** The scopes that a request asks for; an HTTP challenge names none that AWS would know. */
export function scopesOf(request: ScopesOrChallenge | undefined): readonly string[] {
    return request === undefined || 'wwwAuthenticate' in request ? request?.fallbackScopes ?? [] : request;
}
