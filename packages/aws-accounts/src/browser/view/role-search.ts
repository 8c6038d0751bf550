import type { ListingRequest } from './rows/action/listing-request';

/** Number of accounts listed at once during a search. It is small, so that a person who opens an account need not wait for all others. */
const SEARCHES_AT_ONCE = 4;

/** Lists the roles of all accounts, a few at once, while a person searches. */
export class RoleSearch {

    protected searching = false;
    protected running = 0;

    /**
     * @param next the listing to begin now; `undefined`: there is none
     * @param list never rejects
     */
    constructor(
        protected readonly next: () => ListingRequest | undefined,
        protected readonly list: (request: ListingRequest) => Promise<void>
    ) { }

    set(searching: boolean): void {
        this.searching = searching;
        this.goOn();
    }

    /** Begins as many listings as may run at once. More may have become known since the last time. */
    goOn(): void {
        while (this.searching && this.running < SEARCHES_AT_ONCE) {
            const next = this.next();
            if (next === undefined) {
                return;
            }
            this.running += 1;
            void this.list(next).finally(() => {
                this.running -= 1;
                this.goOn();
            });
        }
    }
}
