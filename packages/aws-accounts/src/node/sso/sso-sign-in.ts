import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { RedirectReceipt, SignInProgress } from '../../common/sign-in/sign-in';
import type { SignInFlowKind } from '../../common/sign-in/sign-in-flow';
import { Clock } from '../process/clock';
import { isAborted } from '../http/aws-failure-conversion';
import { ClientRegistration, ClientRegistrations, RegistrationPurpose } from './flow/client-registration';
import { PendingRedirects } from './flow/pending-redirects';
import type { FlowOutcome, TokenGrant } from './flow/sign-in-flow';
import { StartPages } from './flow/start-pages';
import { SignInFlows } from './flow/sign-in-flows';
import type { SsoSession } from '../shared-config/sso-session';
import { SsoTokenCache } from './token/sso-token-cache';

export interface SsoSignInOptions {
    /** Tells this sign-in from others under way; an address is handed in under it. */
    readonly signInId: string;
    readonly flow: SignInFlowKind;
    readonly scopes: readonly string[];
    /** Ends the sign-in at any point with `cancelled`. */
    readonly signal: AbortSignal;
    onProgress(progress: SignInProgress): void;
}

export type SsoSignInOutcome =
    | { readonly kind: 'signedIn'; readonly unwritten?: AwsFailure }
    | Exclude<FlowOutcome, { kind: 'granted' }>;

/** Signs a person in to an SSO session. Until AWS has granted a token, the one that is there is not touched. */
@injectable()
export class SsoSignIn {

    @inject(ClientRegistrations) protected readonly registrations: ClientRegistrations;
    @inject(StartPages) protected readonly startPages: StartPages;
    @inject(SignInFlows) protected readonly flows: SignInFlows;
    @inject(PendingRedirects) protected readonly redirects: PendingRedirects;
    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(Clock) protected readonly clock: Clock;

    /** @throws AwsAccountsError for anything but the expected ends */
    async signIn(session: SsoSession, options: SsoSignInOptions): Promise<SsoSignInOutcome> {
        options.onProgress({ kind: 'starting' });
        try {
            return await this.attempt(session, options, true);
        } catch (error) {
            if (isAborted(error, options.signal)) {
                return { kind: 'cancelled' };
            }
            throw error;
        }
    }

    /** Hands in the address at which a browser ended that could not reach the backend's machine. */
    complete(signInId: string, redirectAddress: string): RedirectReceipt {
        return this.redirects.complete(signInId, redirectAddress);
    }

    /** AWS may forget a client before its time: then a new one is made, once. */
    protected async attempt(session: SsoSession, options: SsoSignInOptions, mayRegisterAnew: boolean): Promise<SsoSignInOutcome> {
        // AWS knows its own address of the start page; the one that the person gave names the session and its token.
        const startUrl = await this.startPages.find(session.startUrl, options.signal);
        const purpose: RegistrationPurpose = { flow: options.flow, session: { ...session, startUrl }, scopes: options.scopes };
        const registration = await this.registrations.ensure(purpose, options.signal);
        try {
            const outcome = await this.flows.get(options.flow).run({ session: purpose.session, registration, ...options });
            return outcome.kind === 'granted' ? await this.finish(session, registration, outcome.grant, options) : outcome;
        } catch (error) {
            if (!mayRegisterAnew || AwsFailure.of(error).reason !== 'registrationExpired') {
                throw error;
            }
            this.registrations.forget(registration);
            return this.attempt(session, options, false);
        }
    }

    protected async finish(
        session: SsoSession, registration: ClientRegistration, grant: TokenGrant, { onProgress, scopes }: SsoSignInOptions
    ): Promise<SsoSignInOutcome> {
        onProgress({ kind: 'finishing' });
        return { kind: 'signedIn', unwritten: await this.store(session, scopes, registration, grant) };
    }

    protected store(
        session: SsoSession,
        scopes: readonly string[],
        registration: ClientRegistration,
        grant: TokenGrant
    ): Promise<AwsFailure | undefined> {
        return this.cache.write(session, {
            startUrl: session.startUrl,
            region: session.region,
            accessToken: grant.accessToken,
            expiresAt: new Date(this.clock.now() + grant.expiresIn * 1000).toISOString(),
            clientId: registration.clientId,
            clientSecret: registration.clientSecret,
            registrationExpiresAt: registration.expiresAt,
            ...grant.refreshToken && { refreshToken: grant.refreshToken },
            scopes
        });
    }
}
