import type { AwsCredentialIdentity } from '@smithy/types';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { ProfileProblem } from '../../../common/connection/profile-problem';
import { Instant } from '../../process/instant';
import type { Variables } from './environment-origin';

const EXPIRATION = 'AWS_CREDENTIAL_EXPIRATION';

/**
 * The keys that stand in variables. The environment of a running process does not change: what has expired in it cannot be had anew.
 *
 * @param now epoch milliseconds
 * @throws AwsAccountsError `expiredCredentials`, `profileInvalid` with the variable
 */
export function environmentKeys(variables: Variables, subject: string, now: number): AwsCredentialIdentity {
    const problem = keysProblem(variables);
    if (problem !== undefined) {
        throw AwsFailure.toError({ reason: 'profileInvalid', subject, problem });
    }
    const expiresAt = Instant.parse(variables[EXPIRATION]);
    if (expiresAt !== undefined && expiresAt <= now) {
        throw AwsFailure.toError({ reason: 'expiredCredentials', subject, detail: EXPIRATION });
    }
    return {
        accessKeyId: variables.AWS_ACCESS_KEY_ID ?? '',
        secretAccessKey: variables.AWS_SECRET_ACCESS_KEY ?? '',
        // The AWS CLI reads the old name first.
        sessionToken: variables.AWS_SECURITY_TOKEN || variables.AWS_SESSION_TOKEN || undefined,
        expiration: expiresAt === undefined ? undefined : new Date(expiresAt)
    };
}

/** Problem that keeps keys in variables from being used. An end that cannot be read cannot be kept to. */
export function keysProblem(variables: Variables): ProfileProblem | undefined {
    const missing = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].find(name => !variables[name]);
    if (missing !== undefined) {
        return { kind: 'missingKey', key: missing };
    }
    const value = variables[EXPIRATION];
    return value && Instant.parse(value) === undefined ? { kind: 'invalidValue', key: EXPIRATION, value } : undefined;
}
