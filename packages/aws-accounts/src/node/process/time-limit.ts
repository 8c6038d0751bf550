import type { Clock } from './clock';

/**
 * Waits for `work`, and no longer than `limitMs` milliseconds.
 *
 * @returns the result of the work, or `late` when the time is over first
 * @throws what the work throws; the reason of `signal` as soon as that is aborted
 */
export async function withTimeLimit<T, L>(clock: Clock, limitMs: number, work: Promise<T>, late: L, signal?: AbortSignal): Promise<T | L> {
    const ended = new AbortController();
    const signals = signal === undefined ? [ended.signal] : [signal, ended.signal];
    try {
        return await Promise.race([work, clock.delay(limitMs, AbortSignal.any(signals)).then(() => late)]);
    } finally {
        ended.abort();
    }
}
