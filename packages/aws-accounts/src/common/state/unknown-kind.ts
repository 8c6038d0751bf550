import { AwsFailure } from './aws-accounts-error';

/**
 * Ends a switch over a union: a new member does not compile, and a value that is of no known kind is refused at run time.
 *
 * @throws AwsAccountsError `invalidRequest`; says nothing of the value, which may hold a secret
 */
export function unknownKind(_value: never, union: string): never {
    throw AwsFailure.toError({ reason: 'invalidRequest', detail: union });
}
