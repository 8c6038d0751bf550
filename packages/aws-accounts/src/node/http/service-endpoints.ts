import { AwsFailure } from '../../common/aws-accounts-error';
import { ConfiguredEndpoint } from '../../common/configured-endpoint';
import type { EndpointSetting } from './endpoint-settings';

/** The services that this extension calls, as settings spell them. */
export type CalledService = 'sso_oidc' | 'sso' | 'sts' | 'signin' | 'codewhisperer';

/** Options of an SDK client: where it sends its calls. */
export interface EndpointOptions {
    /** Absent: AWS's own address. */
    readonly endpoint?: string;
    /** By itself a client takes the endpoint of whatever profile is the default one, which is none of its business. */
    readonly ignoreConfiguredEndpointUrls: true;
}

/** Where calls go, as settings say. Made for calls of one profile, or for calls of none. */
export class ServiceEndpoints {

    protected readonly sources: readonly (readonly EndpointSetting[])[];

    /** @param sources the first that has an endpoint for a service, or for all, decides */
    constructor(...sources: readonly (readonly EndpointSetting[])[]) {
        this.sources = sources;
    }

    /**
     * @param service as settings spell it, for example `lambda`
     * @throws AwsAccountsError `invalidEndpoint` when what is configured is no address
     */
    of(service: string): EndpointOptions {
        const setting = ConfiguredEndpoint.serving(service, ...this.sources);
        if (setting === undefined) {
            return { ignoreConfiguredEndpointUrls: true };
        }
        if (ConfiguredEndpoint.hostOf(setting.value) === undefined) {
            throw AwsFailure.toError({ reason: 'invalidEndpoint', subject: setting.setting, location: setting.location });
        }
        return { endpoint: setting.value, ignoreConfiguredEndpointUrls: true };
    }
}

/** How calls that are made with a profile reach AWS, as far as the files say. */
export interface CallSettings {
    /** The setting `ca_bundle`. */
    readonly caBundle?: string;
    readonly endpoints: ServiceEndpoints;
}
