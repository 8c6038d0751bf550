import { nls } from '@theia/core/lib/common/nls';
import { AwsConnection } from '../../../common/connection/aws-connection';

/** The word for a profile that is marked no longer. */
export function noProductionText(): string {
    return nls.localize('theia/aws-accounts/production/noLonger', 'no longer production');
}

/** The word for a profile that the person marked, the same everywhere; `undefined` for any other connection. */
export function productionText(connection: AwsConnection): string | undefined {
    return AwsConnection.isProduction(connection) ? nls.localize('theia/aws-accounts/production/word', 'production') : undefined;
}
