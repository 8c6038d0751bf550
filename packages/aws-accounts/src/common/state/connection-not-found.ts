import { AwsFailure } from './aws-accounts-error';

/**
 * Passes on what was looked up for a connection, so that each look-up fails in the same way.
 *
 * @param subject names the connection, or what it was looked up by
 * @throws AwsAccountsError `connectionNotFound`
 */
export function requireFound<T>(found: T | undefined, subject: string): T {
    if (found === undefined) {
        throw AwsFailure.toError({ reason: 'connectionNotFound', subject });
    }
    return found;
}
