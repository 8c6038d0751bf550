import { createHash } from 'node:crypto';
import { EmulatorState } from '../state/emulator-state';
import type { Authorization, Registration, ServerSession } from '../state/sign-in-records';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { DEVICE_CODE, isRegisteredFor } from './grants';
import { oidcRefusal } from './oidc-error';

/** CreateToken with its three grants (RFC 8628 section 3.4, RFC 6749 sections 4.1.3 and 6, RFC 7636 section 4.6). */
export class TokenEndpoint {

    constructor(protected readonly state: EmulatorState) { }

    create(exchange: Exchange): Reply {
        const request = Exchange.json(exchange);
        const registration = this.client(request);
        if (!isRegisteredFor(registration, request.grantType)) {
            throw this.refuse('unauthorized_client', 'The client is not registered for this grant.');
        }
        switch (request.grantType) {
            case DEVICE_CODE:
                return this.fromDeviceCode(registration, String(request.deviceCode));
            case 'authorization_code':
                return this.fromCode(registration, request);
            case 'refresh_token':
                return this.fromRefreshToken(registration, String(request.refreshToken));
            default:
                throw this.refuse('unsupported_grant_type');
        }
    }

    protected client({ clientId, clientSecret }: Record<string, unknown>): Registration {
        const registration = this.state.registrations.get(String(clientId));
        if (registration === undefined || registration.clientSecret !== clientSecret || registration.expiresAt <= this.state.now()) {
            throw this.refuse('invalid_client', 'The client is not known, or its registration has run out.');
        }
        return registration;
    }

    protected fromDeviceCode(registration: Registration, deviceCode: string): Reply {
        const authorization = this.state.authorizations.get(deviceCode);
        if (authorization === undefined || authorization.clientId !== registration.clientId) {
            throw this.refuse('invalid_grant', 'Invalid device code provided.');
        }
        this.checkPace(authorization);
        return this.redeem(registration, authorization);
    }

    /** More than two polls within the interval: the AWS CLI is known to poll twice at once, which the service bears. */
    protected checkPace(authorization: Authorization): void {
        const now = this.state.now();
        const since = now - this.state.settings.pollInterval * 1000 * 0.9;
        authorization.polls = [...authorization.polls.filter(time => time > since), now];
        if (authorization.polls.length > 2) {
            throw this.refuse('slow_down');
        }
    }

    protected fromCode(registration: Registration, { code, codeVerifier, redirectUri }: Record<string, unknown>): Reply {
        const authorization = this.state.authorizations.get(String(code));
        const challenge = createHash('sha256').update(String(codeVerifier)).digest('base64url');
        const redirect = authorization?.redirect;
        const fits = authorization?.clientId === registration.clientId && redirect?.challenge === challenge && redirect.uri === redirectUri;
        if (authorization === undefined || !fits) {
            throw this.refuse('invalid_grant', 'Invalid authorization code, verifier or redirect address.');
        }
        return this.redeem(registration, authorization);
    }

    protected redeem(registration: Registration, authorization: Authorization): Reply {
        if (authorization.expiresAt <= this.state.now()) {
            throw this.refuse('expired_token');
        }
        switch (authorization.decision) {
            case 'pending':
                throw this.refuse('authorization_pending');
            case 'denied':
                throw this.refuse('access_denied', 'The person refused.');
            case 'used':
                throw this.refuse('invalid_grant', 'The code has been used.');
            case 'approved':
                authorization.decision = 'used';
                return this.issue({
                    startUrl: authorization.startUrl, clientId: registration.clientId, scopes: registration.scopes,
                    endsAt: this.state.inSeconds(this.state.settings.sessionLifetime), ended: false
                }, true);
        }
    }

    protected fromRefreshToken(registration: Registration, refreshToken: string): Reply {
        const session = this.state.refreshTokens.get(refreshToken);
        if (session === undefined || session.clientId !== registration.clientId || session.ended || session.endsAt <= this.state.now()) {
            throw this.refuse('invalid_grant', 'Invalid refresh token provided.');
        }
        const { rotateRefreshTokens, omitRefreshToken } = this.state.settings;
        if (rotateRefreshTokens && !omitRefreshToken) {
            this.state.refreshTokens.delete(refreshToken);
        }
        return this.issue(session, !omitRefreshToken);
    }

    /** Registered without scopes: the legacy token of 8 hours that cannot be refreshed. */
    protected issue(session: ServerSession, withRefreshToken: boolean): Reply {
        const legacy = session.scopes.length === 0;
        const expiresIn = legacy ? 8 * 3600 : this.state.settings.accessTokenLifetime;
        const accessToken = this.state.secret('accesstoken');
        this.state.accessTokens.set(accessToken, { session, expiresAt: this.state.inSeconds(expiresIn) });
        if (legacy || !withRefreshToken) {
            return Reply.json({ accessToken, tokenType: 'Bearer', expiresIn });
        }
        const refreshToken = this.state.secret('refreshtoken');
        this.state.refreshTokens.set(refreshToken, session);
        return Reply.json({ accessToken, tokenType: 'Bearer', expiresIn, refreshToken });
    }

    protected refuse(error: string, description?: string): Refusal {
        return oidcRefusal(this.state.settings.errorTypeHeader, error, description);
    }
}
