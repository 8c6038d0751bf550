import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { AwsPartitions } from '../../common/aws-partitions';
import { AwsEnvironment } from '../aws-environment';
import { AwsClients } from '../http/aws-clients';
import { toAwsFailure } from '../http/aws-failure-conversion';
import type { SectionSettings } from '../shared-config/profile-settings';

/** Credentials of a session that `aws login` began. The SDK's provider renews them; only the command itself can begin a session. */
@injectable()
export class LoginCredentials {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;

    /** @throws AwsAccountsError `signInRequired` for whatever the provider gives no cause for: it does not tell an ended session from a lost network */
    async get(profile: SectionSettings): Promise<AwsCredentialIdentity> {
        try {
            const { fromLoginCredentials } = await import('@aws-sdk/credential-providers');
            const { configFile: configFilepath, credentialsFile: filepath } = this.environment;
            const region = profile.get('region') ?? this.environment.region ?? AwsPartitions.DEFAULT_REGION;
            const clientConfig = { region, requestHandler: await this.clients.requestHandler(profile.get('ca_bundle')) };
            return await fromLoginCredentials({ profile: profile.name, filepath, configFilepath, ignoreCache: true, clientConfig })();
        } catch (error) {
            const failure = toAwsFailure(error, profile.name);
            const location = profile.setting('login_session')?.location;
            throw AwsFailure.toError(failure.reason === 'internal' ? { ...failure, reason: 'signInRequired', location } : failure, error);
        }
    }
}
