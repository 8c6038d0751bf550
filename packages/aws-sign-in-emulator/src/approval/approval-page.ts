import { EmulatorState } from '../state/emulator-state';
import type { Authorization } from '../state/sign-in-records';
import { Exchange, Reply } from '../http/exchange';
import { Operation, route } from '../http/operation';
import { OIDC_HOSTS, OidcService } from '../oidc/oidc-service';
import { decide } from './decision';

const SCOPE_TEXTS: Record<string, string> = {
    'sso:account:access': 'List your AWS accounts and roles, and use them',
    'codewhisperer:completions': 'Use CodeWhisperer to suggest code',
    'codewhisperer:analysis': 'Use CodeWhisperer to scan code'
};

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f2f3f3;color:#16191f}
main{max-width:30rem;margin:8vh auto;background:#fff;padding:2rem;border-radius:8px;
box-shadow:0 1px 6px #0003}
h1{font-size:1.4rem;margin-top:0}.note{background:#fff6d6;padding:.5rem 1rem;border-radius:4px}
.code{font:700 2rem/1.2 ui-monospace,monospace;letter-spacing:.15em}
button{font:inherit;padding:.6rem 1.6rem;border-radius:4px;border:1px solid #545b64;background:#fff;cursor:pointer;margin-right:.6rem}
button[value=allow]{background:#ec7211;border-color:#b8570c;color:#000}
input{font:inherit;padding:.5rem}`;

const DEVICE_HOSTS = /^device\.sso\./;

/** The page on which a person allows or denies a sign-in. Plain forms: it works without scripts and with a screen reader. */
export class ApprovalPage {

    constructor(protected readonly state: EmulatorState, protected readonly oidc: OidcService) { }

    operations(): Operation[] {
        const device = (exchange: Exchange): Reply => this.devicePage(exchange.url.searchParams.get('user_code') ?? '');
        return [
            ...Operation.at(DEVICE_HOSTS, [
                {
                    name: 'DevicePage',
                    matches: ({ method, url }) => method === 'GET' && (url.pathname === '/device' || url.hostname.startsWith('device.')),
                    handle: device
                }
            ]),
            ...Operation.at(
                OIDC_HOSTS,
                [route('AuthorizePage', 'GET', '/authorize', exchange => this.page(this.oidc.authorize(exchange.url.searchParams)))]
            ),
            route('Decision', 'POST', '/decision', exchange => this.decide(Exchange.form(exchange)))
        ];
    }

    protected devicePage(userCode: string): Reply {
        const authorization = this.findByUserCode(userCode);
        return authorization
            ? this.page(authorization)
            : document('Enter the code', `<form method="get" action="/device"><p><label>
The code that your IDE shows:
<input name="user_code" autofocus required value="${escape(userCode)}"></label></p>
${userCode ? '<p role="alert">No sign-in waits for this code.</p>' : ''}<button>Continue</button></form>`);
    }

    /** The sign-in that waits for a decision under this code, typed in any case. */
    findByUserCode(userCode: string): Authorization | undefined {
        const wanted = userCode.trim().toUpperCase();
        return this.state.undecided().find(candidate => candidate.userCode === wanted);
    }

    protected page(authorization: Authorization): Reply {
        const registration = this.state.registrations.get(authorization.clientId);
        if (registration === undefined || registration.expiresAt <= this.state.now()) {
            return document(
                'Invalid client', '<p>The registration of your IDE with AWS has run out. Go back to it and sign in again.</p>', 400
            );
        }
        const scopes = registration.scopes.map(scope => `<li>${escape(SCOPE_TEXTS[scope] ?? scope)}</li>`).join('');
        const code = authorization.userCode
            ? `<p>Is this the code that your IDE shows?</p><p class="code">${escape(authorization.userCode)}</p>`
            : '';
        return document('Allow access?', `${code}<p><strong>${escape(registration.clientName)}</strong> asks to:</p><ul>${scopes}</ul>
<form method="post" action="/decision"><input type="hidden" name="code" value="${escape(authorization.ticket)}">
<button name="decision" value="allow">Allow access</button><button name="decision" value="deny">Deny access</button></form>`);
    }

    protected decide(form: URLSearchParams): Reply {
        const code = form.get('code') ?? '';
        const authorization = this.state.undecided().find(({ ticket }) => ticket === code);
        if (authorization === undefined) {
            return document('Nothing waits for this', '<p>The sign-in has ended, or the code is wrong.</p>', 400);
        }
        const allowed = form.get('decision') === 'allow';
        const { redirect } = decide(authorization, allowed ? 'approved' : 'denied');
        if (redirect !== undefined) {
            return Reply.redirect(redirect);
        }
        return allowed
            ? document('Request approved', '<p>You can close this page and go back to your IDE.</p>')
            : document('Request denied', '<p>Nothing was given to your IDE.</p>');
    }
}

function document(title: string, content: string, status = 200): Reply {
    return Reply.html(`<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>${title} - AWS sign-in emulator</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${content}
<p class="note">This is the AWS sign-in emulator: not the real AWS.</p></main></body></html>`, status);
}

function escape(text: string): string {
    return text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
}
