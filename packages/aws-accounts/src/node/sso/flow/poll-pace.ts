/** Pause between two polls when the server does not say (RFC 8628 section 3.2). */
export const DEFAULT_INTERVAL_MS = 5000;

/** Addition of `slow_down`, for all polls to come (RFC 8628 section 3.5). */
const SLOW_DOWN_MS = 5000;

/** Pauses grow while nothing gets through, but a person who has just approved is not kept waiting for long. */
const LONGEST_BACK_OFF_MS = 30_000;

/** The pace at which a server is polled. */
export interface PollPace {
    /** Interval that the server asks for. */
    readonly intervalMs: number;
    /** Polls in a row that got no answer. */
    readonly unanswered: number;
}

/** An answer after which polling goes on; `unanswered`: network or server trouble. */
export type PollReply = 'pending' | 'slowDown' | 'unanswered';

/**
 * Pause before the next poll, in milliseconds: the interval, doubled for each poll in a row that got no answer (RFC 8628 section
 * 3.5).
 */
export function pauseOf({ intervalMs, unanswered }: PollPace): number {
    return Math.max(intervalMs, Math.min(intervalMs * 2 ** unanswered, LONGEST_BACK_OFF_MS));
}

/** The pace after `reply`. */
export function nextPace({ intervalMs, unanswered }: PollPace, reply: PollReply): PollPace {
    switch (reply) {
        case 'pending':
            return { intervalMs, unanswered: 0 };
        case 'slowDown':
            return { intervalMs: intervalMs + SLOW_DOWN_MS, unanswered: 0 };
        case 'unanswered':
            return { intervalMs, unanswered: unanswered + 1 };
    }
}
