import type { AwsCredentialIdentity } from '@smithy/types';
import { injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/aws-accounts-error';
import { toAwsFailure } from '../../http/aws-failure-conversion';
import { isMetadataDisabled } from './environment-origin';

/** The role of the EC2 instance that the backend runs on. Its metadata are asked on use only. */
@injectable()
export class InstanceCredentials {

    /** @throws AwsAccountsError `credentialSourceEmpty` when there is no such service, no role, or it is not to be asked */
    async get(subject: string): Promise<AwsCredentialIdentity> {
        const nothing: AwsFailure = { reason: 'credentialSourceEmpty', subject, detail: 'Ec2InstanceMetadata' };
        // The SDK's provider does not look at this one.
        if (isMetadataDisabled(process.env)) {
            throw AwsFailure.toError(nothing);
        }
        try {
            const { fromInstanceMetadata } = await import('@aws-sdk/credential-providers');
            return await fromInstanceMetadata()();
        } catch (error) {
            const failure = toAwsFailure(error, subject);
            throw AwsFailure.toError(failure.reason === 'internal' ? nothing : failure, error);
        }
    }
}
