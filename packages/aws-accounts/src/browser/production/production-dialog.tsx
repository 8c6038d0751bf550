import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, interfaces, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { ModalDialog } from '../modal/modal-dialog';
import type { ProductionQuestion } from './production-question';

const Question = Symbol('ProductionQuestion');

/** Asks once, for this one time. Whatever is not a press of the one button means no, and Cancel has the focus. */
@injectable()
export class ProductionDialog extends ModalDialog<true> {

    @inject(Question) protected readonly question: ProductionQuestion;

    protected override get role(): 'alertdialog' {
        return 'alertdialog';
    }

    @postConstruct()
    protected init(): void {
        this.update();
    }

    protected renderContent(): React.ReactNode {
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

    protected readonly confirm = (): void => this.finish(true);
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
