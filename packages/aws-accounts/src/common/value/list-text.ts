import { nls } from '@theia/core/lib/common/nls';

/** Names as a part of a sentence, in the person's language: `A, B, and C`. */
export function listText(names: readonly string[]): string {
    return format(names, 'conjunction');
}

/** The same where one of them is meant: `A, B, or C`. */
export function choiceText(names: readonly string[]): string {
    return format(names, 'disjunction');
}

function format(names: readonly string[], type: 'conjunction' | 'disjunction'): string {
    return new Intl.ListFormat(nls.locale ?? 'en', { type }).format(names);
}
