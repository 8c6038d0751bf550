import { addEventListener } from '@theia/core/lib/browser/widgets/widget';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';

/**
 * Gives the focus back to `tree` when the button that had it is removed, as after most actions.
 * Otherwise the focus falls to the page, and the keyboard starts over.
 */
export class FocusKeeper implements Disposable {

    protected readonly toDispose = new DisposableCollection();
    protected focused: Element | undefined;

    constructor(protected readonly tree: HTMLElement) {
        this.toDispose.push(
            addEventListener(tree, 'focusin', ({ target }) => (this.focused = target instanceof Element ? target : undefined))
        );
        this.toDispose.push(addEventListener(tree, 'focusout', ({ target }) => this.forgetUnlessRemoved(target)));
    }

    /** Checks the focus after rows may have been removed. */
    update(): void {
        const { ownerDocument } = this.tree;
        if (
            this.focused !== undefined &&
            !this.focused.isConnected &&
            (ownerDocument.activeElement === ownerDocument.body || ownerDocument.activeElement === null)
        ) {
            this.tree.focus({ preventScroll: true });
        }
    }

    /** Decides in the next microtask, since a browser may report the lost focus before it has removed the element. */
    protected forgetUnlessRemoved(target: EventTarget | null): void {
        queueMicrotask(() => {
            if (target === this.focused && this.focused?.isConnected) {
                this.focused = undefined;
            }
        });
    }

    dispose(): void {
        this.toDispose.dispose();
    }
}
