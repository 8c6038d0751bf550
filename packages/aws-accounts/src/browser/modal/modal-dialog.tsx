import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { ReactDialog } from '@theia/core/lib/browser/dialogs/react-dialog';
import { Message } from '@theia/core/lib/browser/widgets/widget';
import { inject, injectable } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { takeEscape } from './dialog-escape';
import { DrawnPanel } from './drawn-panel';

let titles = 0;

/**
 * A dialog of this product: it is announced by its title, keeps the focus inside, and gives it back to the element that had it before.
 * Escape, the cross and Cancel all close it without an answer.
 */
@injectable()
export abstract class ModalDialog<Answer> extends ReactDialog<Answer | undefined> {

    protected answer: Answer | undefined;
    protected opener: Element | null = null;

    constructor(@inject(DialogProps) props: DialogProps) {
        super(props);
        this.addClass('theia-aws-accounts-dialog');
        this.titleNode.id = `aws-accounts-dialog-title-${titles++}`;
        const block = this.titleNode.closest('.dialogBlock');
        block?.setAttribute('role', this.role);
        block?.setAttribute('aria-modal', 'true');
        block?.setAttribute('aria-labelledby', this.titleNode.id);
    }

    /** `alertdialog` for a question that interrupts the person. A getter, since the constructor asks for it. */
    protected get role(): 'dialog' | 'alertdialog' {
        return 'dialog';
    }

    get value(): Answer | undefined {
        return this.answer;
    }

    override open(disposeOnResolve?: boolean): Promise<Answer | undefined> {
        this.opener = this.node.ownerDocument.activeElement;
        return super.open(disposeOnResolve);
    }

    /** Draws the content. An element with `data-first-focus` gets the focus first. */
    protected abstract renderContent(): React.ReactNode;

    protected render(): React.ReactNode {
        return <DrawnPanel onDidDraw={this.keepFocus}>{this.renderContent()}</DrawnPanel>;
    }

    /** Closes the dialog with an answer; without one, as Escape does. */
    protected finish(answer: Answer | undefined): void {
        this.answer = answer;
        if (answer === undefined) {
            this.close();
        } else {
            this.accept().catch(() => this.close());
        }
    }

    protected readonly cancel = (): void => this.escape();

    /** Answers Escape and Cancel. */
    protected escape(): void {
        this.close();
    }

    /** False while something in front of the dialog has the focus by right. */
    protected get holdsFocus(): boolean {
        return true;
    }

    /** Leaves Enter to the button or the field that has the focus. */
    protected override handleEnter(): boolean {
        return false;
    }

    protected override onAfterAttach(msg: Message): void {
        super.onAfterAttach(msg);
        this.toDisposeOnDetach.push(takeEscape(this, () => this.escape()));
        this.addEventListener(this.node, 'keydown', event => this.takeKey(event), true);
    }

    protected takeKey(event: KeyboardEvent): void {
        if (isHeldPress(event)) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    protected override onActivateRequest(msg: Message): void {
        super.onActivateRequest(msg);
        this.focusFirst();
    }

    /** Gives the focus back after the dialog has gone: while it is there, nothing outside of it can take the focus. */
    protected override onAfterDetach(msg: Message): void {
        super.onAfterDetach(msg);
        const { activeElement, body } = this.node.ownerDocument;
        if (this.opener instanceof HTMLElement && (activeElement === null || activeElement === body)) {
            this.opener.focus({ preventScroll: true });
        }
    }

    protected focusFirst(): void {
        const first = this.contentNode.querySelector<HTMLElement>('[data-first-focus]')
            ?? this.contentNode.querySelector<HTMLElement>('button, input, [tabindex="0"]');
        first?.focus();
    }

    /** Catches the focus when the element that had it is no longer drawn; otherwise Tab would begin anywhere. */
    protected readonly keepFocus = (): void => {
        if (this.isVisible && this.holdsFocus && !this.node.contains(this.node.ownerDocument.activeElement)) {
            this.focusFirst();
        }
    };
}

/**
 * Recognizes a press that a key makes again and again because it is held down: it began somewhere else, so it answers no question. Space
 * in a field is text.
 */
function isHeldPress({ key, repeat, target }: KeyboardEvent): boolean {
    return repeat && (key === 'Enter' || (key === ' ' && target instanceof HTMLButtonElement));
}
