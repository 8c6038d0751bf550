import type { AwsCredentialIdentity } from '@smithy/types';
import { injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { isAborted, toAwsFailure } from '../../http/aws-failure-conversion';
import { isMetadataDisabled } from '../environment/environment-origin';
import { InstanceMetadata, MetadataSettings } from './instance-metadata';
import { toCredentials } from './served-credentials';

/**
 * The role of the EC2 instance that the backend runs on. Its metadata are asked on use only. The SDK's provider takes address and mode from
 * the default profile, whatever profile it works for, so the requests are made here.
 */
@injectable()
export class InstanceCredentials {

    /**
     * @param setting a setting of the profile; absent: the call is for none
     * @throws AwsAccountsError `credentialSourceEmpty` when there is no such service, no role, or it is not to be asked; the reason of the
     * signal
     */
    async get(subject: string, signal: AbortSignal, setting?: (key: string) => string | undefined): Promise<AwsCredentialIdentity> {
        const nothing: AwsFailure = { reason: 'credentialSourceEmpty', subject, detail: 'Ec2InstanceMetadata' };
        const settings = MetadataSettings.of(process.env, setting);
        if (isMetadataDisabled(process.env) || settings === undefined) {
            throw AwsFailure.toError(nothing);
        }
        try {
            return toCredentials(await new InstanceMetadata(settings, subject, signal).roleCredentials(), subject);
        } catch (error) {
            if (isAborted(error, signal)) {
                throw error;
            }
            const failure = toAwsFailure(error, subject);
            throw AwsFailure.toError(failure.reason === 'internal' || failure.reason === 'timedOut' ? nothing : failure, error);
        }
    }
}
