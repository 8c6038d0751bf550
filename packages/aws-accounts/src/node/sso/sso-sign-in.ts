import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsAccountsError, AwsFailure } from '../../common/aws-accounts-error';
import type { SignInProgress } from '../../common/sign-in';
import { Clock } from '../clock';
import { isAborted } from '../http/aws-failure-conversion';
import { ClientRegistration, ClientRegistrations, RegistrationPurpose } from './client-registration';
import { DeviceCodeFlow } from './device-code-flow';
import type { FlowOutcome, SignInFlow, TokenGrant } from './sign-in-flow';
import type { SsoSession } from './sso-session';
import { SsoTokenCache } from './sso-token-cache';

export interface SsoSignInOptions {
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
    @inject(DeviceCodeFlow) protected readonly deviceCode: SignInFlow;
    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(Clock) protected readonly clock: Clock;

    /** @throws AwsAccountsError for anything but the expected ends */
    async signIn(session: SsoSession, options: SsoSignInOptions): Promise<SsoSignInOutcome> {
        options.onProgress({ kind: 'starting' });
        const purpose: RegistrationPurpose = { flow: this.deviceCode.kind, session, scopes: options.scopes };
        try {
            return await this.attempt(purpose, options);
        } catch (error) {
            if (isAborted(error, options.signal)) {
                return { kind: 'cancelled' };
            }
            if (!(error instanceof Error && AwsAccountsError.is(error) && error.data.reason === 'registrationExpired')) {
                throw error;
            }
            // AWS forgot the client before its time: a new one is made, once.
            await this.registrations.forget(purpose);
            return this.attempt(purpose, options);
        }
    }

    protected async attempt(purpose: RegistrationPurpose, { scopes, signal, onProgress }: SsoSignInOptions): Promise<SsoSignInOutcome> {
        const registration = await this.registrations.ensure(purpose, signal);
        const outcome = await this.deviceCode.run({ session: purpose.session, registration, scopes, signal, onProgress });
        if (outcome.kind !== 'granted') {
            return outcome;
        }
        onProgress({ kind: 'finishing' });
        return { kind: 'signedIn', unwritten: await this.store(purpose, registration, outcome.grant) };
    }

    protected store({ session, scopes }: RegistrationPurpose, registration: ClientRegistration, grant: TokenGrant): Promise<AwsFailure | undefined> {
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
