import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable } from '@theia/core/shared/inversify';
import { UNREAD_MS } from '../modal/unread-time';
import { Timer } from '../time/timer';

/** Knows whether the caution that is on the screen can have been read by now. */
@injectable()
export class UnreadCaution implements Disposable {

    @inject(Timer) protected readonly timer: Timer;

    protected readonly read = new Emitter<void>();
    protected shown: string | undefined;
    protected unread = false;

    readonly onDidRead = this.read.event;

    get isUnread(): boolean {
        return this.unread;
    }

    /** Begins anew with each other caution. @param caution `undefined`: there is none */
    show(caution: string | undefined): void {
        if (caution === this.shown) {
            return;
        }
        this.shown = caution;
        this.unread = caution !== undefined;
        this.timer.set(this.unread ? UNREAD_MS : undefined, () => {
            this.unread = false;
            this.read.fire();
        });
    }

    dispose(): void {
        this.timer.dispose();
        this.read.dispose();
    }
}
