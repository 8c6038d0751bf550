import { createHash, randomUUID } from 'node:crypto';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import type { IamUser } from '../organisation/organisation';
import type { Authorization, EmulatorState } from '../state/emulator-state';
import { DpopProof } from './dpop-proof';

const SAME_DEVICE = 'arn:aws:signin:::devtools/same-device';
const CROSS_DEVICE = 'arn:aws:signin:::devtools/cross-device';
/** The sign-in of the console in each region. */
const HOSTS = /(^|\.)signin(\.|$)/;

interface ConsoleSession {
    readonly user: IamUser;
    readonly clientId: string;
    /** The key whose holder may renew. */
    readonly key: string;
    readonly endsAt: number;
    ended: boolean;
}

/**
 * The console sign-in that `aws login` uses: authorization code with proof key and DPoP, in a browser on the same machine or elsewhere.
 * The person is the IAM user of the setting `consoleUser`.
 */
export class ConsoleSignInService {

    protected readonly sessions = new Map<string, ConsoleSession>();

    constructor(protected readonly state: EmulatorState) { }

    /** Pages of a person. */
    pages(): Operation[] {
        return Operation.at(HOSTS, [
            route('ConsoleAuthorizePage', 'GET', '/v1/authorize', exchange => this.authorize(exchange)),
            route('ConsoleConfirmation', 'GET', '/v1/sessions/confirmation', ({ url }) => this.confirmation(url.searchParams))
        ]);
    }

    operations(): Operation[] {
        return Operation.at(HOSTS, [route('CreateOAuth2Token', 'POST', '/v1/token', exchange => this.token(exchange))]);
    }

    /** Ends every session, as an administrator does. */
    endSessions(): void {
        this.sessions.forEach(session => session.ended = true);
    }

    protected authorize({ url }: Exchange): Reply {
        const { searchParams: asked } = url;
        const [clientId, uri, challenge] = ['client_id', 'redirect_uri', 'code_challenge'].map(name => asked.get(name) ?? '');
        const redirects = clientId === SAME_DEVICE ? /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/.test(uri)
            : clientId === CROSS_DEVICE && uri === `${url.origin}/v1/sessions/confirmation`;
        const right = redirects && challenge !== '' && !challenge.includes('=') && asked.get('response_type') === 'code'
            && asked.get('code_challenge_method') === 'SHA-256' && asked.get('scope') === 'openid' && asked.get('state');
        if (!right) {
            throw new Refusal(page('Invalid request', '<p>Something is missing, or wrong.</p>', 400));
        }
        const authorization: Authorization = {
            code: this.state.secret('consolecode'), ticket: randomUUID(), clientId, startUrl: '',
            redirect: { uri, state: asked.get('state') ?? '', challenge },
            expiresAt: this.state.inSeconds(this.state.settings.deviceCodeLifetime), decision: 'pending', polls: []
        };
        this.state.authorizations.set(authorization.code, authorization);
        return page('Sign in for development', `<p>Continue as <strong>${this.user.userName}</strong>?</p>
<form method="post" action="/decision"><input type="hidden" name="code" value="${authorization.ticket}">
<button name="decision" value="allow">Continue</button><button name="decision" value="deny">Cancel</button></form>`);
    }

    /** The last page of a browser elsewhere: the person takes the text to the machine that asked. */
    protected confirmation(answer: URLSearchParams): Reply {
        const text = Buffer.from(answer.toString()).toString('base64');
        return page('Copy this text', `<p>Paste it where you began to sign in:</p><p><code id="text">${text}</code></p>`);
    }

    protected token(exchange: Exchange): Reply {
        const asked = Exchange.json(exchange);
        const key = DpopProof.keyOf(Exchange.header(exchange, 'dpop'), 'POST', `${exchange.url.origin}/v1/token`, this.state.now());
        if (key === undefined) {
            throw refused('INVALID_REQUEST', 'The proof of possession is not good.', 'ValidationException', 400);
        }
        switch (asked.grantType) {
            case 'authorization_code':
                return this.tokenOutput(this.sessionOfCode(asked, key));
            case 'refresh_token':
                return this.tokenOutput(this.sessionOfRefresh(asked, key));
            default:
                throw refused('INVALID_REQUEST', 'Unknown grant type.', 'ValidationException', 400);
        }
    }

    protected sessionOfCode({ clientId, code, codeVerifier, redirectUri }: Record<string, unknown>, key: string): ConsoleSession {
        const { consoleRefusal, consoleSessionLifetime } = this.state.settings;
        if (consoleRefusal !== '') {
            throw refused(consoleRefusal, 'The sign-in is refused.');
        }
        const authorization = this.state.authorizations.get(String(code));
        const challenge = createHash('sha256').update(String(codeVerifier)).digest('base64url');
        const fits = authorization?.decision === 'approved' && authorization.clientId === clientId
            && authorization.redirect?.challenge === challenge && authorization.redirect.uri === redirectUri;
        if (!fits) {
            throw refused('INVALID_REQUEST', 'The code does not fit.', 'ValidationException', 400);
        }
        if (authorization.expiresAt <= this.state.now()) {
            throw refused('AUTHCODE_EXPIRED', 'The code has expired.');
        }
        authorization.decision = 'used';
        const endsAt = this.state.inSeconds(consoleSessionLifetime);
        return { user: this.user, clientId: authorization.clientId, key, endsAt, ended: false };
    }

    /** A refresh token works once. */
    protected sessionOfRefresh({ clientId, refreshToken }: Record<string, unknown>, key: string): ConsoleSession {
        const session = this.sessions.get(String(refreshToken));
        const good = session && session.clientId === clientId && session.key === key && !session.ended && session.endsAt > this.state.now();
        if (!good) {
            throw refused('TOKEN_EXPIRED', 'The session has ended.');
        }
        this.sessions.delete(String(refreshToken));
        return session;
    }

    protected tokenOutput(session: ConsoleSession): Reply {
        const { accountId, userName } = session.user;
        const arn = `arn:aws:iam::${accountId}:user/${userName}`;
        const lifetime = this.state.settings.consoleCredentialsLifetime;
        const issued = this.state.issueKey({ accountId, arn, userId: `AIDA${userName.toUpperCase()}EXAMPLE` }, lifetime);
        const refreshToken = this.state.secret('consolerefresh');
        this.sessions.set(refreshToken, session);
        const { accessKeyId, secretAccessKey, sessionToken } = issued;
        return Reply.json({
            accessToken: { accessKeyId, secretAccessKey, sessionToken },
            tokenType: 'aws_sigv4', expiresIn: lifetime, refreshToken,
            idToken: [{ alg: 'none' }, { sub: arn, iss: 'signin' }, {}].map(part => encoded(part)).join('.')
        });
    }

    protected get user(): IamUser {
        const { organisation: { users }, settings: { consoleUser } } = this.state;
        const user = users.find(({ userName }) => userName === consoleUser);
        if (user === undefined) {
            throw refused('AUTHCODE_INVALID', `No user is named ${consoleUser}.`, 'ValidationException', 400);
        }
        return user;
    }
}

function refused(error: string, message: string, name = 'AccessDeniedException', status = 403): Refusal {
    return new Refusal(Reply.json({ error, message }, status, { 'x-amzn-errortype': name }));
}

function encoded(part: object): string {
    return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function page(title: string, content: string, status = 200): Reply {
    return Reply.html(`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} - AWS sign-in emulator</title></head>
<body><main><h1>${title}</h1>${content}<p>This is the AWS sign-in emulator: not the real AWS.</p></main></body></html>`, status);
}
