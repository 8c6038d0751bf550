import { raceAbort } from '../process/abort-race';

/** Fetches a list page by page and tells each page as it arrives. Rejects with the signal's reason when it is aborted. */
export type FetchPages<T> = (signal: AbortSignal, onPage: (page: readonly T[]) => void) => Promise<void>;

interface Run<T> {
    readonly abort: AbortController;
    readonly listeners: Set<(page: readonly T[]) => void>;
    readonly items: T[];
    readonly done: Promise<readonly T[]>;
}

/**
 * One list for however many ask: they share one fetching while it is under way, and its result afterwards. A fetching that fails leaves
 * nothing behind, so that the next one to ask begins anew.
 */
export class SharedListing<T> {

    protected run: Run<T> | undefined;
    protected complete = false;

    constructor(protected readonly fetch: FetchPages<T>) { }

    /** True when the list is whole: joining again costs nothing. */
    get isComplete(): boolean {
        return this.complete;
    }

    /**
     * Resolves to the whole list.
     *
     * @param onPage gets what has arrived already, then each page as it arrives; nothing when the list is complete
     * @param signal leaves the listing; the last one to leave ends the fetching
     */
    async join(signal: AbortSignal, onPage: (page: readonly T[]) => void): Promise<readonly T[]> {
        signal.throwIfAborted();
        const run = this.run ??= this.begin();
        const listener = (page: readonly T[]): void => onPage(page);
        if (run.items.length > 0 && !this.complete) {
            listener([...run.items]);
        }
        run.listeners.add(listener);
        try {
            return await raceAbort(run.done, signal);
        } finally {
            run.listeners.delete(listener);
            if (run.listeners.size === 0 && !this.complete) {
                this.end(run);
            }
        }
    }

    /** Ends a fetching that is under way; whoever waits for it is rejected with an `AbortError`. */
    cancel(): void {
        if (this.run && !this.complete) {
            this.end(this.run);
        }
    }

    protected begin(): Run<T> {
        const abort = new AbortController();
        const listeners: Run<T>['listeners'] = new Set();
        const items: T[] = [];
        const tell = (page: readonly T[]): void => {
            items.push(...page);
            [...listeners].forEach(listener => listener(page));
        };
        const done = this.fetch(abort.signal, tell).then(() => {
            this.complete = true;
            return items;
        });
        return { abort, listeners, items, done };
    }

    protected end(run: Run<T>): void {
        run.abort.abort();
        if (this.run === run) {
            this.run = undefined;
        }
    }
}
