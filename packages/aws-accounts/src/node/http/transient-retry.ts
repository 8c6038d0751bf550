import type { AwsFailureReason } from '../../common/state/aws-accounts-error';
import type { Clock } from '../process/clock';
import { retry, RetryPolicy } from './retry';

/** Pauses before the second and the third attempt. */
const BACKOFF_MS = [500, 2000];

const RETRIED: readonly AwsFailureReason[] = ['network', 'hostNotFound', 'connectionRefused', 'proxy', 'server', 'throttled'];

/**
 * Makes a call that may be repeated without harm, up to three times while network or server are in trouble. A call that timed out is not
 * retried, since a person waits.
 *
 * @throws what the last attempt threw; the signal's reason as soon as it is aborted
 */
export async function retryTransient<T>(clock: Clock, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
    const policy: RetryPolicy<T> = {
        pausesMs: ({ reason }) => RETRIED.includes(reason) ? BACKOFF_MS : [],
        pause: ms => clock.delay(ms, signal)
    };
    return retry(policy, call, signal);
}
