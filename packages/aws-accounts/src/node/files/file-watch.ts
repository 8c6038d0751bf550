import type { Disposable } from '@theia/core/lib/common/disposable';
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
    return new PathWatch(path, changed, intervalMs, now);
}

class PathWatch implements Disposable {

    protected seen: FileLook;
    protected looking = false;
    protected settling: NodeJS.Timeout | undefined;
    protected disposed = false;
    protected readonly timer: NodeJS.Timeout;
    protected readonly hint: ChangeHint;

    constructor(
        protected readonly path: string, protected readonly changed: () => void, intervalMs: number, protected readonly now: () => number
    ) {
        this.seen = FileLook.atOnce(path, now());
        // One look at a time: a file system that is slow to answer is not asked the more often for it.
        this.timer = setInterval(() => this.looking || void this.look(), intervalMs).unref();
        this.hint = new ChangeHint(path, () => this.lookSoon());
    }

    protected lookSoon(): void {
        this.settling ??= setTimeout(() => {
            this.settling = undefined;
            void this.look();
        }, SETTLING_MS).unref();
    }

    protected async look(): Promise<void> {
        this.looking = true;
        const found = await FileLook.next(this.path, this.seen, this.now());
        this.looking = false;
        this.seen = found.look;
        if (found.changed && !this.disposed) {
            this.hint.renew();
            this.changed();
        }
    }

    dispose(): void {
        this.disposed = true;
        clearInterval(this.timer);
        clearTimeout(this.settling);
        this.hint.dispose();
    }
}
