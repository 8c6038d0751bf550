import { nls } from '@theia/core/lib/common/nls';
import type { ConfiguredEndpoint } from '../../../common/connection/configured-endpoint';
import { locationText } from './connection-wording';
import { Labels } from '../text/labels';

/** Said in the view: calls do not go where people think. */
export function endpointText({ host, setting, service }: ConfiguredEndpoint): string {
    if (service !== undefined) {
        return nls.localize(
            'theia/aws-accounts/endpoint/configuredService',
            'Calls of {0} go to {1} instead of AWS ({2})',
            service,
            host,
            setting
        );
    }
    return nls.localize('theia/aws-accounts/endpoint/configured', 'Calls go to {0} instead of AWS ({1})', host, setting);
}

/** The endpoint of a profile, as a fact about it: `Endpoint of sts: localhost:4566 instead of AWS (endpoint_url, config:12)`. */
export function profileEndpointText(endpoint: ConfiguredEndpoint): string {
    const { host, service } = endpoint;
    return service === undefined
        ? nls.localize('theia/aws-accounts/endpoint/fact', 'Endpoint: {0} instead of AWS ({1})', host, placeOf(endpoint))
        : nls.localize(
              'theia/aws-accounts/endpoint/serviceFact',
              'Endpoint of {0}: {1} instead of AWS ({2})',
              service,
              host,
              placeOf(endpoint)
          );
}

/** Said before and while somebody signs in. */
export function signInEndpointText(endpoint: ConfiguredEndpoint): string {
    return nls.localize(
        'theia/aws-accounts/endpoint/signIn',
        'Sign-in goes to {0}, not to AWS: set by {1}.',
        endpoint.host,
        placeOf(endpoint)
    );
}

/** Said before and while AWS is asked who a profile is. */
export function callsEndpointText(profile: string, endpoint: ConfiguredEndpoint): string {
    return nls.localize(
        'theia/aws-accounts/endpoint/calls',
        'Calls as {0} go to {1}, not to AWS: set by {2}.',
        profile,
        endpoint.host,
        placeOf(endpoint)
    );
}

function placeOf({ setting, location }: ConfiguredEndpoint): string {
    return location === undefined
        ? setting
        : Labels.placed(setting, locationText(location));
}
