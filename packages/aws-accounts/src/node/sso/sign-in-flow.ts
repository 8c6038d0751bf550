import type { SignInProgress } from '../../common/sign-in';
import type { ClientRegistration } from './client-registration';
import type { SsoSession } from './sso-session';

/** What a flow works with. */
export interface FlowContext {
    readonly session: SsoSession;
    readonly registration: ClientRegistration;
    readonly scopes: readonly string[];
    /** Aborted when the person cancels, or the window that asked is gone. */
    readonly signal: AbortSignal;
    onProgress(progress: SignInProgress): void;
}

/** What AWS granted. Stays in the backend. */
export interface TokenGrant {
    readonly accessToken: string;
    readonly refreshToken?: string;
    /** Seconds. */
    readonly expiresIn: number;
}

export type FlowOutcome =
    | { readonly kind: 'granted'; readonly grant: TokenGrant }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'denied' }
    | { readonly kind: 'timedOut' };

/** One way to sign in. Expected ends are outcomes; anything broken is thrown as `AwsAccountsError`. */
export interface SignInFlow {
    readonly kind: 'deviceCode' | 'authorizationCode';
    run(context: FlowContext): Promise<FlowOutcome>;
}
