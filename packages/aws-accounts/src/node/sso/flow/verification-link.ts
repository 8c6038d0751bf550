import { AwsPartitions } from '../../../common/region/aws-partitions';
import { PartitionData } from '../../http/partition-data';
import { isLoopbackHost } from '../../../common/connection/configured-endpoint';

/**
 * Tells whether a link that is shown to a person leads to a page of AWS, or of a host that the sign-in talks to anyway: the service as it
 * is configured, the start URL. Anything else could be a page that collects passwords.
 */
export function isPageOfAws(link: string, knownHosts: readonly string[]): boolean {
    if (!URL.canParse(link)) {
        return false;
    }
    const { protocol, hostname } = new URL(link);
    const isSafe = protocol === 'https:' || protocol === 'http:' && isLoopbackHost(hostname);
    return isSafe && (knownHosts.includes(hostname) || AwsPartitions.isSignInPortal(hostname) || PartitionData.isDevicePage(hostname));
}
