/** Keys as they are written, with their lower case: a file has few different ones and thousands of each. */
const keys = new Map<string, string>();
const MOST_KEYS = 1_000;

/**
 * The key that is meant by what is written: in lower case, as the AWS CLI reads it. The name of a property is a text of its own, which
 * keeps nothing of the file in memory, and which the engine compares by its place.
 */
export function keyOf(written: string): string {
    const known = keys.get(written);
    if (known !== undefined) {
        return known;
    }
    const [key] = Object.keys({ [written.toLowerCase()]: true });
    if (keys.size < MOST_KEYS) {
        keys.set(key === written ? key : Buffer.from(written, 'utf16le').toString('utf16le'), key);
    }
    return key;
}
