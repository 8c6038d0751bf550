import type { IniBlock } from './ini-block';
import { FlawFinder } from './ini-flaws';
import { keyOf } from './ini-key';
import { scanLine, splitLines } from './ini-line';
import type { BlockSection } from './ini-section';
import { OpenHeader, OpenSection } from './open-section';
import { PlainLine } from './plain-line';
import { SectionName } from './section-name';

const NO_SECTIONS: BlockSection[] = [];

/** Parses block after block. One parser for a file makes less garbage than one for each block. */
export class BlockParser {

    protected text = '';
    protected sections: BlockSection[] = [];
    protected readonly open = new OpenSection();
    protected readonly flaws = new FlawFinder();
    protected readonly plain = new PlainLine();
    protected line = 0;

    parse(block: string): IniBlock {
        this.text = block;
        this.line = 0;
        this.sections = NO_SECTIONS;
        this.open.begin(undefined);
        this.flaws.reset();
        if (this.text.includes('\r')) {
            splitLines(this.text).forEach(({ text, end }) => text !== '' || end !== '' ? this.read(text) : undefined);
        } else {
            this.parseLines();
        }
        this.endSection();
        return { lineCount: this.line, sections: this.sections, flaws: this.flaws.flaws };
    }

    protected beginSection(header: OpenHeader): void {
        this.endSection();
        this.open.begin(header);
    }

    protected endSection(): void {
        const section = this.open.end();
        if (section === undefined) {
            return;
        }
        // An array of one has no room for more, of which one that grew has a lot.
        if (this.sections.length === 0) {
            this.sections = [section];
        } else {
            this.sections.push(section);
        }
    }

    protected parseLines(): void {
        const { text } = this;
        for (let start = 0; start < text.length;) {
            const found = text.indexOf('\n', start);
            const end = found === -1 ? text.length : found;
            if (!this.readPlain(start, end) && !this.readPlainHeader(start, end)) {
                this.read(text.slice(start, end));
            }
            start = end + 1;
        }
    }

    /** @returns whether the line is one of the usual form */
    protected readPlain(start: number, end: number): boolean {
        const { text, plain } = this;
        if (!plain.read(text, start, end)) {
            return false;
        }
        this.line += 1;
        const { isEmpty, keyStart, valueStart, valueEnd } = plain;
        const [name, indentation] = [keyOf(text.slice(keyStart, plain.keyEnd)), keyStart - start];
        this.flaws.assignment(name, isEmpty, indentation, plain.hasEquals, this.line);
        this.open.key(name, isEmpty, indentation, this.line, text, keyStart, end);
        this.open.valueFrom(text, valueStart, valueEnd);
        return true;
    }

    /** @returns whether the line is a header in the usual spelling, alone in its line */
    protected readPlainHeader(start: number, end: number): boolean {
        const { text } = this;
        if (text[start] !== '[' || text[end - 1] !== ']') {
            return false;
        }
        const header = text.slice(start + 1, end - 1);
        if (!SectionName.isUsual(header)) {
            return false;
        }
        this.line += 1;
        this.flaws.section({ kind: 'section', indentation: '', header, closed: true, tail: '' }, this.line);
        this.beginSection({ header, line: this.line, unclosed: false });
        return true;
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
                this.beginSection({ header: content.header, line: this.line, unclosed: !content.closed });
                return;
            case 'text':
                this.flaws.text(content.indentation.length, this.line);
                this.open.text(text, content.indentation.length, this.line);
                return;
            case 'assignment': {
                const [name, isEmpty, indentation] = [keyOf(content.key), content.value === '', content.indentation.length];
                this.flaws.assignment(name, isEmpty, indentation, content.separator.includes('='), this.line);
                this.open.key(name, isEmpty, indentation, this.line, text, 0, text.length);
                this.open.value(content.value);
            }
        }
    }
}
