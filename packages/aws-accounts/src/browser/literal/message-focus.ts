import { injectable } from '@theia/core/shared/inversify';

/** Theia draws notifications in here. */
const NOTIFICATIONS = '.theia-notifications-overlay';

/** Knows where the focus was before it went to a notification, which takes the focus with it when it is answered. */
@injectable()
export class MessageFocus {

    protected before: HTMLElement | undefined;

    /** Begins to watch where the focus goes. */
    watch(): void {
        document.addEventListener('focusin', ({ target }) => {
            if (target instanceof HTMLElement && target.closest(NOTIFICATIONS) === null) {
                this.before = target;
            }
        });
    }

    /** Gives the focus of an answered notification back, unless it has gone elsewhere already. */
    giveBack(): void {
        const { activeElement, body } = document;
        const isLost = activeElement === null || activeElement === body || activeElement.closest(NOTIFICATIONS) !== null;
        if (isLost && this.before?.isConnected) {
            this.before.focus({ preventScroll: true });
        }
    }
}
