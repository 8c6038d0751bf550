/** As much of what an extension says as leaves the question readable. */
const LONGEST_SAYING = 200;
const LONGEST_NAME = 80;

/** Breaks lines, cannot be seen, or turns the direction of what follows. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Characters that could end the quotation. */
const QUOTES = /["“”„‟«»〝〞〟＂]/g;

/** Words of an extension, inside quotation marks that they cannot end; `undefined`: it says nothing. */
export function quotedWords(words: string | undefined): string | undefined {
    const plain = onOneLine(words ?? '').replace(QUOTES, '\'');
    return plain === '' ? undefined : `“${shortened(plain, LONGEST_SAYING)}”`;
}

/** The name that an extension gives to itself, without what would make it look like a sentence of the dialog. */
export function extensionName(name: string): string {
    return shortened(onOneLine(name), LONGEST_NAME);
}

function onOneLine(text: string): string {
    return text.replace(UNSEEN, ' ').trim();
}

function shortened(text: string, longest: number): string {
    const characters = [...text];
    return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}
