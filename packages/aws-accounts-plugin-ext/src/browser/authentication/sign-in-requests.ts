import { AuthenticationService } from '@theia/core/lib/browser/authentication-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AuthenticationProviderId } from '../../common/authentication-provider-id';
import type { ExtensionIdentity } from '../../common/extension-consent';

/** A request of an extension that did not ask the person at once. */
export interface SignInRequest {
    /** The only "scope" that Theia knows of the request. */
    readonly key: string;
    readonly provider: AuthenticationProviderId;
    readonly scopes: readonly string[];
    readonly extension: ExtensionIdentity;
}

/**
 * Requests that wait in Theia's Accounts menu as "Sign in with X to use Y". Theia takes an entry away when it meets a session whose scopes,
 * put together, read like those of the request, which with several scopes, or with a session that has more, is never; and one entry stands
 * for all extensions that want the same. So each request is given to Theia under a key of its own instead of its scopes, and the provider
 * answers with that key when the request is settled.
 */
@injectable()
export class SignInRequests {

    @inject(AuthenticationService) protected readonly authentication: AuthenticationService;

    protected readonly byKey = new Map<string, SignInRequest>();
    /** By the very list that Theia was given and hands back: an extension may choose its scopes, but cannot choose another's list. */
    protected readonly byList = new WeakMap<object, SignInRequest>();

    add(provider: AuthenticationProviderId, scopes: readonly string[], extension: ExtensionIdentity): void {
        const request = { key: JSON.stringify([provider, extension.id, ...scopes]), provider, scopes, extension };
        const list = [request.key];
        this.byKey.set(request.key, request);
        this.byList.set(list, request);
        // Theia's command for the entry has the id of the extension in its name: without the provider, two entries of one extension would
        // do the same.
        this.authentication.requestNewSession(provider, list, `${extension.id}.${provider}`, extension.name);
    }

    /** The request that was given to Theia as `list`; `undefined`: no extension made it. */
    find(list: object): SignInRequest | undefined {
        return this.byList.get(list);
    }

    /** Every request that the provider ever got: a settled one may be made anew. */
    of(provider: AuthenticationProviderId): readonly SignInRequest[] {
        return [...this.byKey.values()].filter(request => request.provider === provider);
    }
}
