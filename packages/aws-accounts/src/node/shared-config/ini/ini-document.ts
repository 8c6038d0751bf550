import { IniFlaw, findFlaws } from './ini-flaws';
import { IniLine, IniLineContent, scanLine, splitLines } from './ini-line';

/** One `key = value` line. */
export interface IniEntry {
    /** Lower-cased, as the AWS CLI reads it. Nested keys are joined with a dot: `s3.addressing_style`. */
    readonly key: string;
    readonly value: string;
    /** 1-based. */
    readonly line: number;
    /** Key of the nested block that the entry stands in. */
    readonly parent?: string;
    /** Lines that the AWS CLI reads as more of the value; the SDK ignores them. */
    readonly continuation: readonly number[];
}

export interface IniSection {
    /** The text between the brackets, untrimmed: the spaces count for other tools. */
    readonly header: string;
    readonly line: number;
    readonly entries: readonly IniEntry[];
    /** The header's bracket is not closed; no tool reads the section. */
    readonly unclosed: boolean;
}

/** A file, whole: byte order mark and lines, joined, are the text. */
export interface IniDocument {
    readonly byteOrderMark: string;
    readonly lines: readonly IniLine[];
    readonly sections: readonly IniSection[];
    readonly flaws: readonly IniFlaw[];
}

type Assignment = IniLineContent & { kind: 'assignment' };

/**
 * Parses a shared config or credentials file without losing anything of it. It accepts what either the AWS CLI or the SDK accepts, so that
 * nothing a person can use is hidden, and notes what one of them refuses. Source: "Shared config and credentials files", AWS SDKs and Tools
 * Reference Guide, and the measured behaviour of both.
 */
export function parseIni(text: string): IniDocument {
    const byteOrderMark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const lines = splitLines(text.slice(byteOrderMark.length));
    const contents = lines.map(line => scanLine(line.text));
    const sections = new SectionParser().parse(contents);
    return { byteOrderMark, lines, sections, flaws: findFlaws(byteOrderMark !== '', contents) };
}

interface OpenEntry extends IniEntry {
    readonly continuation: number[];
}

class SectionParser {

    protected readonly sections: (IniSection & { readonly entries: OpenEntry[] })[] = [];
    protected last: { entry: OpenEntry; indentation: number } | undefined;
    /** Key whose nested block the following, deeper indented lines belong to. */
    protected parent: { key: string; indentation: number } | undefined;

    parse(contents: readonly IniLineContent[]): IniSection[] {
        contents.forEach((content, index) => this.read(content, index + 1));
        return this.sections;
    }

    protected read(content: IniLineContent, line: number): void {
        switch (content.kind) {
            case 'blank':
            case 'comment':
                return;
            case 'section':
                this.sections.push({ header: content.header, line, entries: [], unclosed: !content.closed });
                this.last = undefined;
                this.parent = undefined;
                return;
            case 'text':
                if (this.last !== undefined && content.indentation.length > this.last.indentation) {
                    this.last.entry.continuation.push(line);
                }
                return;
            case 'assignment':
                this.readAssignment(content, line);
        }
    }

    protected readAssignment({ key: rawKey, value, indentation }: Assignment, line: number): void {
        if (this.parent !== undefined && indentation.length <= this.parent.indentation) {
            this.parent = undefined;
        }
        const parent = this.parent?.key;
        const name = rawKey.toLowerCase();
        const entry: OpenEntry = { key: parent === undefined ? name : `${parent}.${name}`, value, line, parent, continuation: [] };
        this.sections.at(-1)?.entries.push(entry);
        this.last = { entry, indentation: indentation.length };
        if (parent === undefined && value === '') {
            this.parent = { key: name, indentation: indentation.length };
        }
    }
}
