import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import type { AwsAccountsClient } from '../../../common/protocol/aws-accounts-protocol';
import type { MfaCodeRequest } from '../../../common/connection/mfa';
import { raceAbort } from '../../process/abort-race';
import type { MfaPrompt } from '../resolution/resolution-context';

/** The window that calls: whom to ask, and until when. */
interface CallingWindow {
    readonly client: AwsAccountsClient | undefined;
    readonly closed: AbortSignal;
}

/** A prompt that asks the person at `window` for codes, as long as the window is open. */
export function mfaPromptOf(window: CallingWindow): MfaPrompt {
    return (request, asking) => askWindow(window.client, request, AbortSignal.any([asking, window.closed]));
}

/**
 * Asks the person at a window for a code. `undefined` when they decide against it; when `ended` is aborted too, and the question is then
 * closed.
 */
async function askWindow(
    client: AwsAccountsClient | undefined,
    request: MfaCodeRequest,
    ended: AbortSignal
): Promise<string | undefined> {
    if (client === undefined || ended.aborted) {
        return undefined;
    }
    const question = new CancellationTokenSource();
    try {
        return await raceAbort(client.requestMfaCode(request, question.token), ended) ?? undefined;
    } catch (error) {
        if (ended.aborted) {
            return undefined;
        }
        throw error;
    } finally {
        question.cancel();
        question.dispose();
    }
}
