import { nls } from '@theia/core/lib/common/nls';
import type { ConnectionEntry } from '../../common/aws-accounts-snapshot';
import { AwsPartitions } from '../../common/aws-partitions';
import { AwsMisfit } from '../../common/aws-requirement-misfit';

/** One region to choose; without `region` it is the one that the files say. */
export interface RegionChoice {
    readonly label: string;
    readonly description?: string;
    readonly region: string | undefined;
}

/** The regions of the profile's partition; all there are while the partition is not known. Empty for what is no profile. Pure. */
export function regionChoices({ connection, state }: ConnectionEntry): RegionChoice[] {
    if (connection.kind !== 'iamProfile') {
        return [];
    }
    const partition = AwsPartitions.ALL.find(({ id }) => id === AwsMisfit.partitionOf(connection, state));
    const current = nls.localize('theia/aws-accounts/region/current', 'current');
    const regions = (partition?.regions ?? AwsPartitions.regions())
        .map(region => ({ label: region, region, ...region === connection.region.name && { description: current } }));
    const reset = { label: nls.localize('theia/aws-accounts/region/reset', 'As configuration and environment say'), region: undefined };
    return connection.region.origin === 'chosen' ? [reset, ...regions] : regions;
}
