import { isObject } from '../../common/value/json-value';

/** Tells whether a value that came over the wire has a form. An absent value comes as `undefined` or `null`. */
export type Shape = (value: unknown) => boolean;

export namespace Shape {

    /** Characters of one text, unless a shape says otherwise: more than any name, id or address has. */
    const MAX_TEXT = 4096;

    const MAX_ITEMS = 10_000;

    export const anything: Shape = () => true;

    export const flag: Shape = value => typeof value === 'boolean';

    export const whole: Shape = value => Number.isSafeInteger(value) && (value as number) >= 0;

    /** @param max characters */
    export function text(max = MAX_TEXT): Shape {
        return value => typeof value === 'string' && value.length <= max;
    }

    /** A text that names something, so it is not empty. */
    export const name: Shape = value => text()(value) && value !== '';

    export function oneOf(...allowed: readonly unknown[]): Shape {
        return value => allowed.includes(value);
    }

    export function optional(shape: Shape): Shape {
        return value => value === undefined || value === null || shape(value);
    }

    export function list(item: Shape, max = MAX_ITEMS): Shape {
        return value => Array.isArray(value) && value.length <= max && value.every(item);
    }

    /** An object with these members; of others nothing is read. */
    export function record(members: { readonly [name: string]: Shape }): Shape {
        return value => isObject(value) && Object.entries(members).every(([key, shape]) => shape(own(value, key)));
    }

    /** An object from names to values of one shape. */
    export function map(item: Shape): Shape {
        return value => isObject(value) && Object.keys(value).length <= MAX_ITEMS && Object.keys(value).every(key => item(own(value, key)));
    }

    /** An object told apart by its `kind`; a kind that is not in the table is none. */
    export function union(kinds: { readonly [kind: string]: { readonly [name: string]: Shape } }): Shape {
        const shapes = new Map(Object.entries(kinds).map(([kind, members]) => [kind, record(members)]));
        return value => isObject(value) && shapes.get(String(own(value, 'kind')))?.(value) === true;
    }

    /** A member of the value itself: `__proto__` and what is inherited are nobody's words. */
    function own(value: object, key: string): unknown {
        return Object.hasOwn(value, key) ? (value as { readonly [key: string]: unknown })[key] : undefined;
    }
}
