import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { injectable } from '@theia/core/shared/inversify';
import { GuardCancelled } from './guard-cancelled';

/** Palette, menus and status bar do not look at what becomes of a command: without this a decision against one reads as an error in the console. */
@injectable()
export class HandledCancellation implements FrontendApplicationContribution {

    onStart(): void {
        window.addEventListener('unhandledrejection', event => {
            if (event.reason instanceof GuardCancelled) {
                event.preventDefault();
            }
        });
    }
}
