import { AwsFailure } from '../../common/state/aws-accounts-error';
import { ConfiguredEndpoint, isLoopbackHost } from '../../common/connection/configured-endpoint';
import type { EndpointSetting, EnvironmentEndpoints, EndpointVariants } from './endpoint-settings';

/** The services that this extension calls, as settings spell them. */
export type CalledService = 'sso_oidc' | 'sso' | 'sts' | 'signin' | 'codewhisperer';

/** Options of an SDK client: where it sends its calls. */
export interface EndpointOptions {
    /** Absent: AWS's own address. */
    readonly endpoint?: string;
    /** By itself a client takes the endpoint of whatever profile is the default one, which is none of its business. */
    readonly ignoreConfiguredEndpointUrls: true;
    /** Set where AWS's own address is the one with validated cryptography, or the one that IPv6 reaches too. */
    readonly useFipsEndpoint?: true;
    readonly useDualstackEndpoint?: true;
}

/** Endpoints of calls, as settings say. One is made for calls of one profile, or for calls of none. */
export class ServiceEndpoints {

    /**
     * @param sources the first that has an endpoint for a service, or for all, decides
     * @param variants counts where none has
     */
    constructor(
        protected readonly sources: readonly (readonly EndpointSetting[])[] = [],
        protected readonly variants: EndpointVariants = {}
    ) { }

    /** Endpoints of calls of no profile. */
    static ofEnvironment({ settings, variants }: EnvironmentEndpoints): ServiceEndpoints {
        return new ServiceEndpoints([settings], variants);
    }

    /**
     * @param service as settings spell it, for example `lambda`
     * @throws AwsAccountsError `invalidEndpoint` when what is configured is no address
     */
    of(service: string): EndpointOptions {
        const setting = ConfiguredEndpoint.serving(service, ...this.sources);
        if (setting === undefined) {
            const { fips, dualstack } = this.variants;
            return {
                ignoreConfiguredEndpointUrls: true,
                ...fips && { useFipsEndpoint: true },
                ...dualstack && { useDualstackEndpoint: true }
            };
        }
        if (ConfiguredEndpoint.hostOf(setting.value) === undefined) {
            throw AwsFailure.toError({ reason: 'invalidEndpoint', subject: setting.setting, location: setting.location });
        }
        return { endpoint: setting.value, ignoreConfiguredEndpointUrls: true };
    }

    /**
     * The address for calls that carry keys as they are, unsigned: only a setting that names this very service counts, and only one that
     * nobody on the way can read.
     *
     * @returns `undefined`: AWS's own address
     * @throws AwsAccountsError `invalidEndpoint`, with the detail `insecure` for plain HTTP to another machine
     */
    forKeys(service: CalledService): URL | undefined {
        const named = this.sources.map(settings => settings.filter(setting => setting.service === service));
        const setting = ConfiguredEndpoint.serving(service, ...named);
        if (setting === undefined) {
            return undefined;
        }
        const url = URL.canParse(setting.value) ? new URL(setting.value) : undefined;
        if (url === undefined || ConfiguredEndpoint.hostOf(setting.value) === undefined) {
            throw AwsFailure.toError({ reason: 'invalidEndpoint', subject: setting.setting, location: setting.location });
        }
        if (url.protocol !== 'https:' && !isLoopbackHost(url.hostname)) {
            throw AwsFailure.toError(
                { reason: 'invalidEndpoint', subject: setting.setting, location: setting.location, detail: 'insecure' }
            );
        }
        // A password before the host would end up in the address that the browser gets.
        [url.username, url.password] = ['', ''];
        return url;
    }
}

/** Settings of calls that are made with a profile, as far as the files say. */
export interface CallSettings {
    /** The setting `ca_bundle`. */
    readonly caBundle?: string;
    readonly endpoints: ServiceEndpoints;
}
