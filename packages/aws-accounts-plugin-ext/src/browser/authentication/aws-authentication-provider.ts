import type {
    AuthenticationProvider,
    AuthenticationProviderAuthenticationSessionsChangeEvent,
    AuthenticationSession
} from '@theia/core/lib/browser/authentication-service';
import { CommandService } from '@theia/core/lib/common/command';
import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsCommands, AwsAccountsModel, GuardCancelled } from 'theia-aws-accounts/lib/browser';
import { Clock, connectionKindText } from 'theia-aws-accounts/lib/browser/integration';
import { AuthenticationProviderId } from '../../common/authentication-provider-id';
import { consentTexts } from '../consent/consent-question';
import { ExtensionConsents } from '../consent/extension-consents';
import { SessionConsent } from '../consent/session-consent';
import { AwsSession } from './aws-session';
import { ScopesOrChallenge, scopesOf } from './requested-scopes';
import { ProviderSignIn } from './provider-sign-in';
import { SignInRequest, SignInRequests } from './sign-in-requests';

/** The token connections of one kind, as Theia's authentication service wants them. Holds no truth: everything is read from the model. */
@injectable()
export class AwsAuthenticationProvider implements AuthenticationProvider {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ProviderSignIn) protected readonly signIn: ProviderSignIn;
    @inject(SignInRequests) protected readonly requests: SignInRequests;
    @inject(ExtensionConsents) protected readonly consents: ExtensionConsents;
    @inject(SessionConsent) protected readonly consent: SessionConsent;
    @inject(CommandService) protected readonly commands: CommandService;

    id: AuthenticationProviderId;

    protected readonly changed = new Emitter<AuthenticationProviderAuthenticationSessionsChangeEvent>();
    protected sessions: readonly AwsSession[] = [];

    readonly onDidChangeSessions = this.changed.event;

    get label(): string {
        return connectionKindText(AuthenticationProviderId.kindOf(this.id));
    }

    get supportsMultipleAccounts(): boolean {
        return this.id === 'aws-iam-identity-center';
    }

    /**
     * Follows the model. To be called once, after Theia's service listens: only then does its Accounts menu show sessions that were
     * restored.
     */
    start(): void {
        this.model.onDidChange(() => this.update());
        this.consents.onDidChange(() => this.tell([], [], this.sessions));
        this.update();
    }

    hasSessions(): boolean {
        return this.sessions.length > 0;
    }

    async getSessions(request?: ScopesOrChallenge): Promise<readonly AuthenticationSession[]> {
        this.update();
        const sessions = AwsSession.withScopes(this.sessions, scopesOf(request)).map(AwsSession.toAuthenticationSession);
        return request === undefined ? [...sessions, ...this.settledRequests()] : sessions;
    }

    /**
     * Signs in. For an extension whose request waited in the Accounts menu this is the consent, too, and the dialog says what it is a
     * consent to: Theia's entry names no scopes. Where everything is signed in already, the consent is all that is asked for.
     */
    async createSession(request: ScopesOrChallenge): Promise<AuthenticationSession> {
        const asked = this.requests.find(request);
        return asked ? this.answer(asked) : this.signInWith(scopesOf(request));
    }

    protected async answer({ extension, scopes }: SignInRequest): Promise<AuthenticationSession> {
        const signIn = (): Promise<AuthenticationSession> => this.signInWith(scopes);
        const sessions = await this.getSessions(scopes);
        if (sessions.length === 0) {
            const notes = consentTexts({ extension, subject: this.label, scopes, signsIn: true }, this.model.services);
            const session = await this.signInWith(scopes, notes);
            await this.consents.allow({ extension, connectionId: session.id, scopes });
            return session;
        }
        const granted = await this.consent.obtain({ extension, sessions, label: this.label, scopes, signIn });
        if (granted === undefined) {
            throw new GuardCancelled();
        }
        return granted;
    }

    protected async signInWith(scopes: readonly string[], notes?: readonly string[]): Promise<AuthenticationSession> {
        const connectionId = await this.signIn.signIn(this.id, scopes, notes);
        this.update();
        const session = this.sessions.find(({ id }) => id === connectionId);
        if (session === undefined) {
            throw new Error(`The sign-in to ${this.label} has ended already.`);
        }
        return AwsSession.toAuthenticationSession(session);
    }

    /** An extension has no way to call this. */
    async removeSession(sessionId: string): Promise<void> {
        await this.commands.executeCommand(AwsAccountsCommands.SIGN_OUT.id, sessionId);
    }

    /** "Sign Out" of Theia's Accounts menu. */
    async signOut(accountName: string): Promise<void> {
        for (const { id } of this.sessions.filter(({ label }) => label === accountName)) {
            await this.removeSession(id);
        }
    }

    /** Nothing to keep: the model is the truth. */
    async updateSessionItems(): Promise<void> { }

    /**
     * The sessions by which requests of extensions are settled, in the form in which Theia recognizes that and takes the entry out of its
     * menu.
     */
    protected settledRequests(): AuthenticationSession[] {
        return this.requests.of(this.id).flatMap(({ key, scopes, extension }) => {
            const session = AwsSession.withScopes(this.sessions, scopes).find(({ id }) => this.consents.has(extension.id, id, scopes));
            return session ? [{ ...AwsSession.toAuthenticationSession(session), scopes: [key] }] : [];
        });
    }

    protected update(): void {
        const { snapshot } = this.model;
        if (snapshot === undefined) {
            return;
        }
        const before = this.sessions;
        this.sessions = AwsSession.of(this.id, snapshot, before, this.clock.now());
        const { added, removed, changed } = AwsSession.difference(before, this.sessions);
        this.tell(added, removed, changed);
    }

    protected tell(added: readonly AwsSession[], removed: readonly AwsSession[], changed: readonly AwsSession[]): void {
        if (added.length + removed.length + changed.length > 0) {
            const shown = (sessions: readonly AwsSession[]): AuthenticationSession[] => sessions.map(AwsSession.toAuthenticationSession);
            this.changed.fire({ added: shown(added), removed: shown(removed), changed: shown(changed) });
        }
    }
}

export const AwsAuthenticationProviderFactory = Symbol('AwsAuthenticationProviderFactory');
export type AwsAuthenticationProviderFactory = (id: AuthenticationProviderId) => AwsAuthenticationProvider;
