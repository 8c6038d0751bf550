import { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Emitter } from '@theia/core/lib/common/event';
import { nls } from '@theia/core/lib/common/nls';
import { Severity } from '@theia/core/lib/common/severity';
import { inject, injectable } from '@theia/core/shared/inversify';
import { MfaCode, MfaCodeRequest } from '../../common/connection/mfa';
import { LiteralQuickInput } from '../literal/literal-quick-input';

/** Asks the person at this window for the code of a multi-factor authentication device. */
@injectable()
export class MfaPrompt {

    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;

    protected readonly changed = new Emitter<void>();
    protected open = 0;

    /** Fires when a question opens or closes. */
    readonly onDidChange = this.changed.event;

    /** True while this window asks for a code. */
    get isOpen(): boolean {
        return this.open > 0;
    }

    /** Closes the question, wherever the focus is. */
    close(): void {
        this.quickInput.hide();
    }

    /** @returns the code; `undefined` when the person or `cancellation` closes the question */
    async ask(request: MfaCodeRequest, cancellation: CancellationToken = CancellationToken.None): Promise<string | undefined> {
        this.lift();
        this.count(1);
        try {
            return await this.input(request, cancellation);
        } finally {
            this.count(-1);
        }
    }

    protected count(step: 1 | -1): void {
        this.open += step;
        this.changed.fire();
    }

    protected input(request: MfaCodeRequest, cancellation: CancellationToken): Promise<string | undefined> {
        return this.quickInput.input({
            title: nls.localize('theia/aws-accounts/mfa/title', 'AWS MFA Code for Profile {0}', request.profile),
            prompt: mfaQuestion(request),
            placeHolder: nls.localize('theia/aws-accounts/mfa/placeholder', 'Six digits'),
            password: false,
            ignoreFocusLost: true,
            validateInput: async typed => typed === '' || MfaCode.normalize(typed) !== undefined ? undefined : {
                content: malformedText(),
                severity: Severity.Error
            }
        }, cancellation);
    }

    /** Makes the question usable in front of a dialog, which makes everything around it inert. */
    protected lift(): void {
        document.getElementById('quick-input-container')?.removeAttribute('inert');
    }
}

/** Words the question: the device, and on another try the reason why the last code failed. */
function mfaQuestion({ device, rejected, triesLeft }: MfaCodeRequest): string {
    const question = nls.localize('theia/aws-accounts/mfa/question', 'Enter the code that {0} shows.', device);
    switch (rejected) {
        case undefined:
            return question;
        case 'malformed':
            return `${malformedText()} ${question}`;
        case 'refused': {
            const reason = nls.localize(
                'theia/aws-accounts/mfa/refused',
                'AWS did not accept the code. Wait for the next one; tries left: {0}.',
                triesLeft
            );
            return `${reason} ${question}`;
        }
    }
}

function malformedText(): string {
    return nls.localize('theia/aws-accounts/mfa/malformed', 'A code has six digits.');
}
