import type { ILogger } from '@theia/core/lib/common/logger';
import { AwsAccountsError, AwsFailure } from '../../common/state/aws-accounts-error';

/** The one place where errors leave the backend: known ones as they are, others without their text, which may hold anything. */
export async function withKnownErrors<T>(logger: ILogger, act: () => Promise<T>): Promise<T> {
    try {
        return await act();
    } catch (error) {
        if (error instanceof Error && AwsAccountsError.is(error)) {
            throw error;
        }
        void logger.error(`AWS Accounts failed in a way that it does not know (${error instanceof Error ? error.name : typeof error}).`);
        throw AwsFailure.toError({ reason: 'internal' }, error);
    }
}
