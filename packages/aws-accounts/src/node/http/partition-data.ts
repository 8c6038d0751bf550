import type { partition } from '@aws-sdk/core/client';
import { AwsPartitions } from '../../common/region/aws-partitions';
import { AwsRegion } from '../../common/region/aws-region';

/** The SDK's data on the partition of a region. */
export interface PartitionData {
    /** As in ARNs, for example `aws-eusc`. */
    readonly id: string;
    /** End of host names of AWS services. */
    readonly dnsSuffix: string;
    /** The region that answers for the partition as a whole. */
    readonly defaultRegion: string;
}

type FindPartition = typeof partition;
type FoundPartition = ReturnType<FindPartition> & { readonly implicitGlobalRegion: string };

/** Partitions as the SDK has them. The SDK is loaded on first use: an IDE whose user does not turn to AWS never pays for it. */
export namespace PartitionData {

    /** Regions that the SDK does not know by name are told by its patterns, and are in `aws` where none fits. */
    export function ofRegion(region: string): PartitionData {
        const { partition: find } = require('@aws-sdk/core/client') as { readonly partition: FindPartition };
        const { name, dnsSuffix, implicitGlobalRegion } = find(region) as FoundPartition;
        return { id: name, dnsSuffix, defaultRegion: implicitGlobalRegion };
    }

    /** `undefined` for a partition of which no region is known. */
    export function ofId(id: string): PartitionData | undefined {
        const known = AwsPartitions.ALL.find(hint => hint.id === id);
        return known && ofRegion(known.regions[0]);
    }

    /** The partition that an ARN belongs to; `undefined` for one that is not known, and for what is no ARN. */
    export function ofArn(arn: string): PartitionData | undefined {
        return ofId(/^arn:([^:]+):/.exec(arn)?.[1] ?? '');
    }

    /** Tells whether `host` has the page on which SSO-OIDC of some region asks for a code. */
    export function isDevicePage(host: string): boolean {
        const [, region, suffix] = /^device\.sso\.([^.]+)\.(.+)$/.exec(host) ?? [];
        return region !== undefined && AwsRegion.isWellFormed(region) && ofRegion(region).dnsSuffix === suffix;
    }
}
