import type { Clock } from '../process/clock';

/** The pace at which calls may follow each other. */
interface PaceOptions {
    /** Calls a second in the long run. */
    readonly callsPerSecond: number;
    /** Calls that may be made at once after a rest. No second ever sees more than `burst + callsPerSecond`. */
    readonly burst: number;
}

interface Waiter {
    readonly go: () => void;
}

/** A token bucket: lets calls begin one after the other, first come, first served, never faster than it was made for. */
export class RateLimiter {

    protected readonly intervalMs: number;
    protected readonly creditMs: number;
    protected waiting: Waiter[] = [];
    protected granting = false;
    /** Epoch ms of the next call at the steady pace; a burst runs ahead of it by `creditMs` at most. */
    protected due = 0;

    constructor(protected readonly clock: Clock, { callsPerSecond, burst }: PaceOptions) {
        this.intervalMs = Math.ceil(1000 / callsPerSecond);
        this.creditMs = (burst - 1) * this.intervalMs;
    }

    /** Resolves when the caller may make one call; rejects with the signal's reason as soon as it is aborted, and takes no turn then. */
    turn(signal: AbortSignal): Promise<void> {
        signal.throwIfAborted();
        return new Promise((resolve, reject) => {
            const leave = (): void => {
                this.waiting = this.waiting.filter(other => other !== waiter);
                reject(signal.reason);
            };
            const waiter: Waiter = {
                go: () => {
                    signal.removeEventListener('abort', leave);
                    resolve();
                }
            };
            signal.addEventListener('abort', leave, { once: true });
            this.waiting.push(waiter);
            this.grant().catch(reject);
        });
    }

    /** The other side was too busy: for `ms` milliseconds nobody gets a turn, and nobody may catch up afterwards. */
    pause(ms: number): void {
        this.due = Math.max(this.due, this.clock.now() + ms + this.creditMs);
    }

    /** One loop for all, so that whoever leaves early gives the turn to the next. */
    protected async grant(): Promise<void> {
        if (this.granting) {
            return;
        }
        this.granting = true;
        try {
            while (this.waiting.length > 0) {
                const now = this.clock.now();
                const waitMs = this.due - this.creditMs - now;
                if (waitMs > 0) {
                    await this.clock.delay(waitMs);
                } else {
                    this.due = Math.max(this.due, now) + this.intervalMs;
                    this.waiting.shift()?.go();
                }
            }
        } finally {
            this.granting = false;
        }
    }
}
