import type { Disposable } from '@theia/core/lib/common/disposable';
import type { Clock } from './clock';

/** Node.js cannot wait longer than 24 days, and a clock may be set meanwhile; a later time fires early, and is then set again. */
const LONGEST_MS = 24 * 60 * 60 * 1000;

/** One timer at a time: setting it again forgets what was set before. */
export class Timer implements Disposable {

    protected waiting = new AbortController();

    constructor(protected readonly clock: Clock) { }

    /** Calls `action` once after `delayMs`, or after a day if that is sooner; with `undefined` never. */
    set(delayMs: number | undefined, action: () => void): void {
        this.dispose();
        if (delayMs !== undefined) {
            const { signal } = this.waiting = new AbortController();
            this.clock.delay(Math.min(delayMs, LONGEST_MS), signal).then(action, (error: unknown) => {
                // A timer that was set again; anything else is a bug of the clock, and is told.
                if (!signal.aborted) {
                    throw error;
                }
            });
        }
    }

    dispose(): void {
        this.waiting.abort();
    }
}
