/** Keys as they are written, with their lower case: a file has few different ones and thousands of each. */
const keys = new Map<string, string>();
const MOST_KEYS = 1_000;

/**
 * The key that is meant by what is written: in lower case, as the AWS CLI reads it. A text of its own, since a part of the file would keep
 * all of the file in memory.
 */
export function keyOf(written: string): string {
    const known = keys.get(written);
    if (known !== undefined) {
        return known;
    }
    const key = Buffer.from(written.toLowerCase(), 'utf16le').toString('utf16le');
    if (keys.size < MOST_KEYS) {
        keys.set(key, key);
    }
    return key;
}
