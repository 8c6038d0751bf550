/** Whether `value`, which came from a file, over the wire or from code that no compiler checked, is an object with members. */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
