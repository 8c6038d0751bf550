import { Disposable } from '@theia/core/lib/common/disposable';

/**
 * Keeps `aria-activedescendant` of `tree` on the focused row. The list is virtual: the attribute is removed while the row is scrolled out
 * of the DOM, since a dangling id makes screen readers fall silent.
 * @param focusedElementId id of the focused row's element, in the DOM or not
 * @param onDidUpdate called after each change of the DOM
 */
export class ActiveDescendant implements Disposable {

    protected readonly observer: MutationObserver;

    constructor(
        protected readonly tree: HTMLElement,
        protected readonly focusedElementId: () => string | undefined,
        protected readonly onDidUpdate?: () => void
    ) {
        const Observer = tree.ownerDocument.defaultView?.MutationObserver ?? MutationObserver;
        this.observer = new Observer(() => this.update());
        this.observer.observe(tree, { childList: true, subtree: true });
    }

    update(): void {
        const id = this.focusedElementId();
        if (id !== undefined && this.tree.ownerDocument.getElementById(id) !== null) {
            this.tree.setAttribute('aria-activedescendant', id);
        } else {
            this.tree.removeAttribute('aria-activedescendant');
        }
        this.onDidUpdate?.();
    }

    dispose(): void {
        this.observer.disconnect();
    }
}
