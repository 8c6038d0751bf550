import type { AccessKey, EmulatorState } from '../state/emulator-state';
import { Exchange, Refusal, Reply } from '../http/exchange';
import { Operation } from '../http/operation';

const PATH = '/federation';
/** Lifetime of a sign-in token that waits for a browser. */
const TOKEN_LIFETIME_SECONDS = 15 * 60;

interface SigninToken {
    readonly key: AccessKey;
    readonly expiresAt: number;
}

/** The federation endpoint of the console: temporary credentials of a role against a token, and the token against a page. */
export class FederationService {

    protected readonly tokens = new Map<string, SigninToken>();

    constructor(protected readonly state: EmulatorState) { }

    operations(): Operation[] {
        return Operation.at(/^([a-z0-9-]+\.)?signin\./, [
            this.action('getSigninToken', 'GetSigninToken', ['GET', 'POST'], parameters => this.signinToken(parameters)),
            this.action('login', 'ConsoleLogin', ['GET'], parameters => this.console(parameters))
        ]);
    }

    protected action(action: string, name: string, methods: readonly string[], handle: (parameters: URLSearchParams) => Reply): Operation {
        return {
            name,
            handle: exchange => handle(parametersOf(exchange)),
            matches: exchange => methods.includes(exchange.method) && exchange.url.pathname === PATH
                && parametersOf(exchange).get('Action') === action
        };
    }

    protected signinToken(parameters: URLSearchParams): Reply {
        const { sessionId, sessionKey, sessionToken } = this.session(parameters.get('Session'));
        const key = this.state.accessKeys.get(String(sessionId));
        const known = key?.sessionToken !== undefined && key.secretAccessKey === sessionKey && key.sessionToken === sessionToken;
        if (!known || (key.expiresAt ?? 0) <= this.state.now() || !key.arn.includes(':assumed-role/')) {
            throw new Refusal(text(400, 'Only the live temporary credentials of a role are taken here.'));
        }
        const token = this.state.secret('signintoken');
        this.tokens.set(token, { key, expiresAt: this.state.inSeconds(TOKEN_LIFETIME_SECONDS) });
        return Reply.json({ SigninToken: token });
    }

    protected session(json: string | null): Record<string, unknown> {
        return Exchange.json({ method: '', url: new URL('http://none'), headers: {}, body: json ?? '' });
    }

    protected console(parameters: URLSearchParams): Reply {
        const found = this.tokens.get(parameters.get('SigninToken') ?? '');
        if (found === undefined || found.expiresAt <= this.state.now()) {
            throw new Refusal(text(400, 'The sign-in token is not valid.'));
        }
        const { key: { accountId, arn } } = found;
        return Reply.html(`<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Console - AWS sign-in emulator</title></head><body><main>
<h1>Console of account ${accountId}</h1><p>Signed in as <code>${escape(
    arn
)}</code></p><p>Destination: <code>${escape(parameters.get('Destination') ?? '')}</code></p>
<p>This is the AWS sign-in emulator: not the real AWS.</p></main></body></html>`);
    }
}

/** Those of the address, or of the form that was posted. */
function parametersOf(exchange: Exchange): URLSearchParams {
    return exchange.method === 'POST' ? Exchange.form(exchange) : exchange.url.searchParams;
}

function text(status: number, body: string): Reply {
    return { status, headers: { 'content-type': 'text/plain' }, body };
}

function escape(value: string): string {
    return value.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}
