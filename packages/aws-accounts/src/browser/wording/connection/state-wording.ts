import { nls } from '@theia/core/lib/common/nls';
import { noCredentialsText } from './profile-source-wording';
import type { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ConnectionState } from '../../../common/state/connection-state';
import { DAY_MS, durationText, HOUR_MS, MINUTE_MS } from '../text/duration-wording';

/** The one word (or phrase) for a state as it is at `now` (epoch ms), the same in view, status bar, dialog and documentation. */
export function stateText(state: ConnectionState, now: number): string {
    const current = ConnectionState.at(state, now);
    switch (current.kind) {
        case 'signedOut':
            return nls.localize('theia/aws-accounts/state/signedOut', 'signed out');
        case 'signingIn':
            return nls.localize('theia/aws-accounts/state/signingIn', 'signing in…');
        case 'signedIn':
            return nls.localize('theia/aws-accounts/state/signedIn', 'signed in');
        case 'notConnected':
            return nls.localize('theia/aws-accounts/state/notConnected', 'not connected');
        case 'connecting':
            return nls.localize('theia/aws-accounts/state/connecting', 'connecting…');
        case 'connected':
            return nls.localize('theia/aws-accounts/state/connected', 'connected');
        case 'expired':
            return nls.localize('theia/aws-accounts/state/expired', 'expired');
        case 'unreachable':
            return nls.localize('theia/aws-accounts/state/unreachable', 'unreachable');
        case 'failed':
            return failedText(current.failure);
        case 'invalid':
            return notUsableText();
    }
}

/** Source of a refusal: AWS, unless another one is known. */
function failedText({ reason }: AwsFailure): string {
    switch (reason) {
        case 'processFailed':
            return nls.localize('theia/aws-accounts/state/processFailed', 'process failed');
        case 'mfaRequired':
            return nls.localize('theia/aws-accounts/state/needsCode', 'needs a code');
        case 'credentialSourceEmpty':
            return noCredentialsText();
        case 'profileNotFound':
        case 'profileInvalid':
        case 'invalidEndpoint':
            return notUsableText();
        case 'fileUnreadable':
        case 'fileUnwritable':
        case 'fileBroken':
            return nls.localize('theia/aws-accounts/state/fileTrouble', 'file trouble');
        case 'internal':
            return nls.localize('theia/aws-accounts/state/brokeDown', 'failed');
        default:
            return nls.localize('theia/aws-accounts/state/failed', 'refused');
    }
}

/**
 * The time for which the connection goes on at `now` (epoch ms) without a person: `52 min left`, `renews by itself`, or `undefined` when
 * there is nothing to say because it is not connected or does not run out.
 */
export function timeLeftText(state: ConnectionState, now: number): string | undefined {
    const current = ConnectionState.at(state, now);
    if (current.kind !== 'signedIn' && current.kind !== 'connected' || current.expiresAt === undefined) {
        return undefined;
    }
    if (current.renews) {
        return nls.localize('theia/aws-accounts/state/renews', 'renews by itself');
    }
    return nls.localize('theia/aws-accounts/state/timeLeft', '{0} left', durationText(Date.parse(current.expiresAt) - now));
}

/** Milliseconds until the texts above change by themselves; `undefined` if time does not change them. */
export function timeLeftChangesInMs(state: ConnectionState, now: number): number | undefined {
    const leftMs = (ConnectionState.runsOutAt(state) ?? 0) - now;
    if (leftMs <= 0) {
        return undefined;
    }
    if (leftMs < MINUTE_MS) {
        return leftMs;
    }
    return leftMs % (leftMs >= DAY_MS ? HOUR_MS : MINUTE_MS) + 1;
}

function notUsableText(): string {
    return nls.localize('theia/aws-accounts/state/invalid', 'not usable');
}
