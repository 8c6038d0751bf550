import { raceAbort } from './abort-race';

/** Work that several callers wait for. It is cancelled when the last of them loses interest, and not before. */
export class SharedTask<T> {

    protected readonly controller = new AbortController();
    /** The outcome, for somebody who only watches: watching keeps nothing going. */
    readonly outcome: Promise<T>;
    protected waiting = 0;

    /** Begins at once. @param run gets the signal that calls the work off */
    constructor(run: (signal: AbortSignal) => Promise<T>) {
        this.outcome = run(this.controller.signal);
        // Every waiting caller is told; a promise without one is no unhandled rejection.
        this.outcome.catch(() => undefined);
    }

    /** True when all callers have left: the next one has to begin anew. */
    get isCalledOff(): boolean {
        return this.controller.signal.aborted;
    }

    /**
     * The result of the work.
     *
     * @throws what the work threw; the reason of `signal` as soon as that is aborted
     */
    async join(signal?: AbortSignal): Promise<T> {
        signal?.throwIfAborted();
        this.waiting += 1;
        try {
            return await (signal === undefined ? this.outcome : raceAbort(this.outcome, signal));
        } finally {
            this.waiting -= 1;
            if (this.waiting === 0 && signal?.aborted) {
                this.controller.abort();
            }
        }
    }
}
