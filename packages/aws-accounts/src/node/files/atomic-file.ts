import { randomUUID } from 'node:crypto';
import { FileHandle, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AwsFailure } from '../../common/aws-accounts-error';
import { followLinks, statIfThere } from './guarded-replacement';

/** Readable and writable by its owner alone: every file of ours may hold secrets, or names of them. */
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** A draft this old is left over from a process that was killed; nobody writes for so long. */
const ABANDONED_AFTER_MS = 10 * 60_000;
/** Less than the age of any file, even where the clocks of file system and process differ. */
const ANY_AGE_MS = Number.NEGATIVE_INFINITY;
const DRAFT = '.draft';

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
        await mkdir(dirname(target), { recursive: true, mode: OWNER_ONLY_FOLDER });
        await replace(target, text);
        await removeDrafts(target, ABANDONED_AFTER_MS);
    } catch (error) {
        throw unwritable(path, error);
    }
}

/**
 * Removes a file and whatever killed processes left of attempts to write it. A symbolic link stays and leads nowhere then: it is how
 * somebody set up their machine, while the content is ours. Only for who keeps others from writing meanwhile.
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

async function replace(target: string, text: string): Promise<void> {
    const draft = `${target}.${randomUUID()}${DRAFT}`;
    try {
        const handle = await open(draft, 'wx', OWNER_ONLY_FILE);
        try {
            await handle.writeFile(text);
            await takeOnOwner(target, handle);
            await handle.sync();
        } finally {
            await handle.close();
        }
        await rename(draft, target);
    } catch (error) {
        await rm(draft, { force: true });
        throw error;
    }
}

/** Only the superuser may give a file away, and has to: the file would be closed to its owner otherwise. */
async function takeOnOwner(target: string, handle: FileHandle): Promise<void> {
    const model = process.getuid?.() === 0 ? await statIfThere(target) : undefined;
    if (model !== undefined) {
        await handle.chown(model.uid, model.gid);
    }
}

/** A folder that cannot be listed keeps what is in it: that is no reason to call a file unwritable. */
async function removeDrafts(target: string, minimumAgeMs: number): Promise<void> {
    const folder = dirname(target);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter(found => found.startsWith(`${basename(target)}.`) && found.endsWith(DRAFT))) {
        const draft = join(folder, name);
        const found = await lstat(draft).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs >= minimumAgeMs) {
            await rm(draft, { force: true });
        }
    }
}

function unwritable(path: string, error: unknown): Error {
    return AwsFailure.toError({ reason: 'fileUnwritable', subject: path, detail: (error as NodeJS.ErrnoException).code }, error);
}
