import type { HttpConnectionValidator } from '@theia/core/lib/node/hosting/browser-connection-token';
import type { interfaces } from '@theia/core/shared/inversify';

/** Lets a request pass that comes with the cookie of the application. `undefined` on a Theia that gives its pages no such cookie. */
export const PageValidator = Symbol('PageValidator');
export type PageValidator = Pick<HttpConnectionValidator, 'validateRequest'> | undefined;

/** Theia has the cookie from 1.74 on. A `require` inside `try` is the one form that bundlers let pass where the module is missing. */
export function pageValidator({ container }: interfaces.Context): PageValidator {
    try {
        const { HttpConnectionValidator: id } =
            require('@theia/core/lib/node/hosting/browser-connection-token') as { readonly HttpConnectionValidator?: symbol };
        return id !== undefined && container.isBound(id) ? container.get<HttpConnectionValidator>(id) : undefined;
    } catch {
        // An older Theia: nothing is served that only its own pages may ask for.
        return undefined;
    }
}
