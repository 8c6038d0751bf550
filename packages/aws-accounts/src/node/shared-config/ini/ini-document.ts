import { atOnce } from '../../process/slices';
import { BlockParser, IniBlock } from './ini-block';
import type { IniFlaw } from './ini-flaws';
import { IniLine, splitLines } from './ini-line';
import { IniSection } from './ini-section';

export { IniEntry, IniSection } from './ini-section';

/** Blocks between two pauses: a few microseconds each. */
const BLOCKS_AT_ONCE = 16;

interface PlacedBlock {
    readonly block: IniBlock;
    /** The number of lines above it. */
    readonly above: number;
    readonly sections: readonly IniSection[];
}

interface BlockPlace {
    /** The number of lines above it. */
    readonly above: number;
    /** Where it is in the text. */
    readonly start: number;
    readonly end: number;
}

/** A line and the place of its first character in the text. */
export interface PlacedLine extends IniLine {
    readonly start: number;
}

/** A file, whole: byte order mark and lines, joined, are the text. */
export class IniDocument {

    protected split: readonly IniLine[] | undefined;

    constructor(
        readonly byteOrderMark: string,
        /** Without the byte order mark. */
        readonly text: string,
        readonly sections: readonly IniSection[],
        readonly flaws: readonly IniFlaw[],
        /** By their text. */
        readonly blocks: ReadonlyMap<string, PlacedBlock>,
        protected readonly places: readonly BlockPlace[],
        /** Without the empty line after a last line that has an end. */
        readonly lineCount: number
    ) { }

    get lines(): readonly IniLine[] {
        return this.split ??= splitLines(this.text);
    }

    /** One line, without splitting the others. @param line from 1 to `lineCount` */
    line(line: number): PlacedLine {
        const place = this.places[this.indexOfBlock(line)] ?? { above: 0, start: 0, end: this.text.length };
        const lines = splitLines(this.text.slice(place.start, place.end));
        const found = lines[line - 1 - place.above] ?? { text: '', end: '' };
        const above = lines.slice(0, line - 1 - place.above);
        const start = above.reduce((offset, { text, end }) => offset + text.length + end.length, place.start);
        return { ...found, start };
    }

    /** The last block that begins above the end of the line. */
    protected indexOfBlock(line: number): number {
        let [low, high] = [0, this.places.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.places[middle].above < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
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
 * The same with a pause after some blocks.
 *
 * @param known an earlier document: a block of it that is still there is not parsed again, and its sections stay the same objects where
 * they have not moved
 */
export function* parsing(text: string, known?: IniDocument): Generator<void, IniDocument> {
    const byteOrderMark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const whole = text.slice(byteOrderMark.length);
    if (known?.text === whole && known.byteOrderMark === byteOrderMark) {
        return known;
    }
    const assembly = new Assembly(known);
    let blocks = 0;
    for (let start = 0; start < whole.length;) {
        const end = endOfBlock(whole, start);
        assembly.add(whole.slice(start, end), start);
        start = end;
        if ((blocks += 1) % BLOCKS_AT_ONCE === 0) {
            yield;
        }
    }
    const flaws: readonly IniFlaw[] = byteOrderMark === '' ? assembly.flaws : [{ line: 1, kind: 'byteOrderMark' }, ...assembly.flaws];
    return new IniDocument(byteOrderMark, whole, assembly.sections, flaws, assembly.blocks, assembly.places, assembly.lines);
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
    protected readonly parser = new BlockParser();
    readonly places: BlockPlace[] = [];
    lines = 0;

    constructor(protected readonly known: IniDocument | undefined) { }

    add(text: string, start: number): void {
        this.places.push({ above: this.lines, start, end: start + text.length });
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
        const block = known?.block ?? this.parser.parse(own);
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
