import { AwsAccountsError, AwsFailure } from '../../../common/state/aws-accounts-error';
import { readIfThere, statIfThere } from '../../files/guarded-replacement';

const ANYBODY_WRITES = 0o222;

/** Devices, pipes and folders are not to be replaced by a file, nor is a file that its owner made read-only. */
export async function readRegular(path: string): Promise<Buffer | undefined> {
    const found = await statIfThere(path);
    if (found !== undefined && (!found.isFile() || (found.mode & ANYBODY_WRITES) === 0)) {
        throw AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: found.isFile() ? 'readOnly' : 'notAFile' });
    }
    return readIfThere(path);
}

/** Names the file in what went wrong, and tells system errors apart from our own. */
export async function atPath<T>(path: string, action: () => Promise<T>): Promise<T> {
    try {
        return await action();
    } catch (error) {
        if (error instanceof Error && AwsAccountsError.is(error)) {
            throw error.data.location === undefined
                ? error
                : AwsFailure.toError({ ...error.data, location: { ...error.data.location, file: path } }, error);
        }
        const { code } = error as NodeJS.ErrnoException;
        throw code === undefined ? error : AwsFailure.toError({ reason: 'fileUnreadable', subject: path, detail: code }, error);
    }
}
