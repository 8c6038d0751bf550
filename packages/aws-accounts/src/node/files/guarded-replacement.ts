import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { FileHandle, link, lstat, mkdir, open, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;
/** A temporary file lives for milliseconds; one that is this old belonged to a process that was killed. */
const LEFT_OVER_AFTER_MS = 10 * 60_000;
const TEMPORARY = /^\.[0-9a-f-]{36}\.tmp$/;

/**
 * Replaces the content of the file at `path` in one step, unless it is not what `expected` says (`undefined`: no file) any more: a
 * temporary file in the same folder, synced, one last look, then a rename. Keeps mode and owner of the file; a new one is readable by its
 * owner alone.
 *
 * @returns whether the file was replaced
 * @throws the system error when it cannot be written
 */
export async function replaceIfUnchanged(path: string, expected: Buffer | undefined, content: Buffer): Promise<boolean> {
    await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER });
    await removeLeftOvers(path);
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
        await writeLike(path, temporary, content);
        if (expected === undefined) {
            return await moveToFreePlace(temporary, path);
        }
        if (!(await readIfThere(path))?.equals(expected)) {
            return false;
        }
        await rename(temporary, path);
        return true;
    } finally {
        await rm(temporary, { force: true });
    }
}

/** The content of the file; `undefined` when there is none. */
export function readIfThere(path: string): Promise<Buffer | undefined> {
    return readFile(path).catch(ignoreGone);
}

/** Kind of the file; `undefined` when there is none. */
export function statIfThere(path: string): Promise<Stats | undefined> {
    return stat(path).catch(ignoreGone);
}

/** The file that `path` leads to through symbolic links, whether that is there or not. */
export async function followLinks(path: string, most = MOST_LINKS): Promise<string> {
    const real = await realpath(path).catch(ignoreGone);
    if (real !== undefined) {
        return real;
    }
    const isLink = (await lstat(path).catch(ignoreGone))?.isSymbolicLink() === true && most > 0;
    return isLink ? followLinks(resolve(dirname(path), await readlink(path)), most - 1) : path;
}

/** Leftovers of killed processes may hold secrets. A folder that cannot be listed keeps them: that is no reason not to write. */
async function removeLeftOvers(path: string): Promise<void> {
    const [folder, name] = [dirname(path), basename(path)];
    const entries = await readdir(folder).catch((): string[] => []);
    for (const entry of entries.filter(candidate => candidate.startsWith(name) && TEMPORARY.test(candidate.slice(name.length)))) {
        const found = await statIfThere(join(folder, entry));
        if (found !== undefined && Date.now() - found.mtimeMs > LEFT_OVER_AFTER_MS) {
            await rm(join(folder, entry), { force: true });
        }
    }
}

async function writeLike(path: string, temporary: string, content: Buffer): Promise<void> {
    const handle = await open(temporary, 'wx', OWNER_ONLY_FILE);
    try {
        await handle.writeFile(content);
        await takeOnOwnerAndMode(path, handle);
        await handle.sync();
    } finally {
        await handle.close();
    }
}

async function takeOnOwnerAndMode(path: string, handle: FileHandle): Promise<void> {
    const [model, own] = [await statIfThere(path), await handle.stat()];
    if (model === undefined) {
        return;
    }
    if (model.uid !== own.uid || model.gid !== own.gid) {
        await handle.chown(model.uid, model.gid);
    }
    await handle.chmod(model.mode & 0o777);
}

/** A link is not made over a file that somebody else made meanwhile. Where there are no links, the last look has to do. */
async function moveToFreePlace(temporary: string, path: string): Promise<boolean> {
    try {
        await link(temporary, path);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST' || await readIfThere(path) !== undefined) {
            return false;
        }
        await rename(temporary, path);
        return true;
    }
}

function ignoreGone(error: unknown): undefined {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') {
        throw error;
    }
    return undefined;
}
