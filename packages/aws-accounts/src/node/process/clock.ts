import { setTimeout as delay } from 'node:timers/promises';
import { injectable } from '@theia/core/shared/inversify';

/** Time comes in from outside, so that a spec decides what time it is and nothing waits for real. */
export const Clock = Symbol('AwsAccountsBackendClock');
export interface Clock {
    /** Epoch milliseconds. */
    now(): number;
    /** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as it is aborted. */
    delay(ms: number, signal?: AbortSignal): Promise<void>;
}

@injectable()
export class SystemClock implements Clock {

    now(): number {
        return Date.now();
    }

    async delay(ms: number, signal?: AbortSignal): Promise<void> {
        signal?.throwIfAborted();
        await delay(ms, undefined, { signal, ref: false });
    }
}
