import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { isCancelled } from '@theia/core/lib/common/cancellation';
import { injectable } from '@theia/core/shared/inversify';

/**
 * Palette, menus and status bar do not look at what becomes of a command: without this a decision against one reads as an error in the
 * console.
 */
@injectable()
export class HandledCancellation implements FrontendApplicationContribution {

    onStart(): void {
        window.addEventListener('unhandledrejection', event => {
            // Not by its class: one that comes back through a plugin host has lost it, and kept its name and message.
            if (event.reason instanceof Error && event.reason.name === 'Canceled' && isCancelled(event.reason)) {
                event.preventDefault();
            }
        });
    }
}
