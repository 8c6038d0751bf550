import type { AwsConnectionId } from '../../../common/connection/aws-connection';
import { SignInProgress, SignInTarget } from '../../../common/sign-in/sign-in';
import type { ConnectionState } from '../../../common/state/connection-state';
import type { SignInEnd } from '../sign-in/sign-in-runner';
import type { DialogStep } from './dialog-step';

/**
 * The step that follows an attempt to connect. `undefined`: the connection works, and the choice is the answer.
 *
 * @param state the state now; `undefined`: the connection is gone
 * @param isRefused the connection does not fit the question, or its use in production is not confirmed. Only now is it known which
 *     account this is, and the choice says so
 */
export function stepAfterConnect(
    connectionId: AwsConnectionId, state: ConnectionState | undefined, isRefused: boolean
): DialogStep | undefined {
    if (isRefused) {
        return { kind: 'choose' };
    }
    if (state?.kind === 'connected' || state?.kind === 'signedIn') {
        return undefined;
    }
    const failure = state && 'failure' in state ? state.failure : undefined;
    // Not connected without a failure: the person was asked for a code and cancelled.
    const shown = state?.kind === 'notConnected' ? undefined : failure ?? { reason: 'profileInvalid' as const, subject: connectionId };
    return { kind: 'choose', failure: shown };
}

/** The step that shows how a sign-in ended; `current` knows its flow, once the backend has said it. */
export function stepAfterSignIn(
    current: DialogStep, target: SignInTarget, end: Extract<SignInEnd, { readonly kind: 'denied' | 'timedOut' | 'failed' }>
): DialogStep {
    const flow = current.kind === 'signingIn' ? SignInProgress.flowOf(current.progress) : undefined;
    return { kind: 'signInEnded', target, flow, end: end.kind === 'failed' ? end.failure : end.kind };
}
