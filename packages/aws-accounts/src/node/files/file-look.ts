import { createHash } from 'node:crypto';
import { BigIntStats, readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';

/** The kernel stamps files with a time that stands still for up to 10 ms; twice that is safe. */
const STANDS_STILL_MS = 20;
/** For file systems that know whole seconds alone, or every second one. */
const COARSE_STANDS_STILL_MS = 2_000;
const SECOND_NS = 1_000_000_000n;

/**
 * A file as a look found it. Two writes while the time of the file system stands still leave the same status for another content of the
 * same size; right after a write the content is therefore part of the look.
 */
export interface FileLook {
    readonly status: string;
    /** Digest of the content; `undefined` where the status alone tells one content from another. */
    readonly content: string | undefined;
}

interface FileStatus {
    readonly status: string;
    /** A regular file, written so lately that another write may leave its status as it is. */
    readonly isFresh: boolean;
}

export namespace FileLook {

    /** Not a promise: the answer has to be from before anybody reads the file. @param now milliseconds since the epoch */
    export function atOnce(path: string, now: number): FileLook {
        const { status, isFresh } = statusNow(path, now);
        return { status, content: isFresh ? digestNow(path) : undefined };
    }

    /** @returns the next look, and whether it found something else than `before` */
    export async function next(
        path: string, before: FileLook, now: number
    ): Promise<{ readonly look: FileLook; readonly changed: boolean }> {
        const { status, isFresh } = await stat(path, { bigint: true }).then(stats => describe(stats, now), describeError);
        const isUncertain = status === before.status && before.content !== undefined;
        const content = isFresh || isUncertain ? await readFile(path).then(digest, codeOf) : undefined;
        return {
            look: { status, content: isFresh ? content : undefined },
            changed: status !== before.status || (isUncertain && content !== before.content)
        };
    }
}

function statusNow(path: string, now: number): FileStatus {
    try {
        return describe(statSync(path, { bigint: true }), now);
    } catch (error) {
        return describeError(error as NodeJS.ErrnoException);
    }
}

function digestNow(path: string): string {
    try {
        return digest(readFileSync(path));
    } catch (error) {
        return codeOf(error as NodeJS.ErrnoException);
    }
}

function describe(stats: BigIntStats, now: number): FileStatus {
    const { mtimeNs, mtimeMs, size, ino, mode } = stats;
    const standsStill = mtimeNs % SECOND_NS === 0n ? COARSE_STANDS_STILL_MS : STANDS_STILL_MS;
    return { status: [mtimeNs, size, ino, mode].join(' '), isFresh: stats.isFile() && Math.abs(now - Number(mtimeMs)) < standsStill };
}

function describeError(error: NodeJS.ErrnoException): FileStatus {
    return { status: codeOf(error), isFresh: false };
}

function digest(content: Buffer): string {
    return createHash('sha256').update(content).digest('base64');
}

function codeOf({ code }: NodeJS.ErrnoException): string {
    return `${code}`;
}
