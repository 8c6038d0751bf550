import { AwsFailure, AwsFailureReason } from '../../common/aws-accounts-error';
import type { Clock } from '../process/clock';
import { isAborted, toAwsFailure } from './aws-failure-conversion';

/** Pauses before the second and the third attempt. */
const BACK_OFF_MS = [500, 2000];

const WORTH_REPEATING: readonly AwsFailureReason[] = ['network', 'hostNotFound', 'connectionRefused', 'proxy', 'server', 'throttled'];

/**
 * Makes a call that may be repeated without harm, up to three times while the other side stumbles. One that did not answer in time is not
 * asked again, since a person waits.
 *
 * @throws what the last attempt threw; the signal's reason as soon as it is aborted
 */
export async function retryTransient<T>(clock: Clock, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
        try {
            return await call();
        } catch (error) {
            if (attempt === BACK_OFF_MS.length || isAborted(error, signal) || !isWorthRepeating(toAwsFailure(error))) {
                throw error;
            }
            await clock.delay(BACK_OFF_MS[attempt], signal);
        }
    }
}

function isWorthRepeating({ reason }: AwsFailure): boolean {
    return WORTH_REPEATING.includes(reason);
}
