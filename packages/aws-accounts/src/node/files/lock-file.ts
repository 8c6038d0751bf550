import { lstat, readFile, readlink, rm } from 'node:fs/promises';
import { LockOwner } from './lock-owner';

/** A lock that is this old by the file system's own time is left over, however wrong the clocks of two machines may be. */
const ABANDONED_AFTER_MS = 10 * 60_000;

/** Removes the turn of a process that was killed while it took a lock over. */
export async function removeIfLeft(turn: string): Promise<void> {
    const owner = await readOwner(turn);
    if (owner !== undefined && (LockOwner.isDead(owner) || await isAbandoned(turn))) {
        await rm(turn, { force: true });
    }
}

/** Owner as the lock names it; `undefined` when there is no lock any more. */
export async function readOwner(lock: string): Promise<string | undefined> {
    try {
        return await readlink(lock);
    } catch (error) {
        const isFile = (error as NodeJS.ErrnoException).code === 'EINVAL' || (error as NodeJS.ErrnoException).code === 'UNKNOWN';
        return isFile ? readFile(lock, 'utf8').catch(ignoreGone) : ignoreGone(error);
    }
}

/** Tells whether the file has stood there for so long that no process can hold it any more. */
export async function isAbandoned(lock: string): Promise<boolean> {
    const found = await lstat(lock).catch(ignoreGone);
    return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}

/** @throws `error`, unless it says that there is no such file */
export function ignoreGone(error: unknown): undefined {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
    }
    return undefined;
}

/** @throws `error`, unless it says that the file exists already */
export function ignoreTaken(error: unknown): void {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
    }
}
