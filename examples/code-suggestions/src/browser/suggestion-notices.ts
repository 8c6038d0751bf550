import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import * as monaco from '@theia/monaco-editor-core';
import { MessageController } from '@theia/monaco-editor-core/esm/vs/editor/contrib/message/browser/messageController';
import { LiteralMessages } from 'theia-aws-accounts/lib/browser';
import type { SuggestionAnswer } from '../common/code-suggestions-protocol';

type Trouble = Exclude<SuggestionAnswer, { readonly kind: 'suggested' }>;

/** Says once, at the cursor, why there are no suggestions. The text is plain: words of others are shown as they are. */
@injectable()
export class SuggestionNotices {

    @inject(LiteralMessages) protected readonly messages: LiteralMessages;

    protected said: string | undefined;

    /** Lets the same notice show again: something else came meanwhile. */
    reset(): void {
        this.said = undefined;
    }

    /** @param service its label, as people know it */
    tell(answer: Trouble, service: string, editor: monaco.editor.ICodeEditor | undefined): void {
        const text = textOf(answer, service);
        const position = editor?.getPosition();
        if (text !== this.said && editor && position) {
            this.said = text;
            const controller: unknown = editor.getContribution(MessageController.ID);
            (controller as MessageController | null)?.showMessage(text, position);
        }
    }

    /** Offers once to sign in, beside the editor: the person is typing. @param service its label @param signIn called when they want to */
    async offerSignIn(service: string, signIn: () => Promise<void>): Promise<void> {
        const text = nls.localize(
            'theia/aws-accounts-code-suggestions/signInNeeded',
            'Code suggestions need a sign-in for {0} alone: the one of your organization also opens your AWS accounts.',
            service
        );
        if (text !== this.said) {
            this.said = text;
            const wanted = nls.localize('theia/aws-accounts-code-suggestions/signIn', 'Sign In...');
            if (await this.messages.info(text, wanted) === wanted) {
                await signIn();
            }
        }
    }
}

function textOf(answer: Trouble, service: string): string {
    switch (answer.kind) {
        case 'expired':
            return nls.localize('theia/aws-accounts-code-suggestions/expired', 'No suggestions: the sign-in for {0} has expired.', service);
        case 'notInstalled':
            return nls.localize(
                'theia/aws-accounts-code-suggestions/notInstalled',
                'No suggestions: the language server of AWS is not installed. Run "npm run code-suggestions" once in the checkout, then '
                    + 'type on.'
            );
        case 'refused':
            return nls.localize('theia/aws-accounts-code-suggestions/refused', 'No suggestions. {0} says: {1}', service, answer.words);
        case 'failed':
            return nls.localize('theia/aws-accounts-code-suggestions/failed', 'No suggestions: {0}', answer.words);
    }
}
