import { inject, injectable } from '@theia/core/shared/inversify';
import { ModalDialog } from '../modal/modal-dialog';
import { MfaPrompt } from './mfa-prompt';

/** A dialog whose work may ask for an MFA code. The prompt stands in front of it: it has the focus, and Escape closes it first. */
@injectable()
export abstract class CodeAskingDialog<Answer> extends ModalDialog<Answer> {

    @inject(MfaPrompt) protected readonly mfaPrompt: MfaPrompt;

    /** Closes the prompt first, even before the focus has come to it. */
    protected override escape(): void {
        if (this.mfaPrompt.isOpen) {
            this.mfaPrompt.close();
        } else {
            this.close();
        }
    }

    protected override get holdsFocus(): boolean {
        return !this.mfaPrompt.isOpen;
    }
}
