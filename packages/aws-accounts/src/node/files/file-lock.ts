import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../process/clock';
import { ignoreGone, ignoreTaken, isAbandoned, readOwner, removeIfLeft } from './lock-file';
import { LockOwner } from './lock-owner';

/** A lock that the same living owner keeps for longer is taken over: a call to AWS ends by its time-out well before. Milliseconds. */
const STALE_AFTER_MS = 25_000;
const RETRY_AFTER_MS = 40;

interface FileLockOptions {
    /** Ends the wait for the lock. */
    readonly signal?: AbortSignal;
    /** Told why the action runs without a lock, or why the lock could not be removed after it. */
    readonly onTrouble?: (error: unknown) => void;
}

/**
 * Runs `action` while `<path>.lock` exists and is ours, so that processes of this product that share a file take turns. A lock whose owner
 * is dead (same machine), or that the same owner kept for 25 s, is taken over. Where no lock can be made (a folder that cannot be written,
 * a file system that knows neither links nor exclusive creation) the action runs without one: every writer also re-reads and renames, so
 * that costs at most work done twice.
 *
 * @throws the signal's reason when aborted while waiting; otherwise whatever `action` throws
 */
export function withFileLock<T>(path: string, clock: Clock, action: () => Promise<T>, options: FileLockOptions = {}): Promise<T> {
    return new FileLock(`${path}.lock`, clock, options).run(action);
}

/**
 * The lock is a symbolic link that leads nowhere and names its owner: made in one step, so that nobody ever sees a lock without an owner,
 * and nothing but the lock is left behind by a process that is killed. Where there are no links it is a file.
 */
export class FileLock {

    protected readonly owner = LockOwner.create();

    constructor(protected readonly lock: string, protected readonly clock: Clock, protected readonly options: FileLockOptions = {}) { }

    async run<T>(action: () => Promise<T>): Promise<T> {
        try {
            const held = await this.acquire();
            try {
                return await action();
            } finally {
                if (held) {
                    await this.release().catch(error => this.options.onTrouble?.(error));
                }
            }
        } finally {
            LockOwner.retire(this.owner);
        }
    }

    /** @returns whether there is a lock to release */
    protected async acquire(): Promise<boolean> {
        let watched: { owner: string; since: number } | undefined;
        try {
            while (!await this.tryCreate()) {
                const owner = await readOwner(this.lock);
                if (owner !== undefined && watched?.owner !== owner) {
                    watched = { owner, since: this.clock.now() };
                }
                if (owner === undefined || watched === undefined || !await this.takeOverIfStale(owner, watched.since)) {
                    await this.wait();
                }
            }
            return true;
        } catch (error) {
            this.options.signal?.throwIfAborted();
            this.options.onTrouble?.(error);
            return false;
        }
    }

    protected async wait(): Promise<void> {
        await this.clock.delay(RETRY_AFTER_MS, this.options.signal);
    }

    /** @returns whether the lock is ours now */
    protected async tryCreate(): Promise<boolean> {
        this.options.signal?.throwIfAborted();
        await mkdir(dirname(this.lock), { recursive: true, mode: 0o700 });
        try {
            await this.create(this.owner);
            return true;
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
                return false;
            }
            throw error;
        }
    }

    protected async create(owner: string, path = this.lock): Promise<void> {
        try {
            await this.createLink(owner, path);
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
                throw error;
            }
            await writeFile(path, owner, { flag: 'wx', mode: 0o600 });
        }
    }

    protected createLink(owner: string, path: string): Promise<void> {
        return symlink(owner, path);
    }

    protected async release(): Promise<void> {
        if (await readOwner(this.lock) === this.owner) {
            await rm(this.lock, { force: true });
        }
    }

    /** One at a time: two that judged the same dead owner would otherwise take the lock from each other. */
    protected async takeOverIfStale(judged: string, watchedSince: number): Promise<boolean> {
        if (this.clock.now() - watchedSince < STALE_AFTER_MS && !LockOwner.isDead(judged) && !await isAbandoned(this.lock)) {
            return false;
        }
        const turn = `${this.lock}.turn`;
        try {
            await this.create(this.owner, turn);
        } catch (error) {
            ignoreTaken(error);
            await removeIfLeft(turn);
            return false;
        }
        try {
            // The judged owner was read a while ago. The present one may have got the lock in order.
            return await readOwner(this.lock) !== judged || await this.moveAside(judged);
        } finally {
            await rm(turn, { force: true });
        }
    }

    /** An owner that was only slow may release the lock in this very moment, and another get it: a lock caught by mistake is put back. */
    protected async moveAside(judged: string): Promise<true> {
        const aside = `${this.lock}.${randomUUID()}`;
        await rename(this.lock, aside).catch(ignoreGone);
        const moved = await readOwner(aside);
        if (moved !== undefined && moved !== judged) {
            await this.create(moved).catch(ignoreTaken);
        }
        await rm(aside, { force: true });
        return true;
    }
}
