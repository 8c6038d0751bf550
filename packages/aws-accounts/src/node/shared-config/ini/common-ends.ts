/** Lengths of the parts at the start and at the end of two texts that are the same. The parts do not overlap. */
export interface CommonEnds {
    readonly start: number;
    readonly end: number;
}

export namespace CommonEnds {

    export function of(one: string, other: string): CommonEnds {
        const shorter = Math.min(one.length, other.length);
        const start = longest(shorter, (from, to) => one.slice(from, to) === other.slice(from, to));
        const end = longest(shorter - start, (from, to) =>
            one.slice(one.length - to, one.length - from) === other.slice(other.length - to, other.length - from));
        return { start, end };
    }

    /** The greatest length, up to `most`, within which `isSame` holds for every part. */
    function longest(most: number, isSame: (from: number, to: number) => boolean): number {
        let [known, limit] = [0, most];
        while (known < limit) {
            const middle = (known + limit + 1) >> 1;
            if (isSame(known, middle)) {
                known = middle;
            } else {
                limit = middle - 1;
            }
        }
        return known;
    }
}

/** The count of `numbers`, which ascend, that are below `limit`. */
export function countBelow(numbers: readonly number[], limit: number): number {
    let [low, high] = [0, numbers.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (numbers[middle] < limit) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
