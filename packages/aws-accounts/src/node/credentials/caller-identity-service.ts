import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import type { CallerIdentity } from '../../common/connection-state';
import { AwsClients } from '../http/aws-clients';
import { toAwsFailure } from '../http/aws-failure-conversion';

/** Asks STS who the holder of credentials is: the one call that every identity may make. */
@injectable()
export class CallerIdentityService {

    @inject(AwsClients) protected readonly clients: AwsClients;

    /**
     * @param subject name of the profile, for the error
     * @throws AwsAccountsError
     */
    async identify(credentials: AwsCredentialIdentity, region: string, subject: string): Promise<CallerIdentity> {
        try {
            const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
            const client = await this.clients.sts(region, credentials);
            const { Account: accountId, Arn: arn, UserId: userId } = await client.send(new GetCallerIdentityCommand({}));
            if (!accountId || !arn || !userId) {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject });
            }
            return { accountId, arn, userId };
        } catch (error) {
            throw AwsFailure.toError(toAwsFailure(error, subject), error);
        }
    }
}
