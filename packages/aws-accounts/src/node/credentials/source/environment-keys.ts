import type { AwsCredentialIdentity } from '@smithy/types';
import { AwsFailure } from '../../../common/aws-accounts-error';
import type { Variables } from './environment-origin';

/**
 * The keys that stand in variables. The environment of a running process does not change: what has expired in it cannot be had anew.
 *
 * @param now epoch milliseconds
 * @throws AwsAccountsError `expiredCredentials`
 */
export function environmentKeys(variables: Variables, subject: string, now: number): AwsCredentialIdentity {
    const { AWS_CREDENTIAL_EXPIRATION: expiresAt } = variables;
    const expiration = expiresAt ? new Date(expiresAt) : undefined;
    if (expiration !== undefined && expiration.getTime() <= now) {
        throw AwsFailure.toError({ reason: 'expiredCredentials', subject, detail: 'AWS_CREDENTIAL_EXPIRATION' });
    }
    return {
        accessKeyId: variables.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: variables.AWS_SECRET_ACCESS_KEY ?? '',
        // The AWS CLI reads the old name first.
        sessionToken: variables.AWS_SECURITY_TOKEN || variables.AWS_SESSION_TOKEN || undefined,
        expiration
    };
}
