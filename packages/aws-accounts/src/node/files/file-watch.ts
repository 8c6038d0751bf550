import { Disposable } from '@theia/core/lib/common/disposable';
import { ChangeHint } from './change-hint';
import { FileLook } from './file-look';

/** Longest time after which a change shows of which the system says nothing. */
const INTERVAL_MS = 300;
/** After a hint: who rewrites a file in place has emptied it first, and is to come to its end. */
const SETTLING_MS = 40;

/**
 * Calls `changed` when the file at `path` was written, replaced, made or deleted, compared with how it is now: who reads it after this call
 * misses nothing. It looks at the file's status again and again: that works for files that do not exist yet, behind symbolic links, on
 * network file systems, and needs no process of its own. Where the system says that something has happened, it looks at once.
 *
 * @param now the time in milliseconds since the epoch, as the file system counts it
 */
export function watchPath(path: string, changed: () => void, intervalMs = INTERVAL_MS, now: () => number = Date.now): Disposable {
    let seen = FileLook.atOnce(path, now());
    let looking = false;
    let settling: NodeJS.Timeout | undefined;
    let disposed = false;
    const look = async (): Promise<void> => {
        looking = true;
        const found = await FileLook.next(path, seen, now());
        looking = false;
        seen = found.look;
        if (found.changed && !disposed) {
            hint.renew();
            changed();
        }
    };
    // One look at a time: a file system that is slow to answer is not asked the more often for it.
    const timer = setInterval(() => looking || void look(), intervalMs).unref();
    const hint = new ChangeHint(path, () => {
        settling ??= setTimeout(() => {
            settling = undefined;
            void look();
        }, SETTLING_MS).unref();
    });
    return Disposable.create(() => {
        disposed = true;
        clearInterval(timer);
        clearTimeout(settling);
        hint.dispose();
    });
}
