import { atOnce } from '../../process/slices';
import { IniBlock, parseBlock } from './ini-block';
import type { IniFlaw } from './ini-flaws';
import { IniLine, splitLines } from './ini-line';
import { IniSection } from './ini-section';

export { IniEntry, IniSection } from './ini-section';

interface PlacedBlock {
    readonly block: IniBlock;
    /** The number of lines above it. */
    readonly above: number;
    readonly sections: readonly IniSection[];
}

/** A file, whole: byte order mark and lines, joined, are the text. */
export class IniDocument {

    protected split: readonly IniLine[] | undefined;

    constructor(
        readonly byteOrderMark: string,
        protected readonly text: string,
        readonly sections: readonly IniSection[],
        readonly flaws: readonly IniFlaw[],
        /** By their text. */
        readonly blocks: ReadonlyMap<string, PlacedBlock>
    ) { }

    get lines(): readonly IniLine[] {
        return this.split ??= splitLines(this.text);
    }
}

/**
 * Parses a shared config or credentials file without losing anything of it. It accepts what either the AWS CLI or the SDK accepts, so that
 * nothing a person can use is hidden, and notes what one of them refuses. Source: "Shared config and credentials files", AWS SDKs and Tools
 * Reference Guide, and the measured behaviour of both.
 */
export function parseIni(text: string, known?: IniDocument): IniDocument {
    return atOnce(parsing(text, known));
}

/**
 * The same with a pause after each block.
 *
 * @param known an earlier document: a block of it that is still there is not parsed again, and its sections stay the same objects where
 * they have not moved
 */
export function* parsing(text: string, known?: IniDocument): Generator<void, IniDocument> {
    const byteOrderMark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const assembly = new Assembly(known);
    const whole = text.slice(byteOrderMark.length);
    for (let start = 0; start < whole.length;) {
        const end = endOfBlock(whole, start);
        assembly.add(whole.slice(start, end));
        start = end;
        yield;
    }
    const { sections, flaws, blocks } = assembly;
    return new IniDocument(byteOrderMark, whole, sections, byteOrderMark === '' ? flaws : [{ line: 1, kind: 'byteOrderMark' }, ...flaws], blocks);
}

/** The next place where a line begins with a bracket. */
function endOfBlock(text: string, start: number): number {
    for (let index = text.indexOf('[', start + 1); index !== -1; index = text.indexOf('[', index + 1)) {
        const before = text[index - 1];
        if (before === '\n' || before === '\r') {
            return index;
        }
    }
    return text.length;
}

class Assembly {

    readonly sections: IniSection[] = [];
    readonly flaws: IniFlaw[] = [];
    readonly blocks = new Map<string, PlacedBlock>();
    /** The lines in which they stood first. */
    protected readonly headers = new Map<string, number>();
    protected lines = 0;

    constructor(protected readonly known: IniDocument | undefined) { }

    add(text: string): void {
        const placed = this.place(text);
        placed.sections.forEach(section => this.sections.push(section));
        this.addFlaws(placed.block);
        this.lines += placed.block.lineCount;
    }

    protected place(text: string): PlacedBlock {
        const known = this.blocks.get(text) ?? this.known?.blocks.get(text);
        if (known?.above === this.lines) {
            this.blocks.set(text, known);
            return known;
        }
        // A text of its own: as a part of the file it would keep all of the file in memory for as long as the block is known.
        const own = this.known && known === undefined ? Buffer.from(text, 'utf16le').toString('utf16le') : text;
        const block = known?.block ?? parseBlock(own);
        const placed = { block, above: this.lines, sections: block.sections.map(section => new IniSection(section, this.lines)) };
        this.blocks.set(own, placed);
        return placed;
    }

    /** In the order of the lines. A header is a duplicate of any that stands above it, unless something worse is wrong with it. */
    protected addFlaws({ flaws, sections }: IniBlock): void {
        const all = flaws.map(flaw => moved(flaw, this.lines));
        for (const { header, line } of sections) {
            const kind = flaws.length === 0 ? undefined : flaws.find(flaw => flaw.line === line)?.kind;
            if (kind === 'misleadingIndentation') {
                continue;
            }
            const other = this.headers.get(header);
            if (kind === undefined && other !== undefined) {
                all.push({ line: line + this.lines, kind: 'duplicateSection', other });
            }
            this.headers.set(header, other ?? line + this.lines);
        }
        all.sort((one, next) => one.line - next.line).forEach(flaw => this.flaws.push(flaw));
    }
}

function moved({ line, kind, other }: IniFlaw, lines: number): IniFlaw {
    return { line: line + lines, kind, ...other !== undefined && { other: other + lines } };
}
