import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { MachineSource } from '../../../common/profile/machine-source';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { unknownKind } from '../../../common/state/unknown-kind';
import { Clock } from '../../process/clock';
import type { SectionSettings } from '../../shared-config/profile-settings';
import { ContainerCredentials } from './container-credentials';
import { environmentKeys } from '../environment/environment-keys';
import { InstanceCredentials } from './instance-credentials';

/**
 * Credentials of the machine itself: environment variables, a container's role, an instance's role. Asked for on use only, and only if a
 * profile names it.
 */
@injectable()
export class CredentialSource {

    @inject(Clock) protected readonly clock: Clock;
    @inject(ContainerCredentials) protected readonly container: ContainerCredentials;
    @inject(InstanceCredentials) protected readonly instance: InstanceCredentials;

    /**
     * @param name the value of `credential_source`
     * @throws AwsAccountsError `credentialSourceEmpty` when there is nothing; `invalidRequest` for another value; the reason of the signal
     */
    async get(name: string, profile: Pick<SectionSettings, 'name' | 'get'>, signal: AbortSignal): Promise<AwsCredentialIdentity> {
        const source = MachineSource.named(name);
        switch (source) {
            case 'Environment':
                return this.fromVariables(profile.name);
            case 'EcsContainer':
                return this.container.get(process.env, profile.name, signal);
            case 'Ec2InstanceMetadata':
                return this.instance.get(profile.name, signal, key => profile.get(key));
            case undefined:
                throw AwsFailure.toError({ reason: 'invalidRequest', subject: profile.name, detail: 'credential_source' });
            default:
                return unknownKind(source, 'credential_source');
        }
    }

    protected fromVariables(profile: string): AwsCredentialIdentity {
        const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = process.env;
        if (!id || !secret) {
            throw AwsFailure.toError({ reason: 'credentialSourceEmpty', subject: profile, detail: 'Environment' });
        }
        return environmentKeys(process.env, profile, this.clock.now());
    }
}
