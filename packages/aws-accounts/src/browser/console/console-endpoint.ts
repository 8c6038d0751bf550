import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnection } from '../../common/connection/aws-connection';
import { ConfiguredEndpoint } from '../../common/connection/configured-endpoint';

/** The host that gets the credentials of the profile when its console opens, where that is not AWS's own. Pure. */
export function consoleEndpoint({ endpoints }: AwsAccountsSnapshot, connection: AwsConnection): ConfiguredEndpoint | undefined {
    if (connection.kind !== 'iamProfile' || connection.ignoresEndpoints) {
        return undefined;
    }
    const named = [endpoints?.all ?? [], connection.endpoints ?? []].map(source => source.filter(({ service }) => service === 'signin'));
    return ConfiguredEndpoint.serving<ConfiguredEndpoint>('signin', ...named);
}
