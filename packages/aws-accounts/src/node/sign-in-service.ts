import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsScopes } from '../common/token-service/aws-scopes';
import type { RedirectReceipt, SignInOutcome, SignInProgress, SignInRequest } from '../common/sign-in/sign-in';
import { SignInFlowKind } from '../common/sign-in/sign-in-flow';
import { ProductTokenServices, TokenServices } from '../common/token-service/token-services';
import { AwsUse } from '../common/token-service/connection-use';
import { ConnectionRefresh } from './connection/connection-refresh';
import { ConnectionStore } from './connection/connection-store';
import { ServiceRefusals } from './connection/service-refusals';
import { LoginRecovery } from './connection/login-recovery';
import { ChoiceMemory } from './choices/choice-memory';
import { RememberedChoices } from './choices/remembered-choices';
import { ConsoleContext, ConsoleSignIn } from './login/console-sign-in';
import { SsoSessionWriter } from './shared-config/editor/sso-session-writer';
import { OwnSignOut } from './sso/own-sign-out';
import { SignInsUnderWay } from './sso/sign-ins-under-way';
import { assertSignInRequest } from './sso/sign-in-request-check';
import { ResolvedTarget, SignInTargets } from './sso/sign-in-targets';
import { SsoSignIn } from './sso/sso-sign-in';
import { SsoSignOut } from './sso/sso-sign-out';
import { SsoTokenManager } from './sso/token/sso-token-manager';

/** Signs in, and keeps the store and the remembered choices in step with how that ended. */
@injectable()
export class SignInService {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ServiceRefusals) protected readonly refusals: ServiceRefusals;
    @inject(ConnectionRefresh) protected readonly refresh: ConnectionRefresh;
    @inject(ChoiceMemory) protected readonly memory: ChoiceMemory;
    @inject(SignInTargets) protected readonly targets: SignInTargets;
    @inject(SignInsUnderWay) protected readonly signIns: SignInsUnderWay;
    @inject(SsoSessionWriter) protected readonly sessionWriter: SsoSessionWriter;
    @inject(OwnSignOut) protected readonly ownSignOut: OwnSignOut;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(SsoSignOut) protected readonly signOuts: SsoSignOut;
    @inject(SsoSignIn) protected readonly ssoSignIn: SsoSignIn;
    @inject(ConsoleSignIn) protected readonly console: ConsoleSignIn;
    @inject(LoginRecovery) protected readonly logins: LoginRecovery;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    /** @throws AwsAccountsError for what is broken; how a person ends a sign-in is an outcome */
    async signIn(
        request: SignInRequest, signal: AbortSignal, onProgress: (progress: SignInProgress) => void,
        confirm: ConsoleContext['confirm'] = async () => false
    ): Promise<SignInOutcome> {
        assertSignInRequest(request, this.services);
        if (request.target.kind === 'console' && !request.own) {
            const { target, signInId, flow = SignInFlowKind.DEFAULT } = request;
            return this.resumed(await this.console.signIn({ ...target, signInId, flow, signal, onProgress, confirm }));
        }
        const target = this.targets.resolve(request);
        // Nothing is awaited in between: a name for a new session is taken as soon as it is chosen.
        const underWay = this.signIns.begin(target.session);
        try {
            return await this.run(target, request, signal, onProgress);
        } finally {
            underWay.dispose();
            await this.refresh.run();
        }
    }

    /** Profiles that waited for the session of the console connect, and are shown so as soon as the sign-in has ended. */
    protected async resumed(outcome: SignInOutcome): Promise<SignInOutcome> {
        if (outcome.kind === 'signedIn') {
            await this.refresh.run();
            this.logins.begin(outcome.connectionId);
        }
        return outcome;
    }

    protected async run(
        target: ResolvedTarget, request: SignInRequest, signal: AbortSignal, onProgress: (progress: SignInProgress) => void
    ): Promise<SignInOutcome> {
        if (request.fromScratch) {
            await Promise.all([this.signOuts.signOut(target.session), this.ownSignOut.run(target.session)]);
        }
        const scopes = await this.scopesFor(target, request);
        this.showSigningIn(target);
        const outcome = await this.ssoSignIn.signIn(target.session, {
            signInId: request.signInId,
            flow: request.flow ?? SignInFlowKind.DEFAULT,
            scopes,
            signal,
            onProgress
        });
        if (outcome.kind !== 'signedIn') {
            return outcome;
        }
        if (!request.own) {
            await this.ownSignOut.run(target.session);
            await this.rememberSuccess(target, request, scopes);
            this.refusals.forget(target.connectionId);
        }
        return { kind: 'signedIn', connectionId: target.connectionId };
    }

    protected async scopesFor(target: ResolvedTarget, { own, use, scopes = [] }: SignInRequest): Promise<readonly string[]> {
        return own ? target.session.scopes ?? [] : AwsScopes.union(this.scopesOfUse(target, use), scopes, await this.grantedScopes(target));
    }

    /** Goes on with a sign-in whose browser could not come back by itself. */
    complete(signInId: string, redirectAddress: string): RedirectReceipt {
        return this.ssoSignIn.complete(signInId, redirectAddress);
    }

    /** A session of AWS Builder ID that says what it is for is for nothing else, unless a use is meant. */
    protected scopesOfUse({ kind, session }: ResolvedTarget, use: AwsUse | undefined): readonly string[] {
        const isSaid = kind === 'builderId' && use === undefined && session.scopes !== undefined;
        return isSaid ? [] : AwsScopes.forSignIn(kind, use, this.services);
    }

    /** One consent covers what was granted before too, so that adding a scope loses none. */
    protected async grantedScopes({ session }: ResolvedTarget): Promise<readonly string[]> {
        const state = await this.tokens.state(session);
        return [...session.scopes ?? [], ...state.kind === 'signedIn' ? state.scopes : []];
    }

    /** A connection that works goes on working while scopes are added to it. */
    protected showSigningIn({ connectionId, isNew }: ResolvedTarget): void {
        if (!isNew && this.store.stateOf(connectionId).kind !== 'signedIn') {
            this.store.setState(connectionId, { kind: 'signingIn' });
        }
    }

    /**
     * A new session goes into the config file, for the AWS CLI too; where that cannot be, it is remembered. A token service takes the
     * connection if it can serve it, and if the service was meant or has none yet.
     */
    protected async rememberSuccess(
        { connectionId, kind, session, isNew }: ResolvedTarget,
        request: SignInRequest,
        scopes: readonly string[]
    ): Promise<void> {
        const { name, startUrl, region } = session;
        const served = this.services.filter(service =>
            AwsUse.accepts(service.id, kind, this.services) && AwsScopes.missing(service.scopes, scopes).length === 0
        );
        const isOnlyOurs = isNew && !await this.sessionWriter.write({ name, startUrl, region, scopes });
        await this.memory.update(choices => {
            const known = isOnlyOurs ? RememberedChoices.withSsoSession(choices, { name, startUrl, region }) : choices;
            return served
                .filter(({ id }) => request.use === id || RememberedChoices.ofService(known, id) === undefined)
                .reduce((next, { id }) => RememberedChoices.withService(next, id, connectionId), known);
        });
    }
}
