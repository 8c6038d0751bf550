import { addEventListener } from '@theia/core/lib/browser/widgets/widget';
import { Disposable, DisposableCollection } from '@theia/core/lib/common/disposable';

/**
 * Gives the focus back to `tree` when the button that had it is gone, which happens after each action that changes what can be done.
 * Otherwise the focus would fall to the page, and the keyboard would start over.
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

    /** To be called when rows may have gone. */
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

    /** A browser may say that an element lost the focus while it takes the element away: that is looked at in the next task. */
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
