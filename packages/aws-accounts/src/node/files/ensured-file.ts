import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AwsFailure } from '../../common/aws-accounts-error';

/**
 * Makes an empty file that only its owner can read, unless there is one; what is there is left alone.
 *
 * @throws AwsAccountsError `fileUnwritable`
 */
export async function ensureFile(path: string): Promise<void> {
    try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await (await open(path, 'a', 0o600)).close();
    } catch (error) {
        throw AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
    }
}
