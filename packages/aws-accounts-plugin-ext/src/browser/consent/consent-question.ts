import { ConfirmDialog, Dialog } from '@theia/core/lib/browser/dialogs';
import { nls } from '@theia/core/lib/common/nls';
import { injectable } from '@theia/core/shared/inversify';
import type { ExtensionIdentity } from '../../common/extension-consent';

/** A question of consent for a person. */
export interface ConsentRequest {
    readonly extension: ExtensionIdentity;
    /** Name of the connection, or of the method to sign in with when there is none yet. */
    readonly subject: string;
    /** Purpose in the extension's own words. */
    readonly detail?: string;
    /** A sign-in follows. */
    readonly signsIn: boolean;
}

/** Asks whether an extension may use a connection. */
@injectable()
export class ConsentQuestion {

    /** `true` only when the person said so: closing the dialog is no. */
    async ask(request: ConsentRequest): Promise<boolean> {
        const msg = document.createElement('div');
        for (const text of consentTexts(request)) {
            msg.appendChild(document.createElement('p')).textContent = text;
        }
        const title = nls.localize(
            'theia/aws-accounts-plugin-ext/consent/title',
            'Let {0} use {1}?',
            request.extension.name,
            request.subject
        );
        const ok = nls.localizeByDefault('Allow');
        return await new ConfirmDialog({ title, msg, ok, cancel: Dialog.CANCEL }).open() === true;
    }
}

/** The sentences of the question. Pure. */
export function consentTexts({ extension, subject, detail, signsIn }: ConsentRequest): string[] {
    const asks = signsIn
        ? nls.localize(
              'theia/aws-accounts-plugin-ext/consent/signsIn',
              'The extension {0} ({1}) asks you to sign in with {2}.',
              extension.name,
              extension.id,
              subject
          )
        : nls.localize(
              'theia/aws-accounts-plugin-ext/consent/uses',
              'The extension {0} ({1}) asks to use {2}.',
              extension.name,
              extension.id,
              subject
          );
    const means = nls.localize(
        'theia/aws-accounts-plugin-ext/consent/means',
        'It can then call AWS as you, with temporary tokens or credentials of this connection, until you take that back with "{0}".',
        EXTENSION_ACCESS_LABEL
    );
    return [asks, ...detail ? [detail] : [], means];
}

export const EXTENSION_ACCESS_LABEL = nls.localize('theia/aws-accounts-plugin-ext/access/command', 'Manage Access of Extensions...');
