import { BigIntStats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Disposable } from '@theia/core/lib/common/disposable';

/** What one backend changes shows in the windows of another within half a second: a look and a reading of the files fit into that. */
const INTERVAL_MS = 300;

/**
 * Calls `changed` when the file at `path` was written, replaced, made or deleted, compared with how it is now: who reads it after this call misses nothing.
 * It asks for the file's status instead of being told by the system: that works for files that do not exist yet, behind symbolic links, on network file
 * systems, and needs no process of its own.
 */
export function watchPath(path: string, changed: () => void): Disposable {
    let seen = statusNow(path);
    let looking = false;
    let disposed = false;
    const look = async (): Promise<void> => {
        const now = await stat(path, { bigint: true }).then(describe, describeError);
        looking = false;
        if (now !== seen && !disposed) {
            seen = now;
            changed();
        }
    };
    const timer = setInterval(() => {
        // One look at a time: a file system that is slow to answer is not asked the more often for it.
        if (!looking) {
            looking = true;
            void look();
        }
    }, INTERVAL_MS).unref();
    return Disposable.create(() => {
        disposed = true;
        clearInterval(timer);
    });
}

/** Not a promise: the answer has to be from before anybody reads the file. */
function statusNow(path: string): string {
    try {
        return describe(statSync(path, { bigint: true }));
    } catch (error) {
        return describeError(error as NodeJS.ErrnoException);
    }
}

function describe({ mtimeNs, size, ino, mode }: BigIntStats): string {
    return [mtimeNs, size, ino, mode].join(' ');
}

function describeError({ code }: NodeJS.ErrnoException): string {
    return `${code}`;
}
