import { nls } from '@theia/core/lib/common/nls';

/** The state of a use whose service takes the sign-in and refuses the person. */
export function refusedText(): string {
    return nls.localize('theia/aws-accounts/refusal/state', 'refused by the service');
}

/** Says what the service said, and what helps. @param service its name @param words as it said them: shown literally */
export function refusalFacts(service: string, words: string): string {
    return nls.localize(
        'theia/aws-accounts/refusal/facts',
        '{0} says: {1}\nThe sign-in itself works. Ask the administrator of your organization for access to {0}, or choose another sign-in.',
        service,
        words
    );
}
