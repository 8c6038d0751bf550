import type { IniBlock } from './ini-block';
import { FlawFinder } from './ini-flaws';
import { keyOf } from './ini-key';
import { scanLine, splitLines } from './ini-line';
import { BlockSection } from './ini-section';
import { PlainLine } from './plain-line';
import { SectionLayout } from './section-layout';
import { SectionName } from './section-name';
import { ValueLines } from './value-lines';

/** The header of the section that lines belong to. */
interface OpenHeader {
    readonly header: string;
    readonly line: number;
    readonly unclosed: boolean;
}

const NO_VALUES: readonly string[] = [];
const NO_SECTIONS: BlockSection[] = [];

/** Parses block after block. One parser for a file makes less garbage than one for each block. */
export class BlockParser {

    protected text = '';
    protected sections: BlockSection[] = [];
    /** Absent above the first header: entries there belong to no section. */
    protected header: OpenHeader | undefined;
    protected readonly noKeys = SectionLayout.begin();
    protected layout = this.noKeys;
    /** Those of the section are the first `count`: one array for all sections makes no garbage. */
    protected readonly values: string[] = [];
    protected count = 0;
    protected readonly valueLines = new ValueLines();
    protected readonly flaws = new FlawFinder();
    protected readonly plain = new PlainLine();
    /** That of the last key of the section. */
    protected indentation = 0;
    /** Key whose nested block the following, deeper indented lines belong to. */
    protected parent: { readonly key: string; readonly indentation: number } | undefined;
    protected line = 0;

    parse(block: string): IniBlock {
        this.text = block;
        this.line = 0;
        this.sections = NO_SECTIONS;
        this.beginSection(undefined);
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
            const values = this.count === 0 ? NO_VALUES : this.values.slice(0, this.count);
            const isUsual = !unclosed && SectionName.isUsual(header);
            const { layout, valueLines: { continuations, found } } = this;
            const section = new BlockSection(header, line, unclosed, isUsual, layout, values, continuations, found);
            // An array of one has no room for more, of which one that grew has a lot.
            if (this.sections.length === 0) {
                this.sections = [section];
            } else {
                this.sections.push(section);
            }
        }
    }

    protected beginSection(header: OpenHeader | undefined): void {
        this.header = header;
        this.layout = this.noKeys;
        this.count = 0;
        this.valueLines.reset();
        this.parent = undefined;
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
        this.valueLines.goOn(this.line, text, keyStart, end, keyStart - start, true);
        this.readKey(text.slice(keyStart, plain.keyEnd), isEmpty, keyStart - start, plain.hasEquals);
        this.add(this.layout.valueFrom(text, valueStart, valueEnd));
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
        this.endSection();
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
                this.endSection();
                this.beginSection({ header: content.header, line: this.line, unclosed: !content.closed });
                return;
            case 'text':
                this.flaws.text(content.indentation.length, this.line);
                if (this.count > 0 && content.indentation.length > this.indentation) {
                    this.valueLines.continue(this.count - 1, this.line);
                }
                this.valueLines.goOn(this.line, text, 0, text.length, content.indentation.length, false);
                return;
            case 'assignment':
                this.valueLines.goOn(this.line, text, 0, text.length, content.indentation.length, true);
                this.readKey(content.key, content.value === '', content.indentation.length, content.separator.includes('='));
                this.add(content.value);
        }
    }

    protected readKey(written: string, isEmpty: boolean, indentation: number, hasEquals: boolean): void {
        const name = keyOf(written);
        this.flaws.assignment(name, isEmpty, indentation, hasEquals, this.line);
        if (this.parent !== undefined && indentation <= this.parent.indentation) {
            this.parent = undefined;
        }
        this.layout = this.layout.followedBy(name, this.line, this.parent?.key);
        this.valueLines.note(this.count, isEmpty, indentation);
        this.indentation = indentation;
        if (this.parent === undefined && isEmpty) {
            this.parent = { key: name, indentation };
        }
    }

    /** Adds the value of the key that was read. */
    protected add(value: string): void {
        this.values[this.count] = value;
        this.count += 1;
    }
}
