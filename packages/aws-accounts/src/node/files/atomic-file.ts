import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomically = require('write-file-atomic');
import { AwsFailure } from '../../common/aws-accounts-error';

/** Readable and writable by its owner alone: every file of ours may hold secrets, or names of them. */
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/**
 * Replaces the content of `path` by `text` in one step: a temporary file in the same folder, synced, then renamed. A reader sees the old or the
 * new content, never a part. A symbolic link is followed to its target. An existing file keeps its mode, a new one gets 0600; missing
 * folders are made with 0700.
 *
 * @throws AwsAccountsError `fileUnwritable` with the path as its subject
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
    try {
        await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
        await writeFileAtomically(path, text, { mode: await modeOf(path) });
    } catch (error) {
        throw AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
    }
}

async function modeOf(path: string): Promise<number> {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') {
            return undefined;
        }
        throw error;
    });
    return found ? found.mode & 0o777 : OWNER_ONLY_FILE;
}
