import { AwsConnection, IamProfileConnection } from '../../../common/connection/aws-connection';
import { ProfileRegion } from '../../../common/connection/profile-region';
import { EndpointSetting, EnvironmentEndpoints } from '../../http/endpoint-settings';
import { CallSettings, ServiceEndpoints } from '../../http/service-endpoints';
import type { ProfileLookup } from '../../shared-config/profile-chain';
import { callSettings, profileEndpoints } from '../../shared-config/profile-endpoints';
import { regionOfPartition } from '../../shared-config/region-to-call';
import { environmentOrigin, Variables } from './environment-origin';
import { environmentProblem } from './environment-problem';

/** Name of the connection where no person reads it; for people it is worded. */
export const ENVIRONMENT_NAME = 'Environment';

/**
 * The connection that the variables describe, if they say that there are credentials. Pure.
 *
 * @param lookup where region and endpoints are, when no variable names them: the AWS CLI takes those of the profile which it would use
 * @param endpoints what the environment says of them
 */
export function environmentConnection(
    variables: Variables,
    lookup: ProfileLookup,
    endpoints: EnvironmentEndpoints = { settings: [] }
): IamProfileConnection | undefined {
    const environment = environmentOrigin(variables);
    if (environment === undefined) {
        return undefined;
    }
    const problem = environmentProblem(environment, variables);
    const profile = lookup.profile(settingsProfile(variables));
    const configured = profile && profileEndpoints(profile, lookup, endpoints);
    return {
        kind: 'iamProfile', id: AwsConnection.ENVIRONMENT, name: ENVIRONMENT_NAME, source: 'environment', environment, locations: [],
        region: environmentRegion(variables, lookup),
        ...configured && configured.settings.length > 0 && { endpoints: configured.settings.map(EndpointSetting.shown) },
        ...configured?.ignored && { ignoresEndpoints: true },
        ...problem && { problem }
    };
}

/**
 * The way of calls with credentials of the environment to AWS: the AWS CLI's, by the settings of the profile that it would use, whose
 * credentials it does not.
 */
export function environmentCallSettings(variables: Variables, lookup: ProfileLookup, endpoints: EnvironmentEndpoints): CallSettings {
    const profile = lookup.profile(settingsProfile(variables));
    return profile ? callSettings(profile, lookup, endpoints) : { endpoints: ServiceEndpoints.ofEnvironment(endpoints) };
}

/** The profile whose settings count, other than those of credentials. */
function settingsProfile(variables: Variables): string {
    return variables.AWS_PROFILE || variables.AWS_DEFAULT_PROFILE || 'default';
}

function environmentRegion(variables: Variables, lookup: ProfileLookup): ProfileRegion {
    const variable = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find(name => variables[name]);
    if (variable !== undefined) {
        return { name: variables[variable] ?? '', origin: 'environment' };
    }
    const profile = settingsProfile(variables);
    const name = lookup.profile(profile)?.get('region');
    if (name !== undefined) {
        return { name, origin: 'profile', profile };
    }
    return { name: regionOfPartition({ get: key => key === 'role_arn' ? variables.AWS_ROLE_ARN : undefined }), origin: 'default' };
}
