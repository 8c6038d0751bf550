import { nls } from '@theia/core/lib/common/nls';
import type { RedirectReceipt } from '../../../common/sign-in/sign-in';

/** Text for a pasted address; it says what is wrong with the address and where the right one is. */
export function redirectText({ kind }: RedirectReceipt): string {
    switch (kind) {
        case 'accepted':
            return nls.localize('theia/aws-accounts/redirect/accepted', 'That is the right address. Finishing the sign-in...');
        case 'notAnAddress':
            return nls.localize(
                'theia/aws-accounts/redirect/notAnAddress',
                'This is not a web address. Copy all of the address bar of the page that could not be reached.'
            );
        case 'foreign':
            return nls.localize(
                'theia/aws-accounts/redirect/foreign',
                'This is the address of another page. The right one begins with http://127.0.0.1 and was shown after you allowed access.'
            );
        case 'wrongState':
            return nls.localize(
                'theia/aws-accounts/redirect/wrongState',
                'This address belongs to another sign-in. Open the AWS page from this dialog, and copy the address that it ends at.'
            );
        case 'incomplete':
            return nls.localize('theia/aws-accounts/redirect/incomplete', 'A part of the address is missing. Copy all of it.');
        case 'notWaiting':
            return nls.localize('theia/aws-accounts/redirect/notWaiting', 'This sign-in has ended. Start it again.');
    }
}

/** The same of the text that the last page of a console sign-in shows. */
export function consoleTextRemark(receipt: RedirectReceipt): string {
    switch (receipt.kind) {
        case 'accepted':
            return nls.localize('theia/aws-accounts/redirect/textAccepted', 'That is the right text. Finishing the sign-in...');
        case 'notAnAddress':
        case 'foreign':
        case 'incomplete':
            return nls.localize(
                'theia/aws-accounts/redirect/textIncomplete', 'This is not the whole text. Copy all of what the AWS page shows.'
            );
        case 'wrongState':
            return nls.localize(
                'theia/aws-accounts/redirect/textWrongState',
                'This text belongs to another sign-in. Open the AWS page from this dialog, and copy the text that it shows.'
            );
        case 'notWaiting':
            return redirectText(receipt);
    }
}
