import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { ProductTokenServices, TokenServices } from 'theia-aws-accounts/lib/common';
import { ConfirmationPrompt } from 'theia-aws-accounts/lib/browser/integration';
import type { ExtensionIdentity } from '../../common/extension-consent';
import { extensionName, quotedWords } from './extension-words';
import { openedByToken } from './token-scope-wording';

/** A question of consent for a person. */
export interface ConsentRequest {
    readonly extension: ExtensionIdentity;
    /** Name of the connection, or of the method to sign in with when there is none yet. */
    readonly subject: string;
    /** The scopes of the token that the extension asks for; absent: it asks for credentials of a profile. */
    readonly scopes?: readonly string[];
    /** Purpose in the extension's own words. */
    readonly detail?: string;
    /** A sign-in follows. */
    readonly signsIn: boolean;
}

/** Asks whether an extension may use a connection. */
export const ConsentQuestion = Symbol('ConsentQuestion');
export interface ConsentQuestion {
    /** `true` only when the person said so: closing the dialog is no. */
    ask(request: ConsentRequest): Promise<boolean>;
}

@injectable()
export class ConsentQuestionImpl implements ConsentQuestion {

    @inject(ConfirmationPrompt) protected readonly prompt: ConfirmationPrompt;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    ask(request: ConsentRequest): Promise<boolean> {
        const title = nls.localize(
            'theia/aws-accounts-plugin-ext/consent/title',
            'Let {0} use {1}?',
            extensionName(request.extension.name),
            request.subject
        );
        return this.prompt({ title, texts: consentTexts(request, this.services), confirm: nls.localizeByDefault('Allow') });
    }
}

/** The sentences of a consent: who asks, and what a person agrees to by it. Pure. */
export function consentTexts(request: ConsentRequest, services: TokenServices): string[] {
    const { scopes, detail } = request;
    const means = nls.localize(
        'theia/aws-accounts-plugin-ext/consent/means',
        'It can then call AWS as you, with temporary tokens or credentials of this connection, until you take that back with "{0}".',
        EXTENSION_ACCESS_LABEL
    );
    const words = quotedWords(detail);
    const says = words === undefined ? [] : [nls.localize('theia/aws-accounts-plugin-ext/consent/says', 'It says: {0}', words)];
    return [askedText(request), ...says, ...scopes === undefined ? [] : openedByToken(scopes, services), means];
}

function askedText({ extension: { id, name }, subject, signsIn }: ConsentRequest): string {
    const named = extensionName(name);
    return signsIn
        ? nls.localize(
            'theia/aws-accounts-plugin-ext/consent/signsIn', 'The extension {0} ({1}) asks you to sign in with {2}.', named, id, subject
        )
        : nls.localize('theia/aws-accounts-plugin-ext/consent/uses', 'The extension {0} ({1}) asks to use {2}.', named, id, subject);
}

export const EXTENSION_ACCESS_LABEL = nls.localize('theia/aws-accounts-plugin-ext/access/command', 'Manage Access of Extensions...');
