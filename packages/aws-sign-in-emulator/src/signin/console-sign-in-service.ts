import { randomUUID } from 'node:crypto';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import type { EmulatorState } from '../state/emulator-state';
import type { Authorization } from '../state/sign-in-records';
import { confirmationPage, consolePage, decisionPage } from './console-page';
import { ConsoleSession, ConsoleSessions, refusalOf } from './console-sessions';
import { DpopProof } from './dpop-proof';

const SAME_DEVICE = 'arn:aws:signin:::devtools/same-device';
const CROSS_DEVICE = 'arn:aws:signin:::devtools/cross-device';
/** The sign-in of the console in each region. */
const HOSTS = /(^|\.)signin(\.|$)/;

/**
 * The console sign-in that `aws login` uses: authorization code with proof key and DPoP, in a browser on the same machine or elsewhere.
 * The person is the IAM user of the setting `consoleUser`.
 */
export class ConsoleSignInService {

    protected readonly sessions: ConsoleSessions;

    constructor(protected readonly state: EmulatorState) {
        this.sessions = new ConsoleSessions(state);
    }

    /** Pages of a person. */
    pages(): Operation[] {
        return Operation.at(HOSTS, [
            route('ConsoleAuthorizePage', 'GET', '/v1/authorize', exchange => this.authorize(exchange)),
            route('ConsoleConfirmation', 'GET', '/v1/sessions/confirmation', ({ url }) => confirmationPage(url.searchParams))
        ]);
    }

    operations(): Operation[] {
        return Operation.at(HOSTS, [route('CreateOAuth2Token', 'POST', '/v1/token', exchange => this.token(exchange))]);
    }

    /** Ends every session, as an administrator does. */
    endSessions(): void {
        this.sessions.endAll();
    }

    protected authorize({ url }: Exchange): Reply {
        const { searchParams: asked } = url;
        const [clientId, uri, challenge] = ['client_id', 'redirect_uri', 'code_challenge'].map(name => asked.get(name) ?? '');
        const redirects = clientId === SAME_DEVICE ? /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/.test(uri)
            : clientId === CROSS_DEVICE && uri === `${url.origin}/v1/sessions/confirmation`;
        const right = redirects && challenge !== '' && !challenge.includes('=') && asked.get('response_type') === 'code'
            && asked.get('code_challenge_method') === 'SHA-256' && asked.get('scope') === 'openid' && asked.get('state');
        if (!right) {
            throw new Refusal(consolePage('Invalid request', '<p>Something is missing, or wrong.</p>', 400));
        }
        const authorization: Authorization = {
            code: this.state.secret('consolecode'), ticket: randomUUID(), clientId, startUrl: '',
            redirect: { uri, state: asked.get('state') ?? '', challenge },
            expiresAt: this.state.inSeconds(this.state.settings.deviceCodeLifetime), decision: 'pending', polls: []
        };
        this.state.authorizations.set(authorization.code, authorization);
        return decisionPage(this.sessions.user.userName, authorization.ticket);
    }

    protected token(exchange: Exchange): Reply {
        const asked = Exchange.json(exchange);
        const key = DpopProof.keyOf(Exchange.header(exchange, 'dpop'), 'POST', `${exchange.url.origin}/v1/token`, this.state.now());
        if (key === undefined) {
            throw refusalOf('INVALID_REQUEST', 'The proof of possession is not good.', 'ValidationException', 400);
        }
        switch (asked.grantType) {
            case 'authorization_code':
                return this.tokenOutput(this.sessions.ofCode(asked, key));
            case 'refresh_token':
                return this.tokenOutput(this.sessions.ofRefresh(asked, key));
            default:
                throw refusalOf('INVALID_REQUEST', 'Unknown grant type.', 'ValidationException', 400);
        }
    }

    protected tokenOutput(session: ConsoleSession): Reply {
        const { accountId, userName } = session.user;
        const arn = `arn:aws:iam::${accountId}:user/${userName}`;
        const lifetime = this.state.settings.consoleCredentialsLifetime;
        const issued = this.state.issueKey({ accountId, arn, userId: `AIDA${userName.toUpperCase()}EXAMPLE` }, lifetime);
        const refreshToken = this.sessions.keep(session);
        const { accessKeyId, secretAccessKey, sessionToken } = issued;
        return Reply.json({
            accessToken: { accessKeyId, secretAccessKey, sessionToken },
            tokenType: 'aws_sigv4', expiresIn: lifetime, refreshToken,
            idToken: [{ alg: 'none' }, { sub: arn, iss: 'signin' }, {}].map(part => encoded(part)).join('.')
        });
    }
}

function encoded(part: object): string {
    return Buffer.from(JSON.stringify(part)).toString('base64url');
}
