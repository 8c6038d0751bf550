import { AuthenticationService, AuthenticationSession } from '@theia/core/lib/browser/authentication-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import { emptyPlugin } from '@theia/plugin-ext/lib/common/plugin-api-rpc';
import type { AuthenticationProviderId } from '../../common/authentication-provider-id';
import type { ExtensionIdentity } from '../../common/extension-consent';
import { ExtensionConsents } from '../consent/extension-consents';
import { SessionConsent } from '../consent/session-consent';
import { ScopesOrChallenge, scopesOf } from './requested-scopes';
import { SignInRequests } from './sign-in-requests';

/** The options of `vscode.authentication.getSession`, as they reach the page. */
interface SessionOptions {
    readonly createIfNone?: boolean | { readonly detail?: string };
    readonly forceNewSession?: boolean | { readonly detail?: string };
    readonly silent?: boolean;
    readonly clearSessionPreference?: boolean;
    readonly account?: { readonly id: string };
}

interface SessionRequest {
    readonly provider: AuthenticationProviderId;
    readonly scopes: ScopesOrChallenge;
    readonly extension: ExtensionIdentity;
    readonly options: SessionOptions;
}

/** The extension that Theia names for each one in the browser that it does not know: a consent would be one for all of them. */
const NOBODY = emptyPlugin.model.id.toLowerCase();

/** The message that VS Code uses too: extensions compare it. */
const NO_CONSENT = 'User did not consent to login.';

/**
 * Decides which session an extension gets. Theia's own code hands a session to a caller who does not ask the person (`silent`, or no option
 * at all) whether or not there was a consent, so none of it is used here.
 */
@injectable()
export class SessionGrant {

    @inject(AuthenticationService) protected readonly authentication: AuthenticationService;
    @inject(ExtensionConsents) protected readonly consents: ExtensionConsents;
    @inject(SessionConsent) protected readonly consent: SessionConsent;
    @inject(SignInRequests) protected readonly requests: SignInRequests;

    /**
     * @returns a session that the person let this extension use; `undefined`: there is none, and nobody was asked
     * @throws Error when the person said no, or when the options contradict each other
     */
    async get(request: SessionRequest): Promise<AuthenticationSession | undefined> {
        const { provider, scopes, extension, options } = request;
        rejectContradiction(options);
        if (extension.id === NOBODY) {
            return nothingForNobody(options);
        }
        await this.consents.ready();
        const sessions = await this.sessionsOf(request);
        const allowed = sessions.filter(({ id }) => this.consents.has(extension.id, id, scopesOf(scopes)));
        const again = options.forceNewSession || options.clearSessionPreference && options.createIfNone && sessions.length > 1;
        if (allowed.length > 0 && !again) {
            return allowed[0];
        }
        if (options.createIfNone || options.forceNewSession) {
            return this.ask(request, options.forceNewSession ? [] : sessions);
        }
        if (!options.silent) {
            this.requests.add(provider, scopesOf(scopes), extension);
        }
        return undefined;
    }

    /** Accounts that an extension may know of: Theia does not tell which one asks, so these are the ones that some extension may use. */
    async accounts(provider: AuthenticationProviderId): Promise<readonly AuthenticationSession['account'][]> {
        await this.consents.ready();
        const sessions = await this.authentication.getSessions(provider, []);
        return sessions.filter(({ id }) => this.consents.all.some(({ connectionId }) => connectionId === id)).map(({ account }) => account);
    }

    protected async sessionsOf({ provider, scopes, options }: SessionRequest): Promise<readonly AuthenticationSession[]> {
        const sessions = await this.authentication.getSessions(provider, scopes);
        // Theia drops the account on its way to the provider.
        return options.account ? sessions.filter(({ account }) => account.id === options.account?.id) : sessions;
    }

    protected async ask(
        { provider, scopes, extension, options }: SessionRequest,
        sessions: readonly AuthenticationSession[]
    ): Promise<AuthenticationSession> {
        const label = this.authentication.getLabel(provider);
        const signIn = (): Promise<AuthenticationSession> => this.authentication.login(provider, scopes);
        const granted = await this.consent.obtain({
            extension, sessions, label, scopes: scopesOf(scopes), detail: detailOf(options), signIn
        });
        if (granted === undefined) {
            throw new Error(NO_CONSENT);
        }
        return granted;
    }
}

function detailOf({ createIfNone, forceNewSession }: SessionOptions): string | undefined {
    const asking = forceNewSession || createIfNone;
    return typeof asking === 'object' ? asking.detail : undefined;
}

function nothingForNobody({ createIfNone, forceNewSession }: SessionOptions): undefined {
    if (createIfNone || forceNewSession) {
        throw new Error('Theia does not tell which extension asks for this session.');
    }
    return undefined;
}

function rejectContradiction(options: SessionOptions): void {
    const given = (['createIfNone', 'forceNewSession', 'silent'] as const).filter(name => options[name]);
    if (given.length > 1) {
        throw new Error(`These options cannot be combined: ${given.join(', ')}.`);
    }
}
