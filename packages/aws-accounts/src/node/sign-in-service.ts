import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsConnection, AwsConnectionId } from '../common/connection/aws-connection';
import { AwsRegion } from '../common/region/aws-region';
import { AwsScopes } from '../common/token-service/aws-scopes';
import type { RedirectReceipt, SignInOutcome, SignInProgress, SignInRequest, SignInTarget } from '../common/sign-in/sign-in';
import { StartUrl } from '../common/sign-in/start-url';
import { unknownKind } from '../common/state/unknown-kind';
import { ProductTokenServices, TokenServices } from '../common/token-service/token-service';
import { AwsUse } from '../common/token-service/connection-use';
import { ConnectionRefresh } from './connection/connection-refresh';
import { ConnectionStore } from './connection/connection-store';
import { ChoiceMemory } from './choices/choice-memory';
import { RememberedChoices } from './choices/remembered-choices';
import { ConsoleContext, ConsoleSignIn, ConsoleTarget } from './login/console-sign-in';
import { SsoSessionWriter } from './shared-config/editor/sso-session-writer';
import { OwnSignOut } from './sso/own-sign-out';
import { SignInsUnderWay } from './sso/sign-ins-under-way';
import { SsoSession } from './shared-config/sso-session';
import { assertSignInRequest } from './sso/sign-in-request-check';
import { SsoSessionRegistry } from './sso/sso-session-registry';
import { SsoSignIn } from './sso/sso-sign-in';
import { SsoSignOut } from './sso/sso-sign-out';
import { OwnTokens } from './sso/token/own-tokens';
import { SsoTokenManager } from './sso/token/sso-token-manager';

interface ResolvedTarget {
    readonly connectionId: AwsConnectionId;
    readonly kind: AwsConnection['kind'];
    readonly session: SsoSession;
    /** The session is new: it is remembered once a sign-in has succeeded, not before. */
    readonly isNew: boolean;
}

/** Signs in, and keeps the store and the remembered choices in step with how that ended. */
@injectable()
export class SignInService {

    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ConnectionRefresh) protected readonly refresh: ConnectionRefresh;
    @inject(ChoiceMemory) protected readonly memory: ChoiceMemory;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(SignInsUnderWay) protected readonly signIns: SignInsUnderWay;
    @inject(SsoSessionWriter) protected readonly sessionWriter: SsoSessionWriter;
    @inject(OwnTokens) protected readonly own: OwnTokens;
    @inject(OwnSignOut) protected readonly ownSignOut: OwnSignOut;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(SsoSignOut) protected readonly signOuts: SsoSignOut;
    @inject(SsoSignIn) protected readonly ssoSignIn: SsoSignIn;
    @inject(ConsoleSignIn) protected readonly console: ConsoleSignIn;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    /** @throws AwsAccountsError for what is broken; how a person ends a sign-in is an outcome */
    async signIn(
        request: SignInRequest, signal: AbortSignal, onProgress: (progress: SignInProgress) => void,
        confirm: ConsoleContext['confirm'] = async () => false
    ): Promise<SignInOutcome> {
        assertSignInRequest(request, this.services);
        if (request.target.kind === 'console' && !request.own) {
            const { target, signInId, flow = 'deviceCode' } = request;
            return this.console.signIn({ ...target, signInId, flow, signal, onProgress, confirm });
        }
        const target = request.own || request.target.kind === 'console' ? this.resolveOwn(request) : this.resolve(request.target);
        // Nothing is awaited in between: a name for a new session is taken as soon as it is chosen.
        const underWay = this.signIns.begin(target.session);
        try {
            return await this.run(target, request, signal, onProgress);
        } finally {
            underWay.dispose();
            await this.refresh.run();
        }
    }

    protected async run(
        target: ResolvedTarget, request: SignInRequest, signal: AbortSignal, onProgress: (progress: SignInProgress) => void
    ): Promise<SignInOutcome> {
        if (request.fromScratch) {
            await Promise.all([this.signOuts.signOut(target.session), this.ownSignOut.run(target.session)]);
        }
        const { use, scopes: more = [] } = request;
        const scopes = request.own ? target.session.scopes ?? []
            : AwsScopes.union(this.scopesOfUse(target, use), more, await this.grantedScopes(target));
        this.showSigningIn(target);
        const outcome = await this.ssoSignIn.signIn(target.session, {
            signInId: request.signInId,
            flow: request.flow ?? 'deviceCode',
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
            this.store.forgetRefusals(target.connectionId);
        }
        return { kind: 'signedIn', connectionId: target.connectionId };
    }

    /** Goes on with a sign-in whose browser could not come back by itself. */
    complete(signInId: string, redirectAddress: string): RedirectReceipt {
        return this.ssoSignIn.complete(signInId, redirectAddress);
    }

    protected resolve(target: Exclude<SignInTarget, ConsoleTarget>): ResolvedTarget {
        switch (target.kind) {
            case 'builderId':
                return this.known(AwsConnection.BUILDER_ID);
            case 'connection':
                return this.known(target.connectionId);
            case 'identityCenter':
                return this.byStartUrl(target.startUrl, target.region);
            default:
                return unknownKind(target, 'target');
        }
    }

    /** A token beside the one of a connection, with the scopes that are asked for and none that opens accounts. */
    protected resolveOwn({ target, scopes = [], fromScratch }: SignInRequest): ResolvedTarget {
        const known = target.kind === 'console' ? undefined : this.resolve(target);
        const narrow = scopes.length > 0 && !scopes.includes(AwsScopes.ACCOUNT_ACCESS);
        if (!narrow || fromScratch || known === undefined || known.isNew || known.kind === 'builderId') {
            throw AwsFailure.toError({ reason: 'invalidRequest', detail: 'own' });
        }
        return { ...known, session: this.own.of(known.session, scopes) };
    }

    protected known(connectionId: AwsConnectionId): ResolvedTarget {
        const session = this.sessions.require(connectionId);
        return { connectionId, session, isNew: false, kind: SsoSession.isTokenOnly(session) ? 'builderId' : 'identityCenter' };
    }

    /** The browser half checks as one types; this check is the one that counts. */
    protected byStartUrl(input: string, region: string): ResolvedTarget {
        const checked = StartUrl.check(input);
        if (checked.kind === 'builderId') {
            return this.known(AwsConnection.BUILDER_ID);
        }
        if (checked.kind !== 'valid') {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: input, detail: checked.kind });
        }
        if (!AwsRegion.isWellFormed(region)) {
            throw AwsFailure.toError({ reason: 'invalidRequest', subject: region, detail: 'region' });
        }
        const { startUrl } = checked;
        const existing = this.sessions.find(startUrl, region);
        // Two windows that sign in to one new start URL make one session.
        const session = existing ??
            this.signIns.find(startUrl, region) ?? { name: this.sessions.freeName(startUrl, this.signIns.names), startUrl, region };
        return { connectionId: AwsConnection.ssoSessionId(session.name), session, isNew: existing === undefined, kind: 'identityCenter' };
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
