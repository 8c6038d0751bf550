import { randomUUID } from 'node:crypto';
import { FileHandle, lstat, mkdir, open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Readable and writable by its owner alone: what is written may hold secrets, or names of them. */
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** Ending of a draft, after the name of its target; `.tmp` is what earlier versions wrote. */
const DRAFT = /^\.[0-9a-f-]{36}\.(?:draft|tmp)$/;

/** Age of a draft that is left over from a process that was killed; a write takes milliseconds. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/** Makes the folder of a file, for its owner alone, unless it is there. */
export async function ensureFolderOf(path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
}

/**
 * Writes `content` into a new file beside `target`, syncs it, and has `place` put it where it belongs. The draft is gone afterwards,
 * whatever happens.
 *
 * @param prepare sets owner and mode of the draft; without it the draft is its owner's alone
 * @throws the system error when the draft cannot be written, and what `prepare` and `place` throw
 */
export async function withDraft<T>(
    target: string,
    content: Buffer | string,
    prepare: (draft: FileHandle) => Promise<void>,
    place: (draft: string) => Promise<T>
): Promise<T> {
    const draft = `${target}.${randomUUID()}.draft`;
    try {
        const handle = await open(draft, 'wx', OWNER_ONLY_FILE);
        try {
            await handle.writeFile(content);
            await prepare(handle);
            await handle.sync();
        } finally {
            await handle.close();
        }
        return await place(draft);
    } finally {
        await rm(draft, { force: true });
    }
}

/**
 * Removes drafts of `target` that are `minimumAgeMs` old, since they may hold secrets. A folder that cannot be listed keeps them: that is
 * no reason not to write.
 */
export async function removeDrafts(target: string, minimumAgeMs = ABANDONED_AFTER_MS): Promise<void> {
    const [folder, name] = [dirname(target), basename(target)];
    const entries = await readdir(folder).catch((): string[] => []);
    for (const entry of entries.filter(candidate => candidate.startsWith(name) && DRAFT.test(candidate.slice(name.length)))) {
        const draft = join(folder, entry);
        const found = await lstat(draft).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs >= minimumAgeMs) {
            await rm(draft, { force: true });
        }
    }
}
