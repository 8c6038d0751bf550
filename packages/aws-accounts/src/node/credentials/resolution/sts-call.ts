import type { Credentials, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsEnvironment } from '../../process/aws-environment';
import { Clock } from '../../process/clock';
import { AwsClients } from '../../http/aws-clients';
import { isAborted, toProfileFailure } from '../../http/aws-failure-conversion';
import type { SectionSettings } from '../../shared-config/profile-settings';
import { regionOfPartition } from '../../shared-config/region-to-call';
import { caBundleFor, RunningContext } from './resolution-context';

/** A default session name that an administrator recognises in CloudTrail. */
export const SESSION_NAME = 'theia-aws-accounts';

/** Calls STS for a profile, in its region, for temporary credentials. */
@injectable()
export class StsCall {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(Clock) protected readonly clock: Clock;

    /**
     * @param caller signs the request; without it the call needs no signature
     * @param call sends the one command
     * @throws AwsAccountsError about the profile; the abort of a cancelled call as it is
     */
    async make(
        profile: Pick<SectionSettings, 'name' | 'get'>, caller: AwsCredentialIdentity | undefined, context: RunningContext,
        call: (client: STSClient) => Promise<{ Credentials?: Credentials }>
    ): Promise<AwsCredentialIdentity> {
        try {
            const region = profile.get('region') ?? this.environment.region ?? regionOfPartition(profile);
            const settings = { caBundle: caBundleFor(profile, context), endpoints: context.endpoints };
            const { Credentials: given } = await call(await this.clients.sts(region, caller, settings));
            if (!given?.AccessKeyId || !given.SecretAccessKey || !given.SessionToken || !given.Expiration) {
                throw AwsFailure.toError({ reason: 'malformedResponse', subject: profile.name });
            }
            return {
                accessKeyId: given.AccessKeyId,
                secretAccessKey: given.SecretAccessKey,
                sessionToken: given.SessionToken,
                expiration: given.Expiration
            };
        } catch (error) {
            throw isAborted(error, context.signal)
                ? error
                : AwsFailure.toError(toProfileFailure(error, profile.name, this.clock.now()), error);
        }
    }
}
