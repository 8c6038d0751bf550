import { nls } from '@theia/core/lib/common/nls';

/** Labels of the buttons that lead a person to the page of AWS. */
export namespace PageLabels {

    export const open = (): string => nls.localize('theia/aws-accounts/code/open', 'Open AWS Page');
    export const copied = (): string => nls.localize('theia/aws-accounts/code/copied', 'Copied');
    export const copyLink = (): string => nls.localize('theia/aws-accounts/code/copyLink', 'Copy Link');
}
