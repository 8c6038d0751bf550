import type { IamProfileConnection } from '../connection/aws-connection';
import { AwsPartitions } from '../region/aws-partitions';
import type { ConnectionState } from '../state/connection-state';
import type { IamRequirement } from './simple-requirement';

/** One thing about a connection that is not as a requirement wants it. */
export type RequirementMismatch =
    /** It gives IAM credentials where a token is wanted, or the other way round. */
    | { readonly kind: 'method' }
    | { readonly kind: 'account' | 'partition' | 'region'; readonly found: string; readonly wanted: readonly string[] };

export namespace RequirementMismatch {

    /** Every mismatch of a profile that is known in this state. Facts that AWS confirmed count more than the files. */
    export function all(requirement: IamRequirement, profile: IamProfileConnection, state: ConnectionState): RequirementMismatch[] {
        return [
            ...unless('account', requirement.accounts, state.kind === 'connected' ? state.identity.accountId : profile.accountId),
            ...unless('partition', requirement.partitions, partitionOf(profile, state)),
            ...unless('region', requirement.regions, profile.region.name)
        ];
    }

    function unless(
        kind: 'account' | 'partition' | 'region',
        wanted: readonly string[] | undefined,
        found: string | undefined
    ): RequirementMismatch[] {
        return wanted === undefined || found === undefined || wanted.includes(found) ? [] : [{ kind, found, wanted }];
    }

    /** `aws-cn` of `arn:aws-cn:sts::...`; an ARN without a partition fits no list. */
    function partitionOfArn(arn: string): string {
        return arn.split(':')[1] ?? '';
    }

    /** The partition that the profile is known to be in: as AWS confirmed it, or else as its region tells. */
    export function partitionOf(profile: IamProfileConnection, state: ConnectionState): string | undefined {
        return state.kind === 'connected' ? partitionOfArn(state.identity.arn) : partitionOfRegion(profile);
    }

    /** A region that nobody chose tells nothing about the partition that the keys are from. */
    function partitionOfRegion({ region }: IamProfileConnection): string | undefined {
        return region.origin === 'default' ? undefined : AwsPartitions.ofRegion(region.name)?.id;
    }
}
