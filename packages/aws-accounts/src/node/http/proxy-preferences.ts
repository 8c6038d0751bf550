import { PreferenceService } from '@theia/core/lib/common/preferences';
import { inject, injectable, optional, postConstruct } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences } from '../../common/aws-accounts-preferences';
import { PROXY_PREFERENCE } from './proxy-choice';

/**
 * Theia's own preferences about the proxy. They are read in the backend, whose preferences are the user's alone: no workspace sends
 * calls of AWS elsewhere. Each look is a new one, so a change counts from the next call on.
 */
@injectable()
export class ProxyPreferences {

    /** Absent in processes that are no Theia application. */
    @inject(PreferenceService) @optional() protected readonly preferences?: PreferenceService;

    /** Resolves when the preferences have been read, or cannot be. */
    ready: Promise<void>;

    @postConstruct()
    protected init(): void {
        // Without readable preferences there are none: Theia itself reports why.
        this.ready = this.preferences?.ready.catch(() => undefined) ?? Promise.resolve();
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
