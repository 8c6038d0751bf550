import type { SignInProgress } from '../../../common/sign-in/sign-in';
import type { SignInFlowKind } from '../../../common/sign-in/sign-in-flow';
import type { ClientRegistration } from './client-registration';
import type { SsoSession } from '../../shared-config/sso-session';

/** Input of a flow. */
export interface FlowContext {
    /** Tells this sign-in from others under way. */
    readonly signInId: string;
    readonly session: SsoSession;
    readonly registration: ClientRegistration;
    readonly scopes: readonly string[];
    /** Aborted when the person cancels, or the window that asked is gone. */
    readonly signal: AbortSignal;
    onProgress(progress: SignInProgress): void;
}

export type FlowOutcome =
    | { readonly kind: 'granted'; readonly grant: TokenGrant }
    | { readonly kind: 'cancelled' }
    | { readonly kind: 'denied' }
    | { readonly kind: 'timedOut' };

/** One way to sign in. Expected ends are outcomes; anything broken is thrown as `AwsAccountsError`. */
export interface SignInFlow {
    readonly kind: SignInFlowKind;
    run(context: FlowContext): Promise<FlowOutcome>;
}

/** Tokens that AWS granted. They stay in the backend. */
export interface TokenGrant {
    readonly accessToken: string;
    readonly refreshToken?: string;
    /** Seconds. */
    readonly expiresIn: number;
}
