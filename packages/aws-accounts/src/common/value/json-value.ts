/** Tells whether `value`, which came from a file, over the wire or from code that no compiler checked, is an object with members. */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads JSON that this product may not have written.
 *
 * @returns `undefined` when `text` is no JSON; JSON itself has no such value
 */
export function parseJson(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        if (error instanceof SyntaxError) {
            return undefined;
        }
        throw error;
    }
}
