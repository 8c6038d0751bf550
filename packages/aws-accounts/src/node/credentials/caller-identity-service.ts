import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { CallerIdentity } from '../../common/state/connection-state';
import { Clock } from '../process/clock';
import { AwsClients } from '../http/aws-clients';
import type { CallSettings } from '../http/service-endpoints';
import { isAborted, toProfileFailure } from '../http/aws-failure-conversion';

interface CallOptions {
    /** Those of the profile. */
    readonly settings?: CallSettings;
    readonly signal?: AbortSignal;
}

/** Asks STS who the holder of credentials is: the one call that every identity may make. */
@injectable()
export class CallerIdentityService {

    @inject(AwsClients) protected readonly clients: AwsClients;

    @inject(Clock) protected readonly clock: Clock;

    /**
     * @param subject name of the profile, for the error
     * @throws AwsAccountsError; the abort of a cancelled call as it is
     */
    async identify(
        credentials: AwsCredentialIdentity,
        region: string,
        subject: string,
        { settings, signal }: CallOptions = {}
    ): Promise<CallerIdentity> {
        try {
            const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
            const client = await this.clients.sts(region, credentials, settings);
            const {
                Account: accountId,
                Arn: arn,
                UserId: userId
            } = await client.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
            if (!accountId || !arn || !userId) {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject });
            }
            return { accountId, arn, userId };
        } catch (error) {
            throw isAborted(error, signal) ? error : AwsFailure.toError(toProfileFailure(error, subject, this.clock.now()), error);
        }
    }
}
