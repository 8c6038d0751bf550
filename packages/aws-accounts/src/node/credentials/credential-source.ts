import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { toAwsFailure } from '../http/aws-failure-conversion';
import { ContainerCredentials } from './container-credentials';
import { InstanceCredentials } from './instance-credentials';

/** What the machine itself gives: environment variables, a container's role, an instance's role. Asked for on use only, and only if a profile names it. */
@injectable()
export class CredentialSource {

    @inject(ContainerCredentials) protected readonly container: ContainerCredentials;
    @inject(InstanceCredentials) protected readonly instance: InstanceCredentials;

    /**
     * @param name a valid value of `credential_source`
     * @throws AwsAccountsError `credentialSourceEmpty` when there is nothing; the reason of the signal
     */
    async get(name: string, profile: string, signal: AbortSignal): Promise<AwsCredentialIdentity> {
        switch (name) {
            case 'Environment':
                return this.fromVariables(name, profile);
            case 'EcsContainer':
                return this.container.get(process.env, profile, signal);
            default:
                return this.instance.get(profile);
        }
    }

    protected async fromVariables(name: string, profile: string): Promise<AwsCredentialIdentity> {
        try {
            const { fromEnv } = await import('@aws-sdk/credential-providers');
            return await fromEnv()();
        } catch (error) {
            const failure = toAwsFailure(error, profile);
            throw AwsFailure.toError(failure.reason === 'internal' ? { reason: 'credentialSourceEmpty', subject: profile, detail: name } : failure, error);
        }
    }
}
