import { randomBytes, randomUUID } from 'node:crypto';
import { EmulatorState } from '../state/emulator-state';
import type { Authorization, Registration } from '../state/sign-in-records';
import { AwsHost } from '../hosts/aws-host';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import { AUTHORIZATION_CODE, DEVICE_CODE, isRegisteredFor } from './grants';
import { oidcRefusal } from './oidc-error';
import { KnowsStartUrl, RegistrationEndpoint } from './registration-endpoint';
import { TokenEndpoint } from './token-endpoint';

/** Letters that cannot be mistaken for one another when read aloud or typed. */
const USER_CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Hosts of the service, with FIPS or without, in any region. */
export const OIDC_HOSTS = /^oidc(-fips)?\./;

/** SSO-OIDC: RegisterClient, StartDeviceAuthorization and CreateToken. */
export class OidcService {

    constructor(protected readonly state: EmulatorState, protected readonly baseUrl: () => string) { }

    operations(): Operation[] {
        const tokens = new TokenEndpoint(this.state);
        const knows: KnowsStartUrl = (startUrl, exchange) => this.knows(startUrl, exchange);
        const registrations = new RegistrationEndpoint(this.state, knows);
        return Operation.at(OIDC_HOSTS, [
            route('RegisterClient', 'POST', '/client/register', exchange => registrations.register(exchange)),
            route('StartDeviceAuthorization', 'POST', '/device_authorization', exchange => this.startDevice(exchange)),
            route('CreateToken', 'POST', '/token', exchange => tokens.create(exchange))
        ]);
    }

    protected startDevice(exchange: Exchange): Reply {
        const { clientId, clientSecret, startUrl } = Exchange.json(exchange);
        const registration = this.state.registrations.get(String(clientId));
        if (registration === undefined || registration.clientSecret !== clientSecret) {
            throw this.refuse('invalid_client', 'Unknown client.');
        }
        if (!isRegisteredFor(registration, DEVICE_CODE)) {
            throw this.refuse('unauthorized_client', 'The client is not registered for the device flow.');
        }
        if (!this.knows(startUrl, exchange)) {
            throw this.refuse('invalid_request', 'Invalid start URL provided.');
        }
        const userCode = newUserCode();
        const { code } = this.beginAuthorization(registration, startUrl, userCode);
        const verificationUri = this.devicePage(exchange);
        return Reply.json({
            deviceCode: code,
            userCode,
            verificationUri,
            verificationUriComplete: `${verificationUri}?user_code=${userCode}`,
            expiresIn: this.state.settings.deviceCodeLifetime,
            interval: this.state.settings.pollInterval
        });
    }

    /** Notes that a person has to decide, by a device code. */
    protected beginAuthorization({ clientId }: Registration, startUrl: string, userCode: string): Authorization {
        const authorization: Authorization = {
            code: this.state.secret('devicecode'), ticket: userCode, clientId, startUrl, userCode,
            expiresAt: this.state.inSeconds(this.state.settings.deviceCodeLifetime), decision: 'pending', polls: []
        };
        this.state.authorizations.set(authorization.code, authorization);
        return authorization;
    }

    /** Under a name of AWS a directory is known in its own region only, and Builder ID in the first. */
    protected knows(startUrl: unknown, exchange: Exchange): startUrl is string {
        const region = AwsHost.regional(Exchange.awsHost(exchange) ?? '')?.region;
        return this.state.isStartUrl(startUrl) && (region === undefined || region === this.state.regionOf(startUrl));
    }

    /** The page for the code. Under a name of AWS it stands in the same region. */
    protected devicePage(exchange: Exchange): string {
        const host = AwsHost.regional(Exchange.awsHost(exchange) ?? '');
        return host === undefined ? `${this.baseUrl()}/device` : `https://device.sso.${host.region}.${host.suffix}/`;
    }

    /** Checks what `GET /authorize` was asked with and notes that a person has to decide. */
    authorize(parameters: URLSearchParams): Authorization {
        const registration = this.state.registrations.get(parameters.get('client_id') ?? '');
        const uri = parameters.get('redirect_uri') ?? '';
        const isLoopback = /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/.test(uri);
        if (registration === undefined || !isLoopback || !isRegisteredFor(registration, AUTHORIZATION_CODE)) {
            throw new Refusal(Reply.html('<h1>Invalid client or redirect address</h1>', 400));
        }
        const challenge = parameters.get('code_challenge');
        const scopes = (parameters.get('scopes') ?? '').split(/[ ,]/).filter(scope => scope !== '');
        const s256 = parameters.get('response_type') === 'code' && parameters.get('code_challenge_method') === 'S256';
        if (!s256 || !challenge || scopes.some(scope => !registration.scopes.includes(scope))) {
            throw new Refusal(Reply.html('<h1>Invalid request</h1>', 400));
        }
        const authorization: Authorization = {
            code: this.state.secret('authcode'), ticket: randomUUID(),
            clientId: registration.clientId, startUrl: this.startUrlOf(registration),
            redirect: { uri, state: parameters.get('state') ?? '', challenge },
            expiresAt: this.state.inSeconds(this.state.settings.deviceCodeLifetime), decision: 'pending', polls: []
        };
        this.state.authorizations.set(authorization.code, authorization);
        return authorization;
    }

    /** A client that names no directory: CodeWhisperer alone is Builder ID; anything with account access belongs to the first directory. */
    protected startUrlOf({ issuerUrl, scopes }: Registration): string {
        const { builderIdStartUrl, directories } = this.state.organisation;
        return issuerUrl ?? (scopes.includes('sso:account:access') ? directories[0].startUrl : builderIdStartUrl);
    }

    protected refuse(error: string, description: string): Refusal {
        return oidcRefusal(this.state.settings.errorTypeHeader, error, description);
    }
}

function newUserCode(): string {
    const letters = [...randomBytes(8)].map(byte => USER_CODE_LETTERS[byte % USER_CODE_LETTERS.length]).join('');
    return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
