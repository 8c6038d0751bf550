import { open } from 'node:fs/promises';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { ensureFolderOf } from './draft-file';

/**
 * Makes an empty file that only its owner can read, unless there is one; what is there is left alone.
 *
 * @throws AwsAccountsError `fileUnwritable`
 */
export async function ensureFile(path: string): Promise<void> {
    try {
        await ensureFolderOf(path);
        await (await open(path, 'a', 0o600)).close();
    } catch (error) {
        throw AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
    }
}
