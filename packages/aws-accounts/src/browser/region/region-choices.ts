import { nls } from '@theia/core/lib/common/nls';
import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import type { ProfileRegion } from '../../common/connection/profile-region';
import { AwsPartitions } from '../../common/region/aws-partitions';
import { RequirementMismatch } from '../../common/requirement/requirement-mismatch';
import { joined } from '../wording/text/joined-text';
import { regionOriginText, SEPARATOR } from '../wording';
import { Labels } from '../wording/text/labels';

/** One region to choose; without `region` it is the one that the files say. */
export interface RegionChoice {
    readonly label: string;
    readonly description?: string;
    readonly region: string | undefined;
    readonly inUse: boolean;
}

/** The regions of the profile's partition; all there are while the partition is not known. Empty for what is no profile. Pure. */
export function regionChoices({ connection, state }: ConnectionEntry): RegionChoice[] {
    if (connection.kind !== 'iamProfile') {
        return [];
    }
    const partition = AwsPartitions.ALL.find(({ id }) => id === RequirementMismatch.partitionOf(connection, state));
    const { region: current } = connection;
    const hints = partition?.regions ?? AwsPartitions.regions();
    // One that this release does not know is in use all the same.
    const regions = (AwsPartitions.ofRegion(current.name) === undefined ? [current.name, ...hints] : hints).map(region => {
        const inUse =
            region === current.name ? nls.localize('theia/aws-accounts/region/inUse', 'in use, {0}', regionOriginText(current)) : undefined;
        return {
            label: region,
            description: joined([AwsPartitions.regionName(region), inUse], SEPARATOR),
            region,
            inUse: inUse !== undefined
        };
    });
    return current.origin === 'chosen' ? [wayBack(current.found), ...regions] : regions;
}

function wayBack(found: ProfileRegion | undefined): RegionChoice {
    return {
        label: nls.localize('theia/aws-accounts/region/reset', "Use the profile's own region"),
        description: found && Labels.placed(found.name, regionOriginText(found)),
        region: undefined,
        inUse: false
    };
}
