/** Patterns of command ids: `*` stands for any number of characters, `?` for exactly one. */
export namespace CommandPattern {

    const WILDCARD = /[*?]/;

    /** Tells whether `commands` is a pattern, and not simply an id. */
    export function is(commands: string): boolean {
        return WILDCARD.test(commands);
    }

    /** Text before the first wildcard of a pattern; the whole of an id. */
    export function beginningOf(commands: string): string {
        const at = commands.search(WILDCARD);
        return at < 0 ? commands : commands.slice(0, at);
    }

    /**
     * Tells whether a pattern fits an id. Goes through the id once: only the last `*` is ever tried anew, since what an earlier one could
     * take
     * more the later one takes as well. A regular expression would try every way of sharing the id among them.
     */
    export function fits(pattern: string, id: string): boolean {
        let [inPattern, inId, star, resume] = [0, 0, -1, 0];
        while (inId < id.length) {
            const expected = pattern[inPattern];
            if (expected === '*') {
                star = inPattern++;
                resume = inId;
            } else if (expected === '?' || expected === id[inId]) {
                inPattern++;
                inId++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inId = ++resume;
            } else {
                return false;
            }
        }
        return /^\**$/.test(pattern.slice(inPattern));
    }
}
