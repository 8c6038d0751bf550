import type { AwsCredentialIdentity } from '@smithy/types';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { Instant } from '../../process/instant';
import type { ContainerAnswer } from './container-request';

/**
 * The credentials in the answer of a container's or an instance's service, which have one form.
 *
 * @throws AwsAccountsError about `subject`
 */
export function toCredentials({ status, body }: ContainerAnswer, subject: string): AwsCredentialIdentity {
    if (status !== 200) {
        const reason = status >= 500 ? 'server' : status === 429 ? 'throttled' : 'credentialSourceEmpty';
        throw AwsFailure.toError({ reason, subject, detail: `HTTP ${status}` });
    }
    const { AccessKeyId, SecretAccessKey, Token, Expiration } = JSON.parse(body) as { readonly [name: string]: unknown };
    if (typeof AccessKeyId !== 'string' || typeof SecretAccessKey !== 'string') {
        throw AwsFailure.toError({ reason: 'malformedResponse', subject });
    }
    const expiresAt = Expiration === undefined || Expiration === null ? 'never' : Instant.parse(Expiration);
    if (expiresAt === undefined) {
        throw AwsFailure.toError({ reason: 'malformedResponse', subject, detail: 'Expiration' });
    }
    return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: typeof Token === 'string' ? Token : undefined,
        expiration: expiresAt === 'never' ? undefined : new Date(expiresAt)
    };
}
