import { setImmediate } from 'node:timers/promises';

/** Longest time, in milliseconds, that work in slices keeps the event loop for itself. */
const SLICE_MS = 5;

/** Does work that pauses often by `yield`, with a turn of the event loop for others every few milliseconds. */
export async function inSlices<T>(work: Iterator<void, T>): Promise<T> {
    let end = performance.now() + SLICE_MS;
    for (;;) {
        const { done, value } = work.next();
        if (done) {
            return value;
        }
        if (performance.now() > end) {
            await setImmediate();
            end = performance.now() + SLICE_MS;
        }
    }
}

/** Does the same work without a pause. */
export function atOnce<T>(work: Iterator<void, T>): T {
    for (;;) {
        const { done, value } = work.next();
        if (done) {
            return value;
        }
    }
}
