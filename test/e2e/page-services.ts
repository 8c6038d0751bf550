import type { JSHandle, Page } from '@playwright/test';

/** A class, or a symbol. */
interface PageKey {
    readonly description?: string;
    readonly prototype?: { readonly [method: string]: unknown };
}

/** The Inversify container that Theia puts into the page. */
interface PageContainer {
    get(key: unknown): unknown;
    readonly _bindingDictionary: { readonly _map: Map<PageKey, unknown> };
}

/**
 * The mark by which a service is known: the description of its symbol, or by methods of its class, which is nameless in a production build.
 */
export type ServiceKey = string | readonly string[];

/** A service of the page. */
export function serviceOf<T>(page: Page, key: ServiceKey): Promise<JSHandle<T>> {
    return page.evaluateHandle((wanted): T => {
        const { container } = (window as unknown as { theia: { container: PageContainer } }).theia;
        const found = [...container._bindingDictionary._map.keys()].find(({ description, prototype }) => typeof wanted === 'string'
            ? description === wanted
            : prototype !== undefined && wanted.every(method => method in prototype));
        if (found === undefined) {
            throw new Error(`The page has no service ${String(wanted)}.`);
        }
        return container.get(found) as T;
    }, key);
}
