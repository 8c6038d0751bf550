import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import type { AwsAccountsClient } from '../../../common/aws-accounts-protocol';
import type { MfaCodeRequest } from '../../../common/mfa';

/**
 * Asks the person at a window for a code. `undefined` when they decide against it; when `ended` is aborted too, and the question is then
 * closed.
 */
export async function askWindow(
    client: AwsAccountsClient | undefined,
    request: MfaCodeRequest,
    ended: AbortSignal
): Promise<string | undefined> {
    const question = new CancellationTokenSource();
    let stop = (): void => undefined;
    const aborted = new Promise<undefined>(resolve => {
        stop = () => resolve(undefined);
        ended.addEventListener('abort', stop, { once: true });
    });
    try {
        return ended.aborted ? undefined : await Promise.race([client?.requestMfaCode(request, question.token), aborted]) ?? undefined;
    } finally {
        ended.removeEventListener('abort', stop);
        question.cancel();
        question.dispose();
    }
}
