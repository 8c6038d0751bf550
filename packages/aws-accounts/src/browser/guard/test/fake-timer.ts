import type { Timer } from '../../time/timer';

/** A timer that rings when a spec says so. */
export class FakeTimer implements Pick<Timer, 'set' | 'dispose'> {

    /** The delay that it is set to; `undefined`: none. */
    delayMs: number | undefined;
    protected action = (): void => undefined;

    set(delayMs: number | undefined, action: () => void): void {
        this.delayMs = delayMs;
        this.action = action;
    }

    dispose(): void {
        this.delayMs = undefined;
    }

    /** The time has come, if it is set. */
    ring(): void {
        if (this.delayMs !== undefined) {
            this.dispose();
            this.action();
        }
    }
}
