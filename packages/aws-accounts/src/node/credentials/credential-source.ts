import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@smithy/types';
import { injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { toAwsFailure } from '../http/aws-failure-conversion';

/** What the machine itself gives: environment variables, a container's role, an instance's role. Asked for on use only, and only if a profile names it. */
@injectable()
export class CredentialSource {

    /**
     * @param name a valid value of `credential_source`
     * @throws AwsAccountsError `credentialSourceEmpty` when there is nothing
     */
    async get(name: string, profile: string): Promise<AwsCredentialIdentity> {
        try {
            return await (await this.provider(name))();
        } catch (error) {
            const failure = toAwsFailure(error, profile);
            throw AwsFailure.toError(failure.reason === 'internal' ? { reason: 'credentialSourceEmpty', subject: profile, detail: name } : failure, error);
        }
    }

    protected async provider(name: string): Promise<AwsCredentialIdentityProvider> {
        const providers = await import('@aws-sdk/credential-providers');
        switch (name) {
            case 'Environment':
                return providers.fromEnv();
            case 'EcsContainer':
                return providers.fromContainerMetadata();
            default:
                return providers.fromInstanceMetadata();
        }
    }
}
