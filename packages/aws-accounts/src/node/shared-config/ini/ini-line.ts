/** One line of a file with the characters that end it: joined, the lines are the file. */
export interface IniLine {
    readonly text: string;
    readonly end: '' | '\n' | '\r\n' | '\r';
}

/** Parsed line. The parts of an assignment, joined in this order, are the line. */
export type IniLineContent =
    | { readonly kind: 'blank' }
    | { readonly kind: 'comment' }
    /**
     * `header` stands between the brackets, untrimmed; without `closed` the bracket is missing; `tail` is text after it that is no comment.
     */
    | { readonly kind: 'section'; readonly indentation: string; readonly header: string; readonly closed: boolean; readonly tail: string }
    | {
        readonly kind: 'assignment';
        readonly indentation: string;
        readonly key: string;
        /** The `=` (the AWS CLI also takes `:`) with the spaces around it. */
        readonly separator: string;
        readonly value: string;
        /** Spaces after the value. */
        readonly tail: string;
    }
    | { readonly kind: 'text'; readonly indentation: string };

/** Splits at LF, CR LF and CR. The last line is empty when the text ends with a line end. */
export function splitLines(text: string): IniLine[] {
    const parts = text.split(/(\r\n|\n|\r)/);
    const lines: IniLine[] = [];
    for (let index = 0; index < parts.length; index += 2) {
        lines.push({ text: parts[index], end: (parts[index + 1] ?? '') as IniLine['end'] });
    }
    return lines;
}

export function joinLines(lines: readonly IniLine[]): string {
    return lines.map(({ text, end }) => text + end).join('');
}

/**
 * Reads one line. As in the AWS CLI only a whole line is a comment: `#` and `;` behind a value or in the name of a section belong to it,
 * although the SDK ends its reading there. A shorter value would be another command, another account or another region.
 */
export function scanLine(text: string): IniLineContent {
    const code = text.trimEnd();
    const start = code.length - code.trimStart().length;
    const indentation = code.slice(0, start);
    switch (code[start]) {
        case undefined:
            return { kind: 'blank' };
        case '#':
        case ';':
            return { kind: 'comment' };
        case '[':
            return scanSection(indentation, code.slice(start));
        default: {
            const delimiter = code.search(/[=:]/);
            return delimiter <= start ? { kind: 'text', indentation } : scanAssignment(text, code, start, delimiter);
        }
    }
}

/** Line as the SDK sees it: nothing from white space and `#` or `;` on. */
export function seenBySdk(text: string): string {
    return text.split(/(?:^|\s)[#;]/)[0].trimEnd();
}

function scanSection(indentation: string, code: string): IniLineContent {
    const end = code.lastIndexOf(']');
    const tail = end === -1 ? '' : code.slice(end + 1);
    return {
        kind: 'section',
        indentation,
        header: code.slice(1, end === -1 ? undefined : end),
        closed: end !== -1,
        tail: /^\s*[#;]/.test(tail) ? '' : tail.trim()
    };
}

function scanAssignment(text: string, code: string, start: number, delimiter: number): IniLineContent {
    const key = code.slice(start, delimiter).trimEnd();
    const afterDelimiter = code.slice(delimiter + 1);
    const value = afterDelimiter.trim();
    const valueAt = delimiter + 1 + (afterDelimiter.length - afterDelimiter.trimStart().length);
    return {
        kind: 'assignment',
        indentation: code.slice(0, start),
        key,
        separator: text.slice(start + key.length, valueAt),
        value,
        tail: text.slice(valueAt + value.length)
    };
}
