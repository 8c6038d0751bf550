const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;
const NUMBER_SIGN = 35;
const COLON = 58;
const SEMICOLON = 59;
const EQUALS = 61;
const OPENING_BRACKET = 91;
const LAST_PRINTABLE = 126;

/**
 * A line of the usual form `key = value`, where every character is ASCII and none could begin a comment. One object reads line after line
 * in a text, and tells the places of the parts: that makes no garbage.
 */
export class PlainLine {

    keyStart = 0;
    keyEnd = 0;
    hasEquals = false;
    valueStart = 0;
    valueEnd = 0;

    get isEmpty(): boolean {
        return this.valueStart === this.valueEnd;
    }

    /** @returns whether the line from `start` to `end` is one; otherwise the places mean nothing */
    read(text: string, start: number, end: number): boolean {
        let first = start;
        while (first < end && text.charCodeAt(first) === SPACE) {
            first += 1;
        }
        const code = first < end ? text.charCodeAt(first) : LINE_FEED;
        if (code === OPENING_BRACKET || code === EQUALS || code === COLON || code <= SPACE) {
            return false;
        }
        const delimiter = delimiterOf(text, first, end);
        if (delimiter === -1) {
            return false;
        }
        this.keyStart = first;
        this.keyEnd = delimiter;
        while (isSpace(text.charCodeAt(this.keyEnd - 1))) {
            this.keyEnd -= 1;
        }
        this.hasEquals = text.charCodeAt(delimiter) === EQUALS;
        this.findValue(text, delimiter + 1, end);
        return true;
    }

    protected findValue(text: string, start: number, end: number): void {
        let [first, last] = [start, end];
        while (first < last && isSpace(text.charCodeAt(first))) {
            first += 1;
        }
        while (last > first && isSpace(text.charCodeAt(last - 1))) {
            last -= 1;
        }
        this.valueStart = first;
        this.valueEnd = last;
    }
}

/** The place of the first `=` or `:`; -1 when the line has none, or has characters that need a closer look. */
function delimiterOf(text: string, start: number, end: number): number {
    let delimiter = -1;
    for (let index = start; index < end; index += 1) {
        const code = text.charCodeAt(index);
        if (code > LAST_PRINTABLE || (code < SPACE && code !== TAB) || code === NUMBER_SIGN || code === SEMICOLON) {
            return -1;
        }
        if (delimiter === -1 && (code === EQUALS || code === COLON)) {
            delimiter = index;
        }
    }
    return delimiter;
}

function isSpace(code: number): boolean {
    return code === SPACE || code === TAB;
}
