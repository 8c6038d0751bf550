import { AuthenticationService } from '@theia/core/lib/browser/authentication-service';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AuthenticationProviderId } from '../../common/authentication-provider-id';
import type { ExtensionIdentity } from '../../common/extension-consent';

/**
 * Requests that wait in Theia's Accounts menu as "Sign in with X to use Y". Theia does not say for whom a session is made when the person picks
 * one, but it hands over the very list of scopes it was given: by that object the extension is found again.
 */
@injectable()
export class SignInRequests {

    @inject(AuthenticationService) protected readonly authentication: AuthenticationService;

    protected readonly extensions = new WeakMap<object, ExtensionIdentity>();

    add(provider: AuthenticationProviderId, scopes: readonly string[], extension: ExtensionIdentity): void {
        const request = [...scopes];
        this.extensions.set(request, extension);
        this.authentication.requestNewSession(provider, request, extension.id, extension.name);
    }

    /** The extension that asked for exactly this request; `undefined`: no extension did. */
    extensionOf(request: object): ExtensionIdentity | undefined {
        return this.extensions.get(request);
    }
}
