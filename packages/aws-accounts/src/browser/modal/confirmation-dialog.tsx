import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { Message } from '@theia/core/lib/browser/widgets/widget';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable, interfaces, postConstruct } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { Timer } from '../time/timer';
import { ModalDialog } from './modal-dialog';
import { UNREAD_MS } from './unread-time';

/** Question to a person before something is given away or lost. */
export interface Confirmation {
    readonly title: string;
    /** Profile and account, or whatever else must be read before the button is pressed. */
    readonly subject?: string;
    /** The sentences of the question. */
    readonly texts: readonly string[];
    /** The button that means yes. */
    readonly confirm: string;
    /** Name of that button for styles and tests. */
    readonly action?: string;
    /** The question follows at once on what the person did, so Cancel takes early keys; otherwise they are meant for something else. */
    readonly answersPerson?: boolean;
}

/** Puts a question; only `true` is a yes. */
export const ConfirmationPrompt = Symbol('ConfirmationPrompt');
export type ConfirmationPrompt = (confirmation: Confirmation) => Promise<boolean>;

const Question = Symbol('Confirmation');

/**
 * Asks once, for this one time. Cancel has the focus, Enter belongs to the button that has it, and no yes counts before a person can have
 * seen the question.
 */
@injectable()
class ConfirmationDialog extends ModalDialog<true> {

    @inject(Question) protected readonly question: Confirmation;
    @inject(Timer) protected readonly timer: Timer;

    protected readable = false;

    constructor(@inject(DialogProps) props: DialogProps) {
        super(props);
    }

    protected override get role(): 'alertdialog' {
        return 'alertdialog';
    }

    @postConstruct()
    protected init(): void {
        this.toDispose.push(this.timer);
        this.update();
    }

    protected override onAfterAttach(msg: Message): void {
        super.onAfterAttach(msg);
        for (const type of ['keydown', 'keyup'] as const) {
            this.addEventListener(this.node, type, event => this.ignoreStray(event), true);
        }
        this.timer.set(UNREAD_MS, () => {
            this.readable = true;
            this.update();
        });
    }

    /** Keys that press a button were meant for what had the focus before. */
    protected ignoreStray(event: KeyboardEvent): void {
        const isEarly = !this.readable && this.question.answersPerson !== true;
        if (isEarly && (event.key === 'Enter' || event.key === ' ')) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    protected renderContent(): React.ReactNode {
        const { subject, texts, confirm, action = 'confirm' } = this.question;
        return <div className='theia-aws-panel'>
            {subject !== undefined && <p className='theia-aws-production-banner'>{subject}</p>}
            {texts.map((text, index) => <p key={index}>{text}</p>)}
            <div className='theia-aws-buttons'>
                <button className='theia-button main' data-action={action} disabled={!this.readable} onClick={this.confirm}>
                    {confirm}
                </button>
                <button className='theia-button secondary' data-action='cancel' data-first-focus onClick={this.cancel}>
                    {nls.localizeByDefault('Cancel')}
                </button>
            </div>
        </div>;
    }

    /** Asks for itself whether it may count: a click can have been under way before the button could be drawn. */
    protected readonly confirm = (): void => {
        if (this.readable) {
            this.finish(true);
        }
    };
}

export function createConfirmationPrompt({ container }: interfaces.Context): ConfirmationPrompt {
    return async confirmation => {
        const child = container.createChild();
        child.bind(DialogProps).toConstantValue({ title: confirmation.title, maxWidth: 720 });
        child.bind(Question).toConstantValue(confirmation);
        child.bind(ConfirmationDialog).toSelf();
        return await child.get(ConfirmationDialog).open() === true;
    };
}
