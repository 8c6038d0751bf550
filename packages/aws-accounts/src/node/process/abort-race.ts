/**
 * Waits for `work`, and no longer once `signal` is aborted. The work itself goes on, unless `onAbort` ends it.
 *
 * @throws what the work throws; the reason of `signal` as soon as that is aborted
 */
export async function raceAbort<T>(work: Promise<T>, signal: AbortSignal, onAbort: () => void = () => undefined): Promise<T> {
    let stop = (): void => undefined;
    const aborted = new Promise<never>((_resolve, reject) => {
        stop = () => {
            onAbort();
            reject(signal.reason);
        };
        signal.addEventListener('abort', stop, { once: true });
    });
    if (signal.aborted) {
        stop();
    }
    try {
        return await Promise.race([aborted, work]);
    } finally {
        signal.removeEventListener('abort', stop);
    }
}
