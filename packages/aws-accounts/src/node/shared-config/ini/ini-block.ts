import { FlawFinder, IniFlaw } from './ini-flaws';
import { keyOf } from './ini-key';
import { scanLine, splitLines } from './ini-line';
import type { BlockSection, IniEntry } from './ini-section';

/**
 * The text from one section header at the start of a line to the next, parsed. Nothing in it depends on what stands above, so that it
 * stays valid wherever the text stands.
 */
export interface IniBlock {
    readonly lineCount: number;
    /** Further ones have an indented header. */
    readonly sections: readonly BlockSection[];
    /** Without duplicate sections, which a block cannot know. */
    readonly flaws: readonly IniFlaw[];
}

interface OpenEntry extends IniEntry {
    continuation: readonly number[];
}

const NONE: readonly number[] = [];
const NO_ENTRIES: readonly IniEntry[] = [];
const TAB = 9;
const LINE_FEED = 10;
const SPACE = 32;
const NUMBER_SIGN = 35;
const COLON = 58;
const SEMICOLON = 59;
const EQUALS = 61;
const OPENING_BRACKET = 91;
const LAST_PRINTABLE = 126;

/** Parses block after block. One parser for a file makes less garbage than one for each block. */
export class BlockParser {

    protected text = '';
    protected sections: BlockSection[] = [];
    /** The section that the lines belong to, without its entries; entries above the first header belong to none. */
    protected header: Omit<BlockSection, 'entries'> | undefined;
    protected readonly entries: OpenEntry[] = [];
    protected readonly flaws = new FlawFinder();
    protected entry: OpenEntry | undefined;
    protected indentation = 0;
    /** Key whose nested block the following, deeper indented lines belong to. */
    protected parent: { readonly key: string; readonly indentation: number } | undefined;
    protected line = 0;

    parse(block: string): IniBlock {
        this.text = block;
        this.line = 0;
        this.entry = undefined;
        this.parent = undefined;
        this.sections = [];
        this.header = undefined;
        this.entries.length = 0;
        this.flaws.reset();
        if (this.text.includes('\r')) {
            splitLines(this.text).forEach(({ text, end }) => text !== '' || end !== '' ? this.read(text) : undefined);
        } else {
            this.parseLines();
        }
        this.endSection();
        return { lineCount: this.line, sections: this.sections, flaws: this.flaws.flaws };
    }

    protected endSection(): void {
        if (this.header !== undefined) {
            const { header, line, unclosed } = this.header;
            this.sections.push({ header, line, entries: this.entries.length === 0 ? NO_ENTRIES : this.entries.slice(), unclosed });
        }
        this.entries.length = 0;
    }

    protected beginSection(header: string, unclosed: boolean): void {
        this.endSection();
        this.header = { header, line: this.line, unclosed };
        this.entry = undefined;
        this.parent = undefined;
    }

    protected parseLines(): void {
        const { text } = this;
        for (let start = 0; start < text.length;) {
            const found = text.indexOf('\n', start);
            const end = found === -1 ? text.length : found;
            if (!this.readPlain(start, end)) {
                this.read(text.slice(start, end));
            }
            start = end + 1;
        }
    }

    /**
     * Reads a line of the usual form `key = value`, where every character is ASCII and none could begin a comment.
     *
     * @returns whether the line is one
     */
    protected readPlain(start: number, end: number): boolean {
        const { text } = this;
        let first = start;
        while (first < end && text.charCodeAt(first) === SPACE) {
            first += 1;
        }
        const code = first < end ? text.charCodeAt(first) : LINE_FEED;
        if (code === OPENING_BRACKET || code === EQUALS || code === COLON || code <= SPACE) {
            return false;
        }
        const delimiter = this.delimiterOfPlain(first, end);
        if (delimiter === -1) {
            return false;
        }
        let keyEnd = delimiter;
        while (isSpace(text.charCodeAt(keyEnd - 1))) {
            keyEnd -= 1;
        }
        let valueStart = delimiter + 1;
        let valueEnd = end;
        while (valueStart < valueEnd && isSpace(text.charCodeAt(valueStart))) {
            valueStart += 1;
        }
        while (valueEnd > valueStart && isSpace(text.charCodeAt(valueEnd - 1))) {
            valueEnd -= 1;
        }
        this.line += 1;
        const hasEquals = text.charCodeAt(delimiter) === EQUALS;
        this.readAssignment(text.slice(first, keyEnd), text.slice(valueStart, valueEnd), first - start, hasEquals);
        return true;
    }

    /** The place of the first `=` or `:`; -1 when the line has none, or has characters that need a closer look. */
    protected delimiterOfPlain(start: number, end: number): number {
        const { text } = this;
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

    protected read(text: string): void {
        this.line += 1;
        const content = scanLine(text);
        switch (content.kind) {
            case 'blank':
            case 'comment':
                return;
            case 'section':
                this.flaws.section(content, this.line);
                this.beginSection(content.header, !content.closed);
                return;
            case 'text':
                this.flaws.text(content.indentation.length, this.line);
                if (this.entry !== undefined && content.indentation.length > this.indentation) {
                    this.entry.continuation = [...this.entry.continuation, this.line];
                }
                return;
            case 'assignment':
                this.readAssignment(content.key, content.value, content.indentation.length, content.separator.includes('='));
        }
    }

    protected readAssignment(written: string, value: string, indentation: number, hasEquals: boolean): void {
        const name = keyOf(written);
        this.flaws.assignment(name, value === '', indentation, hasEquals, this.line);
        if (this.parent !== undefined && indentation <= this.parent.indentation) {
            this.parent = undefined;
        }
        const parent = this.parent?.key;
        const key = parent === undefined ? name : `${parent}.${name}`;
        this.entry = { key, value, line: this.line, parent, continuation: NONE };
        this.entries.push(this.entry);
        this.indentation = indentation;
        if (parent === undefined && value === '') {
            this.parent = { key: name, indentation };
        }
    }
}

function isSpace(code: number): boolean {
    return code === SPACE || code === TAB;
}
