/** Ends the things that a test has started. The newest ends first, and one that cannot end keeps no other from it. */
export class Endings {

    protected readonly endings: (() => unknown)[] = [];

    /** Called before a thing is started or right after, never once it has become useful: what fails in between has to end too. */
    add(end: () => unknown): void {
        this.endings.push(end);
    }

    /** @throws AggregateError when something did not end */
    async endAll(): Promise<void> {
        const failures: unknown[] = [];
        for (const end of this.endings.splice(0).reverse()) {
            try {
                await end();
            } catch (error) {
                failures.push(error);
            }
        }
        if (failures.length > 0) {
            throw new AggregateError(failures, `Some things did not end: ${failures.map(String).join('; ')}`);
        }
    }
}
