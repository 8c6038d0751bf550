import type { Disposable } from '@theia/core/lib/common/disposable';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { Clock } from '../process/clock';
import { REFRESH_WINDOW_MS } from '../sso/token/sso-token-policy';

/** A process, or whatever else keeps what it was given and cannot ask for it. */
export interface FeedReceiver<T> {
    /** Takes the place of what was received before. Rejecting is reported and does not end the feed. */
    receive(value: T): void | Promise<void>;
    /** Forgets what was received: the person signed out, or the sign-in has ended. Never told for a lost network. */
    withdraw(failure: AwsFailure): void | Promise<void>;
}

/** The source of values, and what is known of them without a call. */
export interface FeedSource<T> {
    ask(): Promise<T>;
    /** Epoch milliseconds; `undefined`: it does not run out. */
    endOf(value: T): number | undefined;
    /** Tells two values apart, without being shown to anybody. */
    identityOf(value: T): string;
    /** The state of the connection as it is known now. `endsAt` is an ISO 8601 string. */
    known(): { readonly state: string; readonly endsAt?: string };
    onDidChange(listener: () => void): Disposable;
}

/** A failure on the way is no reason to wait for long, nor to ask all the time. */
const RETRY_MS = 30_000;
/** Values that live for seconds only are not asked for more often than this. */
const SHORTEST_WAIT_MS = 500;
/** Node.js cannot wait much longer. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * Gives a receiver each value before the one that it has runs out, and takes the value back when there is none any more. It asks once for
 * each change, and when time is due; what serves others in this process serves it too.
 */
export class ConnectionFeed<T> implements Disposable {

    protected ended = false;
    protected delivered: { readonly identity: string; readonly end: number | undefined } | undefined;
    protected withdrawn = false;
    protected seen = '';
    protected alarm = new AbortController();
    protected work: Promise<void>;
    protected readonly listening: Disposable;

    constructor(
        protected readonly source: FeedSource<T>, protected readonly receiver: FeedReceiver<T>, protected readonly clock: Clock,
        protected readonly report: (error: unknown) => void
    ) {
        this.listening = source.onDidChange(() => this.look());
        this.work = this.serve();
    }

    dispose(): void {
        this.ended = true;
        this.listening.dispose();
        this.alarm.abort();
    }

    protected look(): void {
        if (!this.ended && this.knownNow() !== this.seen) {
            this.work = this.work.then(() => this.knownNow() === this.seen ? undefined : this.serve());
        }
    }

    /** The known state as a text, to tell changes of others from those that this feed has caused. */
    protected knownNow(): string {
        const { state, endsAt } = this.source.known();
        const own = endsAt !== undefined && Date.parse(endsAt) === this.delivered?.end;
        return `${state} ${own ? 'as delivered' : endsAt ?? ''}`;
    }

    protected async serve(): Promise<void> {
        if (this.ended) {
            return;
        }
        const wait = await this.deliver().catch(error => this.fail(error));
        this.seen = this.knownNow();
        this.wakeIn(wait);
    }

    /** @returns milliseconds until it is time to ask again; `undefined`: only after a change */
    protected async deliver(): Promise<number | undefined> {
        const value = await this.source.ask();
        const [identity, end] = [this.source.identityOf(value), this.source.endOf(value)];
        const unchanged = identity === this.delivered?.identity && !this.withdrawn;
        if (!unchanged && !this.ended) {
            this.delivered = { identity, end };
            this.withdrawn = false;
            await this.tell(() => this.receiver.receive(value));
        }
        return end === undefined ? undefined : waitFor(end - this.clock.now());
    }

    protected async fail(error: unknown): Promise<number | undefined> {
        const failure = AwsFailure.of(error);
        if (AwsFailure.isTransient(failure)) {
            return RETRY_MS;
        }
        if (!this.withdrawn && !this.ended) {
            this.withdrawn = true;
            this.delivered = undefined;
            await this.tell(() => this.receiver.withdraw(failure));
        }
        return undefined;
    }

    protected async tell(act: () => void | Promise<void>): Promise<void> {
        try {
            await act();
        } catch (error) {
            this.report(error);
        }
    }

    protected wakeIn(ms: number | undefined): void {
        this.alarm.abort();
        this.alarm = new AbortController();
        const { signal } = this.alarm;
        if (ms !== undefined && !this.ended) {
            this.clock.delay(ms, signal).then(() => this.work = this.work.then(() => this.serve()), error => {
                if (!signal.aborted) {
                    this.report(error);
                }
            });
        }
    }
}

/** @returns milliseconds: a value is asked for anew when the token policy would renew it, and ever more often towards its end */
function waitFor(left: number): number {
    const wait = left > REFRESH_WINDOW_MS ? left - REFRESH_WINDOW_MS + 1 : left / 2;
    return Math.min(Math.max(SHORTEST_WAIT_MS, wait), LONGEST_WAIT_MS);
}
