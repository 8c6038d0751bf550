import { AwsConnection, IamProfileConnection, ProfileRegion } from '../../common/aws-connection';
import { AwsPartitions } from '../../common/aws-partitions';
import type { ProfileLookup } from '../shared-config/profile-chain';
import { environmentOrigin, missingVariable, Variables } from './environment-origin';

/** What the connection is called where no person reads it; for people it is worded. */
export const ENVIRONMENT_NAME = 'Environment';

/**
 * The connection that the variables describe, if they say that there are credentials. Pure.
 *
 * @param lookup where the region is, when no variable names it: the AWS CLI takes that of the profile which it would use
 */
export function environmentConnection(variables: Variables, lookup: ProfileLookup): IamProfileConnection | undefined {
    const environment = environmentOrigin(variables);
    if (environment === undefined) {
        return undefined;
    }
    const missing = missingVariable(environment, variables);
    return {
        kind: 'iamProfile', id: AwsConnection.ENVIRONMENT, name: ENVIRONMENT_NAME, source: 'environment', environment, locations: [],
        region: environmentRegion(variables, lookup), ...missing && { problem: { kind: 'missingKey', key: missing } }
    };
}

function environmentRegion(variables: Variables, lookup: ProfileLookup): ProfileRegion {
    const variable = ['AWS_REGION', 'AWS_DEFAULT_REGION'].find(name => variables[name]);
    if (variable !== undefined) {
        return { name: variables[variable] ?? '', origin: 'environment' };
    }
    const profile = variables.AWS_PROFILE || variables.AWS_DEFAULT_PROFILE || 'default';
    const name = lookup.profile(profile)?.get('region');
    return name === undefined ? { name: AwsPartitions.DEFAULT_REGION, origin: 'default' } : { name, origin: 'profile', profile };
}
