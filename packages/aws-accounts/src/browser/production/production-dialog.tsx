import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { ReactDialog } from '@theia/core/lib/browser/dialogs/react-dialog';
import { Message } from '@theia/core/lib/browser/widgets/widget';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, interfaces, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import type { ProductionQuestion } from './production-question';

const Question = Symbol('ProductionQuestion');

/** Asks once, for this one time. Whatever is not a press of the one button means no, and Cancel has the focus. */
@injectable()
export class ProductionDialog extends ReactDialog<boolean> {

    @inject(Question) protected readonly question: ProductionQuestion;

    protected confirmed = false;

    constructor(@inject(DialogProps) props: DialogProps) {
        super(props);
        this.addClass('theia-aws-accounts-dialog');
        const block = this.titleNode.closest('.dialogBlock');
        block?.setAttribute('role', 'alertdialog');
        block?.setAttribute('aria-modal', 'true');
        block?.setAttribute('aria-label', props.title);
    }

    get value(): boolean {
        return this.confirmed;
    }

    @postConstruct()
    protected init(): void {
        this.update();
    }

    /** Enter belongs to the button that has the focus. */
    protected override handleEnter(): boolean {
        return false;
    }

    protected override onActivateRequest(msg: Message): void {
        super.onActivateRequest(msg);
        this.contentNode.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    }

    protected render(): React.ReactNode {
        const { text, subject, confirm } = this.question;
        return <div className='theia-aws-panel'>
            <p className='theia-aws-production-banner'>{subject}</p>
            <p>{text}</p>
            <div className='theia-aws-buttons'>
                <button className='theia-button main' data-action='run-in-production' onClick={this.confirm}>{confirm}</button>
                <button className='theia-button secondary' data-action='cancel' data-first-focus autoFocus onClick={this.cancel}>{nls.localizeByDefault('Cancel')}</button>
            </div>
        </div>;
    }

    protected readonly confirm = (): void => {
        this.confirmed = true;
        this.accept().catch(() => this.close());
    };

    protected readonly cancel = (): void => this.close();
}

/** Puts a question; only `true` is a yes. */
export const ProductionPrompt = Symbol('ProductionPrompt');
export type ProductionPrompt = (question: ProductionQuestion) => Promise<boolean>;

export function createProductionPrompt({ container }: interfaces.Context): ProductionPrompt {
    return async question => {
        const child = container.createChild();
        child.bind(DialogProps).toConstantValue({ title: question.title, maxWidth: 720 });
        child.bind(Question).toConstantValue(question);
        child.bind(ProductionDialog).toSelf();
        return await child.get(ProductionDialog).open() === true;
    };
}
