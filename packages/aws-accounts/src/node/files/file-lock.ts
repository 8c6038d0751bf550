import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import type { Clock } from '../clock';

/** Nobody holds a lock for longer: a call to AWS ends by its time-out well before. Milliseconds. */
const STALE_AFTER_MS = 25_000;
const RETRY_AFTER_MS = 40;

interface Owner {
    readonly pid: number;
    readonly host: string;
    readonly id: string;
}

/**
 * Runs `action` while `<path>.lock` exists and is ours, so that processes of this product that share a file take turns. A lock whose owner is
 * dead (same machine) or older than 25 s is taken over. Where a lock file cannot be made (read-only or foreign file systems) the action
 * runs without one: every writer also re-reads and renames, so that costs at most work done twice.
 *
 * @throws the signal's reason when aborted while waiting; otherwise whatever `action` throws
 */
export async function withFileLock<T>(path: string, clock: Clock, action: () => Promise<T>, options: { signal?: AbortSignal } = {}): Promise<T> {
    const lock = `${path}.lock`;
    const owner: Owner = { pid: process.pid, host: hostname(), id: randomUUID() };
    const held = await acquire(lock, owner, clock, options.signal);
    try {
        return await action();
    } finally {
        if (held) {
            await release(lock, owner);
        }
    }
}

async function acquire(lock: string, owner: Owner, clock: Clock, signal: AbortSignal | undefined): Promise<boolean> {
    for (;;) {
        signal?.throwIfAborted();
        const made = await tryCreate(lock, owner);
        if (made !== 'taken') {
            return made === 'held';
        }
        if (!await takeOverStale(lock)) {
            await clock.delay(RETRY_AFTER_MS, signal);
        }
    }
}

/** The owner is written to a file of its own first and linked into place, so that nobody ever reads a lock without an owner. */
async function tryCreate(lock: string, owner: Owner): Promise<'held' | 'taken' | 'impossible'> {
    const draft = `${lock}.${owner.id}`;
    try {
        await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
        const handle = await open(draft, 'wx', 0o600);
        await handle.writeFile(JSON.stringify(owner)).finally(() => handle.close());
        await link(draft, lock);
        return 'held';
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EEXIST' ? 'taken' : 'impossible';
    } finally {
        await rm(draft, { force: true }).catch(ignoreUnwritable);
    }
}

async function release(lock: string, owner: Owner): Promise<void> {
    const current = await readOwner(lock);
    if (current?.id === owner.id) {
        await rm(lock, { force: true });
    }
}

/** Moves a stale lock aside. Of several that try, one wins; a fresh lock caught by mistake is put back. */
async function takeOverStale(lock: string): Promise<boolean> {
    const judged = await readOwner(lock);
    if (judged === undefined || !await isStale(lock, judged)) {
        return false;
    }
    const aside = `${lock}.${randomUUID()}`;
    try {
        await rename(lock, aside);
        if ((await readOwner(aside))?.id !== judged.id) {
            await link(aside, lock);
        }
    } catch (error) {
        ignoreGone(error);
    }
    await rm(aside, { force: true });
    return true;
}

async function isStale(lock: string, { pid, host }: Owner): Promise<boolean> {
    if (host === hostname() && !isAlive(pid)) {
        return true;
    }
    const found = await stat(lock).catch(ignoreGone);
    return found !== undefined && Date.now() - found.mtimeMs > STALE_AFTER_MS;
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
}

async function readOwner(lock: string): Promise<Owner | undefined> {
    const text = await readFile(lock, 'utf8').catch(ignoreGone);
    return text === undefined ? undefined : JSON.parse(text) as Owner;
}

function ignoreGone(error: unknown): undefined {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'EEXIST') {
        throw error;
    }
    return undefined;
}

function ignoreUnwritable(error: unknown): void {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EROFS' && code !== 'EACCES' && code !== 'EPERM') {
        throw error;
    }
}
