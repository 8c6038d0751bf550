import type { Stats } from 'node:fs';
import { FileHandle, link, lstat, readFile, readlink, realpath, rename, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ensureFolderOf, removeDrafts, withDraft } from './draft-file';

/** As many links in a row as Linux follows. */
const MOST_LINKS = 40;
/**
 * Replaces the content of the file at `path` in one step, unless it is not what `expected` says (`undefined`: no file) any more: a
 * draft in the same folder, synced, one last look, then a rename. Keeps mode and owner of the file; a new one is readable by its
 * owner alone.
 *
 * @returns whether the file was replaced
 * @throws the system error when it cannot be written
 */
export async function replaceIfUnchanged(path: string, expected: Buffer | undefined, content: Buffer): Promise<boolean> {
    await ensureFolderOf(path);
    await removeDrafts(path);
    return withDraft(path, content, draft => takeOnOwnerAndMode(path, draft), async draft => {
        if (expected === undefined) {
            return moveToFreePlace(draft, path);
        }
        if (!(await readIfThere(path))?.equals(expected)) {
            return false;
        }
        await rename(draft, path);
        return true;
    });
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
async function moveToFreePlace(draft: string, path: string): Promise<boolean> {
    try {
        await link(draft, path);
        return true;
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST' || await readIfThere(path) !== undefined) {
            return false;
        }
        await rename(draft, path);
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
