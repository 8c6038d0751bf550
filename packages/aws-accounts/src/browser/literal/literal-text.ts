/** ASCII punctuation, all of which Markdown lets a backslash stand before (CommonMark 0.31.2, section 2.4). */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** The beginnings of an icon, `$(name)`, and of the address of a link, `[text](address)`. */
const LABEL_MARKUP = /\$(?=\()|\](?=\()/g;
/** Takes no room and joins what is beside it (U+2060): neither syntax has a way to escape its beginning everywhere. */
const WORD_JOINER = '\u2060';

/** Text as somebody typed it, for places that would read more than letters in it. */
export namespace LiteralText {

    /** `text` so that Markdown renders it as it is: no link, image, emphasis or markup of any kind. */
    export function inMarkdown(text: string): string {
        return text.replace(PUNCTUATION, '\\$&');
    }

    /** `text` so that quick inputs and the status bar, which draw `$(icons)` and links, show it as it is. */
    export function inLabel(text: string): string {
        return text.replace(LABEL_MARKUP, `$&${WORD_JOINER}`);
    }
}
