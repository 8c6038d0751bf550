/** Time comes in from outside, so that a spec decides what time it is. */
export const Clock = Symbol('Clock');
export interface Clock {
    /** Epoch milliseconds. */
    now(): number;
}
