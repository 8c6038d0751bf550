/** Effect of a character while a command line is read. */
interface Reading {
    readonly words: string[];
    /** The word so far; `undefined` between words. */
    word?: string;
    quote?: string;
}

/**
 * Splits a command line into program and arguments as the AWS CLI does: by the quoting rules of the POSIX shell, and without a shell, so
 * nothing in it is expanded. In double quotes a backslash escapes `"` and `\` only; on Windows it never escapes anything else, since paths
 * are full of them.
 *
 * @returns `undefined` when a quotation does not end
 */
export function commandLineWords(line: string, windows = process.platform === 'win32'): string[] | undefined {
    const reading: Reading = { words: [] };
    for (let index = 0; index < line.length; index += 1) {
        const escaped = escapedAt(line, index, reading.quote, windows);
        if (escaped !== undefined) {
            reading.word = (reading.word ?? '') + escaped;
            index += 1;
        } else {
            take(line[index], reading, windows);
        }
    }
    if (reading.quote !== undefined) {
        return undefined;
    }
    return reading.word === undefined ? reading.words : [...reading.words, reading.word];
}

/** The character that a backslash at `index` stands for; `undefined` when there is no backslash, or it means itself. */
function escapedAt(line: string, index: number, quote: string | undefined, windows: boolean): string | undefined {
    const next = line.at(index + 1);
    if (line[index] !== '\\' || next === undefined || quote === '\'') {
        return undefined;
    }
    const escapable = quote === '"' ? next === '"' || !windows && next === '\\' : windows ? next === '"' : true;
    return escapable ? next : undefined;
}

function take(character: string, reading: Reading, windows: boolean): void {
    if (reading.quote !== undefined) {
        if (character === reading.quote) {
            reading.quote = undefined;
        } else {
            reading.word += character;
        }
    } else if (character === '"' || character === '\'' && !windows) {
        reading.quote = character;
        reading.word ??= '';
    } else if (/\s/.test(character)) {
        if (reading.word !== undefined) {
            reading.words.push(reading.word);
        }
        reading.word = undefined;
    } else {
        reading.word = (reading.word ?? '') + character;
    }
}
