import type { Clock } from '../process/clock';

interface Wait {
    readonly until: number;
    wake(): void;
}

/** Time as a spec tells it. */
export class FakeClock implements Clock {

    /** All waits so far, in milliseconds, in order. */
    readonly pauses: number[] = [];
    protected waiting: Wait[] = [];

    /** @param jumping whoever waits gets what they wait for at once, and the time has passed */
    constructor(protected time = Date.parse('2026-03-01T09:00:00Z'), protected readonly jumping = false) { }

    static jumping(): FakeClock {
        return new FakeClock(undefined, true);
    }

    now(): number {
        return this.time;
    }

    async delay(ms: number, signal?: AbortSignal): Promise<void> {
        signal?.throwIfAborted();
        this.pauses.push(ms);
        if (this.jumping) {
            this.time += ms;
        } else {
            await this.wait(ms, signal);
        }
    }

    /** Lets time pass and wakes whoever has waited long enough. */
    advance(ms: number): void {
        this.time += ms;
        const due = this.waiting.filter(({ until }) => until <= this.time);
        this.waiting = this.waiting.filter(({ until }) => until > this.time);
        due.forEach(({ wake }) => wake());
    }

    /** Time passes that nobody notices, as while a machine sleeps: who waits is woken later. */
    sleep(ms: number): void {
        this.time += ms;
    }

    /** Number of those who wait now. */
    get waits(): number {
        return this.waiting.length;
    }

    protected wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
        return new Promise((resolve, reject) => {
            const entry: Wait = { until: this.time + ms, wake: resolve };
            this.waiting.push(entry);
            signal?.addEventListener('abort', () => {
                this.waiting = this.waiting.filter(other => other !== entry);
                reject(signal.reason);
            }, { once: true });
        });
    }
}
