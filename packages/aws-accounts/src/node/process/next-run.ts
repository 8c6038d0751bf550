/** Work whose result several callers share. It begins after each of them has asked, so that no result is older than the question. */
export class NextRun<T> {

    protected running: Promise<T> | undefined;
    protected next: Promise<T> | undefined;

    constructor(protected readonly work: () => Promise<T>) { }

    /** The result of a run that begins at once, or as soon as the current one has ended. @throws what that run threw */
    result(): Promise<T> {
        if (this.next !== undefined) {
            return this.next;
        }
        if (this.running === undefined) {
            return this.begin();
        }
        const begin = (): Promise<T> => this.begin();
        this.next = this.running.then(begin, begin);
        return this.next;
    }

    protected begin(): Promise<T> {
        this.next = undefined;
        this.running = this.work().finally(() => this.running = undefined);
        return this.running;
    }
}
