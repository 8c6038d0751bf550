import type { ProfileProblem } from '../../common/connection/profile-problem';
import { ConfiguredEndpoint } from '../../common/connection/configured-endpoint';
import { EndpointSetting, EnvironmentEndpoints, EndpointVariants } from '../http/endpoint-settings';
import { CalledService, CallSettings, ServiceEndpoints } from '../http/service-endpoints';
import type { ProfileLookup } from './profile-chain';
import type { SectionSettings } from './profile-settings';

const KEY = 'endpoint_url';
const IGNORE = 'ignore_configured_endpoint_urls';
const NOTHING_SAID: ProfileEndpoints = { settings: [], ignored: false };
const CALLED: readonly (CalledService | undefined)[] = [undefined, 'sso_oidc', 'sso', 'sts', 'signin'];

/** Endpoints of a profile, as far as they count. */
interface ProfileEndpoints {
    readonly settings: readonly EndpointSetting[];
    /** No endpoint counts for this profile, not even one of the environment. */
    readonly ignored: boolean;
    readonly problem?: ProfileProblem;
}

/**
 * As the AWS CLI does from 2.13 on: the variable of the service, the one for all services, the services section of the profile,
 * `endpoint_url` of the profile; of the profile that is used, not of its source profiles. Source: "Service-specific endpoints", AWS SDKs
 * and Tools Reference Guide.
 */
export function profileEndpoints(profile: SectionSettings, lookup: ProfileLookup, environment: EnvironmentEndpoints): ProfileEndpoints {
    if (environment.ignored ?? EndpointSetting.isTrue(profile.get(IGNORE) ?? '')) {
        return { settings: [], ignored: true };
    }
    if (environment.settings.length === 0 && !profile.has('services', KEY)) {
        return NOTHING_SAID;
    }
    const said = environment.settings.map(({ service }) => service);
    if (said.includes(undefined)) {
        return { settings: [], ignored: false };
    }
    const name = profile.get('services');
    const services = name === undefined ? undefined : lookup.services(name);
    const settings = [...(services ? ofServices(services) : []), ...ofProfile(profile)].filter(
        ({ service }) => service === undefined || !said.includes(service)
    );
    const problem: ProfileProblem | undefined =
        name !== undefined && services === undefined
            ? { kind: 'servicesNotFound', name, location: profile.setting('services')?.location }
            : firstProblem(settings);
    return { settings, ignored: false, ...(problem && { problem }) };
}

/** Settings by which calls with the profile reach AWS. */
export function callSettings(profile: SectionSettings, lookup: ProfileLookup, environment: EnvironmentEndpoints): CallSettings {
    const { settings, ignored } = profileEndpoints(profile, lookup, environment);
    const sources = ignored ? [] : [environment.settings, settings];
    return {
        caBundle: profile.get('ca_bundle'),
        endpoints: new ServiceEndpoints(sources, { ...variantsOf(profile), ...environment.variants })
    };
}

function variantsOf(profile: SectionSettings): EndpointVariants | undefined {
    return EndpointSetting.variants(profile.get('use_fips_endpoint'), profile.get('use_dualstack_endpoint'));
}

function ofProfile(profile: SectionSettings): EndpointSetting[] {
    const setting = profile.setting(KEY);
    return setting?.value ? [{ setting: KEY, value: setting.value, location: setting.location }] : [];
}

function ofServices(services: SectionSettings): EndpointSetting[] {
    return services.all().flatMap(([key, value]) => {
        const [service, name, more] = key.split('.');
        const isEndpoint = name === KEY && more === undefined && value !== '';
        return isEndpoint ? [{ setting: KEY, value, service, location: services.setting(key)?.location }] : [];
    });
}

/** Addresses of services that only others call are theirs to judge. */
function firstProblem(settings: readonly EndpointSetting[]): ProfileProblem | undefined {
    const broken = settings.find(
        ({ service, value }) => CALLED.some(called => called === service) && ConfiguredEndpoint.hostOf(value) === undefined
    );
    return (
        broken && { kind: 'invalidEndpoint', ...(broken.service !== undefined && { service: broken.service }), location: broken.location }
    );
}
