import { Disposable } from '@theia/core/lib/common/disposable';
import { injectable } from '@theia/core/shared/inversify';

/** The longest time a browser's timer can wait; a longer one would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/** One timer at a time: setting it again forgets what was set before. */
@injectable()
export class Timer implements Disposable {

    protected timer: ReturnType<typeof setTimeout> | undefined;

    /** Calls `action` once after `delayMs`; with `undefined` never. */
    set(delayMs: number | undefined, action: () => void): void {
        this.dispose();
        if (delayMs !== undefined) {
            this.timer = setTimeout(action, Math.min(Math.max(delayMs, 0), LONGEST_MS));
        }
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
    }
}
