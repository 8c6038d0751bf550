import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable, interfaces, postConstruct } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences } from '../../common/sign-in/aws-accounts-preferences';
import { PROXY_PREFERENCE } from './proxy-choice';

/**
 * Gives the preferences of this backend; resolves to nothing in processes that are no Theia application. Theia makes them
 * asynchronously, so a service that is made at once, as those of a window are, cannot have them injected: it would fail in a product in
 * which no other service needed them before.
 */
export const BackendPreferences = Symbol('AwsBackendPreferences');
export type BackendPreferences = () => Promise<PreferenceService | undefined>;

export function backendPreferences({ container }: interfaces.Context): BackendPreferences {
    return async () => container.isBound(PreferenceService) ? container.getAsync<PreferenceService>(PreferenceService) : undefined;
}

/**
 * Theia's own preferences about the proxy. They are read in the backend, whose preferences are the user's alone: no workspace sends
 * calls of AWS elsewhere. Each look is a new one, so a change counts from the next call on.
 */
@injectable()
export class ProxyPreferences {

    @inject(BackendPreferences) protected readonly backendPreferences: BackendPreferences;

    protected preferences: PreferenceService | undefined;

    /** Resolves when the preferences have been read, or cannot be. */
    ready: Promise<void>;

    @postConstruct()
    protected init(): void {
        // Without readable preferences there are none: Theia itself reports why.
        this.ready = this.load().catch(() => undefined);
    }

    protected async load(): Promise<void> {
        this.preferences = await this.backendPreferences();
        await this.preferences?.ready;
    }

    /** Address of the proxy. May hold a password. */
    get proxy(): string | undefined {
        return this.text(PROXY_PREFERENCE);
    }

    /** Value of `Proxy-Authorization`. A secret. */
    get authorization(): string | undefined {
        return this.text('http.proxyAuthorization');
    }

    /** The person wishes for no verification of certificates, which is not followed; but it should be said. */
    get wantsNoVerification(): boolean {
        return this.read('http.proxyStrictSSL') === false;
    }

    protected text(name: string): string | undefined {
        const value = this.read(name);
        return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
    }

    protected read(name: string): unknown {
        return this.preferences && AwsAccountsPreferences.trusted(this.preferences, name);
    }
}
