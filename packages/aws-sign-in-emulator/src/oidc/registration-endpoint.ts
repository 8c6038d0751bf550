import { randomBytes } from 'node:crypto';
import { Exchange, Refusal, Reply } from '../http/exchange';
import type { EmulatorState } from '../state/emulator-state';
import type { Registration } from '../state/sign-in-records';
import { AUTHORIZATION_CODE, DEVICE_CODE } from './grants';
import { oidcRefusal } from './oidc-error';

/** Tells whether a start URL is known at the host that a request came to. */
export type KnowsStartUrl = (startUrl: unknown, exchange: Exchange) => startUrl is string;

/** RegisterClient. */
export class RegistrationEndpoint {

    constructor(protected readonly state: EmulatorState, protected readonly knows: KnowsStartUrl) { }

    register(exchange: Exchange): Reply {
        const asked = Exchange.json(exchange);
        const { clientName, clientType, issuerUrl } = asked;
        if (typeof clientName !== 'string' || clientType !== 'public') {
            throw this.refuse('invalid_client_metadata', 'clientName is required and clientType has to be public.');
        }
        if (issuerUrl !== undefined && !this.knows(issuerUrl, exchange)) {
            throw this.refuse('invalid_request', 'Unknown issuer.');
        }
        const registration = this.registration(asked, clientName, issuerUrl);
        this.checkGrants(registration);
        this.state.registrations.set(registration.clientId, registration);
        return Reply.json({
            clientId: registration.clientId,
            clientSecret: registration.clientSecret,
            clientIdIssuedAt: Math.floor(this.state.now() / 1000),
            clientSecretExpiresAt: Math.floor(registration.expiresAt / 1000)
        });
    }

    protected registration(
        { scopes, grantTypes, redirectUris }: Record<string, unknown>, clientName: string, issuerUrl: string | undefined
    ): Registration {
        return {
            clientId: randomBytes(16).toString('base64url'),
            clientSecret: this.state.secret('clientsecret'),
            clientName,
            scopes: strings(scopes),
            grantTypes: strings(grantTypes),
            redirectUris: strings(redirectUris),
            issuerUrl,
            expiresAt: this.state.inSeconds(this.state.settings.registrationLifetime)
        };
    }

    /** The real service fails for a client that asks for both flows, as users of other clients report. */
    protected checkGrants({ grantTypes, redirectUris, scopes }: Registration): void {
        const redirects = grantTypes.includes(AUTHORIZATION_CODE);
        if (redirects && grantTypes.includes(DEVICE_CODE)) {
            throw this.refuse('invalid_scope', 'A client cannot be registered for both flows.');
        }
        if (redirects && redirectUris.length === 0 || redirectUris.some(uri => uri !== 'http://127.0.0.1/oauth/callback')) {
            throw this.refuse('invalid_redirect_uri', 'The redirect address has to be http://127.0.0.1/oauth/callback.');
        }
        const unknown = scopes.find(scope => !/^(sso:account:access|codewhisperer:[a-z]+|codecatalyst:[a-z_]+)$/.test(scope));
        if (unknown !== undefined) {
            throw this.refuse('invalid_scope', `Unknown scope ${unknown}.`);
        }
    }

    protected refuse(error: string, description: string): Refusal {
        return oidcRefusal(this.state.settings.errorTypeHeader, error, description);
    }
}

function strings(value: unknown): string[] {
    return Array.isArray(value) ? value.filter(item => typeof item === 'string') : [];
}
