import { AwsPartitions } from '../../common/region/aws-partitions';
import { PartitionData } from '../http/partition-data';
import type { ProfileLookup } from './profile-chain';
import type { SectionSettings } from './profile-settings';

/** Settings whose value is an ARN, which begins with the partition. */
const ARNS = ['role_arn', 'login_session', 'mfa_serial'];
const AWS = AwsPartitions.ALL[0];

/**
 * The region for calls of a profile when neither profile nor environment names one: that of its partition, which its ARNs or the region of
 * its sign-in tell.
 *
 * @param sessions where the session of the profile is; absent for a profile that has none
 */
export function regionOfPartition(profile: Pick<SectionSettings, 'get'>, sessions?: Pick<ProfileLookup, 'ssoSession'>): string {
    const arn = ARNS.map(key => profile.get(key)).find(value => value?.startsWith('arn:'));
    const signIn = profile.get('sso_region') ?? sessions?.ssoSession(profile.get('sso_session') ?? '')?.get('sso_region');
    return ofArn(arn) ?? ofRegion(signIn) ?? AwsPartitions.DEFAULT_REGION;
}

/** Most profiles are of one partition: the SDK need not be loaded for them. */
function ofArn(arn: string | undefined): string | undefined {
    if (arn === undefined || arn.startsWith(`arn:${AWS.id}:`)) {
        return arn && AwsPartitions.DEFAULT_REGION;
    }
    return PartitionData.ofArn(arn)?.defaultRegion;
}

function ofRegion(region: string | undefined): string | undefined {
    if (region === undefined || AWS.regions.includes(region)) {
        return region && AwsPartitions.DEFAULT_REGION;
    }
    return PartitionData.ofRegion(region).defaultRegion;
}
