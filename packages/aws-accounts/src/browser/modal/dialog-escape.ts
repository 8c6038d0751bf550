import type { Widget } from '@theia/core/lib/browser/widgets/widget';
import { Disposable } from '@theia/core/lib/common/disposable';

/**
 * Gives Escape to a dialog on the screen, before Theia's keybindings see it: the one that hides notifications would take the key.
 * @returns ends this
 */
export function takeEscape(dialog: Widget, close: () => void): Disposable {
    const view = dialog.node.ownerDocument.defaultView;
    const listener = (event: KeyboardEvent): void => {
        // Inert: another dialog stands in front. Composing: the key belongs to the input method.
        if (event.key === 'Escape' && !event.isComposing && !dialog.node.hasAttribute('inert') && !isInQuestion(event.target)) {
            event.preventDefault();
            event.stopPropagation();
            close();
        }
    };
    view?.addEventListener('keydown', listener, true);
    return Disposable.create(() => view?.removeEventListener('keydown', listener, true));
}

/** Recognizes the question for an MFA code, which stands in front of the waiting dialog without making it inert. */
function isInQuestion(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest('#quick-input-container') !== null;
}
