/**
 * Splits a command line into program and arguments as the AWS CLI does on this kind of machine, without a shell, so nothing in it is
 * expanded.
 *
 * @returns `undefined` when a quotation does not end
 */
export function commandLineWords(line: string, windows = process.platform === 'win32'): string[] | undefined {
    return windows ? windowsWords(line) : posixWords(line);
}

/** Characters, escaped characters and quoted parts without white space between them. */
const POSIX_WORD = /(?:[^ \t\r\n"'\\]|\\[^]|"(?:[^"\\]|\\[^])*"|'[^']*')+/g;

/**
 * The words of a text by the quoting rules of the POSIX shell, which is how the AWS CLI reads commands and section headers. White space is
 * ASCII's, and a quotation behind a dollar sign is an ordinary one. Source: "Shell Command Language", POSIX.1-2017 XCU 2.2.
 *
 * @returns `undefined` when a quotation does not end, or a backslash has nothing to escape
 */
export function posixWords(text: string): string[] | undefined {
    const isWhole = /^[ \t\r\n]*$/.test(text.replace(POSIX_WORD, ''));
    return isWhole ? (text.match(POSIX_WORD) ?? []).map(withoutQuotes) : undefined;
}

function withoutQuotes(word: string): string {
    return word.replace(/"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])/g, (_match, double?: string, single?: string, escaped?: string) =>
        double?.replace(/\\(["\\])/g, '$1') ?? single ?? escaped ?? '');
}

/**
 * A backslash escapes nothing but a double quote, since paths are full of them; a single quote is a character like any other.
 * Source: "Parsing C++ command-line arguments", Microsoft C++ documentation.
 */
function windowsWords(line: string): string[] | undefined {
    const words: string[] = [];
    let word: string | undefined;
    let quoted = false;
    for (const [part, backslashes, quote] of line.matchAll(/(\\*)(")|[ \t]|\\+|[^\\" \t]+/g)) {
        if (quote !== undefined) {
            const isLiteral = backslashes.length % 2 === 1;
            word = (word ?? '') + '\\'.repeat(backslashes.length >> 1) + (isLiteral ? quote : '');
            quoted = quoted !== !isLiteral;
        } else if (/^[ \t]$/.test(part) && !quoted) {
            words.push(...word === undefined ? [] : [word]);
            word = undefined;
        } else {
            word = (word ?? '') + part;
        }
    }
    return quoted ? undefined : [...words, ...word === undefined ? [] : [word]];
}
