import { AwsConnection, AwsConnectionId } from '../../../common/connection/aws-connection';
import type { ConnectionEntry } from '../../../common/snapshot/aws-accounts-snapshot';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import { SignInProgress, SignInTarget } from '../../../common/sign-in/sign-in';
import { unknownKind } from '../../../common/state/unknown-kind';
import type { SignInEnd } from '../sign-in/sign-in-runner';
import type { DialogStep } from './dialog-step';

/**
 * The step that follows an attempt to connect. `undefined`: the connection works, and the choice is the answer.
 *
 * @param entry the connection now; `undefined`: it is gone
 * @param isRefused the connection does not fit the question, or its use in production is not confirmed. Only now is it known which
 *     account this is, and the choice says so
 */
export function stepAfterConnect(
    connectionId: AwsConnectionId, entry: ConnectionEntry | undefined, isRefused: boolean
): DialogStep | undefined {
    if (isRefused) {
        return { kind: 'choose' };
    }
    if (entry?.state.kind === 'connected' || entry?.state.kind === 'signedIn') {
        return undefined;
    }
    return { kind: 'choose', failure: entry ? failureOf(entry) : { reason: 'connectionNotFound', subject: connectionId } };
}

/** Reason why the connection does not work; `undefined`: there is nothing to say about it. */
function failureOf({ connection, state }: ConnectionEntry): AwsFailure | undefined {
    const subject = connection.kind === 'builderId' ? AwsConnection.BUILDER_ID_SESSION : connection.name;
    switch (state.kind) {
        case 'unreachable':
        case 'failed':
            return state.failure;
        case 'expired':
            return state.failure ?? { reason: AwsConnection.isToken(connection) ? 'signInRequired' : 'expiredCredentials', subject };
        case 'signedOut':
            return { reason: 'signInRequired', subject };
        case 'invalid':
            return { reason: 'profileInvalid', subject, problem: AwsConnection.problem(connection) };
        // The person was asked for a code and cancelled, or somebody else is at work on the connection.
        case 'notConnected':
        case 'connecting':
        case 'signingIn':
            return undefined;
        case 'connected':
        case 'signedIn':
            return undefined;
        default:
            return unknownKind(state, 'state');
    }
}

/** The step that shows how a sign-in ended; `current` knows its flow, once the backend has said it. */
export function stepAfterSignIn(
    current: DialogStep, target: SignInTarget, end: Extract<SignInEnd, { readonly kind: 'denied' | 'timedOut' | 'failed' }>
): DialogStep {
    const flow = current.kind === 'signingIn' ? SignInProgress.flowOf(current.progress) : undefined;
    return { kind: 'signInEnded', target, flow, end: end.kind === 'failed' ? end.failure : end.kind };
}
