import type { AwsFailure } from '../../common/state/aws-accounts-error';
import { isAborted, toAwsFailure } from './aws-failure-conversion';

/** Decides which failures are worth another attempt, and how long to wait for it. */
export interface RetryPolicy<T> {
    /** Milliseconds before the second attempt, the third and so on; empty for a failure that is final. */
    pausesMs(failure: AwsFailure): readonly number[];
    /** Waits before the next attempt. */
    pause(ms: number, failure: AwsFailure): Promise<void>;
    /** The failure that a result stands for, where the call does not throw it. */
    failureOf?(result: T): AwsFailure | undefined;
}

type Outcome<T> = { readonly failure?: AwsFailure } & ({ readonly result: T } | { readonly error: unknown });

/**
 * Makes a call, and makes it again as often as `policy` allows. The call must be one that may be repeated without harm.
 *
 * @param signal ends the repeating: what an aborted call threw is final
 * @returns what the last attempt gave
 * @throws what the last attempt threw
 */
export async function retry<T>(policy: RetryPolicy<T>, call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
        const outcome = await outcomeOf(policy, call, signal);
        const pauseMs = outcome.failure && policy.pausesMs(outcome.failure).at(attempt);
        if (outcome.failure !== undefined && pauseMs !== undefined) {
            await policy.pause(pauseMs, outcome.failure);
        } else if ('error' in outcome) {
            throw outcome.error;
        } else {
            return outcome.result;
        }
    }
}

async function outcomeOf<T>(policy: RetryPolicy<T>, call: () => Promise<T>, signal?: AbortSignal): Promise<Outcome<T>> {
    try {
        const result = await call();
        return { result, failure: policy.failureOf?.(result) };
    } catch (error) {
        return { error, failure: isAborted(error, signal) ? undefined : toAwsFailure(error) };
    }
}
