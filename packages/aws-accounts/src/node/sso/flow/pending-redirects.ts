import { Disposable } from '@theia/core/lib/common/disposable';
import { injectable } from '@theia/core/shared/inversify';
import type { RedirectReceipt } from '../../../common/sign-in/sign-in';
import type { AwaitedRedirect } from './awaited-redirect';

/** The browser sign-ins that wait to hear from their browser, by `signInId`. */
@injectable()
export class PendingRedirects {

    protected readonly awaited = new Map<string, AwaitedRedirect>();

    /** Addresses handed in for `signInId` go to `redirect`, until the result is disposed of. */
    add(signInId: string, redirect: AwaitedRedirect): Disposable {
        this.awaited.set(signInId, redirect);
        return Disposable.create(() => {
            if (this.awaited.get(signInId) === redirect) {
                this.awaited.delete(signInId);
            }
        });
    }

    /** Hands in an address that a person copied from a browser that could not reach it. */
    complete(signInId: string, address: string): RedirectReceipt {
        const reading = this.awaited.get(signInId)?.receive(address) ?? { kind: 'notWaiting' };
        return reading.kind === 'approved' || reading.kind === 'refused' ? { kind: 'accepted' } : reading;
    }
}
