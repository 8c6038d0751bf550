import { FileHandle, open, rename, rm } from 'node:fs/promises';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { ensureFolderOf, removeDrafts, withDraft } from './draft-file';
import { followLinks, statIfThere } from './guarded-replacement';

/** Less than the age of any file, even where the clocks of file system and process differ. */
const ANY_AGE_MS = Number.NEGATIVE_INFINITY;

/**
 * Replaces the content of `path` by `text` in one step: a draft in the same folder, synced, then renamed. A reader sees the old or the
 * new content, never a part. A symbolic link is followed to its target, whether that is there or not. The file gets 0600, whoever made it
 * before; missing folders are made with 0700.
 *
 * @throws AwsAccountsError `fileUnwritable` with the path as its subject
 */
export async function writeAtomically(path: string, text: string): Promise<void> {
    try {
        const target = await followLinks(path);
        await ensureFolderOf(target);
        await withDraft(target, text, draft => takeOnOwner(target, draft), draft => rename(draft, target));
        await removeDrafts(target);
    } catch (error) {
        throw unwritable(path, error);
    }
}

/**
 * Removes a file and whatever killed processes left of attempts to write it. A symbolic link stays and leads nowhere then: it is how
 * somebody set up their machine, while the content is ours. The caller keeps others from writing meanwhile.
 *
 * @throws AwsAccountsError `fileUnwritable` with the path as its subject
 */
export async function removeWithDrafts(path: string): Promise<void> {
    try {
        const target = await followLinks(path);
        await rm(target, { force: true });
        await removeDrafts(target, ANY_AGE_MS);
    } catch (error) {
        throw unwritable(path, error);
    }
}

/** Only the superuser may give a file away, and has to: the file would be closed to its owner otherwise. */
async function takeOnOwner(target: string, handle: FileHandle): Promise<void> {
    const model = process.getuid?.() === 0 ? await statIfThere(target) : undefined;
    if (model !== undefined) {
        await handle.chown(model.uid, model.gid);
    }
}

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
        throw unwritable(path, error);
    }
}

function unwritable(path: string, error: unknown): Error {
    return AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
}
