import { BlockParser } from './block-parser';
import type { IniBlock } from './ini-block';
import { IniSection } from './ini-section';

/** Blocks between two pauses: a few microseconds each. */
const BLOCKS_AT_ONCE = 16;
/** The same for sections that have moved. */
const MOVED_AT_ONCE = 4_096;

/** The blocks of a text in their order. Joined, they are the text. */
export interface PlacedBlocks {
    readonly text: string;
    readonly blocks: readonly IniBlock[];
    /** The place in the text where each begins. */
    readonly starts: readonly number[];
    /** The number of lines above each. */
    readonly above: readonly number[];
    /** The sections of all blocks. */
    readonly sections: readonly IniSection[];
    /** Without the empty line after a last line that has an end. */
    readonly lineCount: number;
}

/** A block and its sections where they stood. */
export interface PlacedBlock {
    readonly block: IniBlock;
    readonly above: number;
    readonly sections: readonly IniSection[];
}

/** Lists the blocks of a text one after the other, parsed anew or taken over from the blocks of another text. */
export class BlockAssembly {

    protected blocks: IniBlock[] = [];
    protected starts: number[] = [];
    protected above: number[] = [];
    protected sections: IniSection[] = [];
    protected lineCount = 0;
    protected readonly parser = new BlockParser();
    /** The blocks up to here are listed. */
    protected position = 0;

    constructor(protected readonly text: string) { }

    get placed(): PlacedBlocks {
        const { text, blocks, starts, above, sections, lineCount } = this;
        return { text, blocks, starts, above, sections, lineCount };
    }

    get count(): number {
        return this.blocks.length;
    }

    /** Parses the text up to `end`, except for the blocks that are `known` by their text. */
    *parse(end: number, known?: ReadonlyMap<string, PlacedBlock>): Generator<void> {
        for (let blocks = 1; this.position < end; blocks += 1) {
            const next = endOfBlock(this.text, this.position);
            const text = this.text.slice(this.position, next);
            const found = known?.get(text);
            const block = found?.block ?? this.parser.parse(known ? ownText(text) : text);
            this.add(block, next, found?.above === this.lineCount ? found.sections : undefined);
            if (blocks % BLOCKS_AT_ONCE === 0) {
                yield;
            }
        }
    }

    /**
     * Takes over the blocks of `list` from one index to another, which stand in the text where the last one ended. All of them are copied
     * at once, so that thousands cost little.
     */
    *keep(list: PlacedBlocks, from: number, to: number): Generator<void> {
        if (from === to) {
            return;
        }
        const [moved, lines] = [this.position - list.starts[from], this.lineCount - list.above[from]];
        const section = countSections(list, 0, from);
        const sections = list.sections.slice(section, section + countSections(list, from, to));
        this.blocks = this.blocks.concat(list.blocks.slice(from, to));
        this.starts = this.starts.concat(shifted(list.starts.slice(from, to), moved));
        this.above = this.above.concat(shifted(list.above.slice(from, to), lines));
        this.position = (list.starts.at(to) ?? list.text.length) + moved;
        this.lineCount = (list.above.at(to) ?? list.lineCount) + lines;
        yield;
        if (lines === 0) {
            this.sections = this.sections.concat(sections);
        } else {
            yield* this.move(sections, lines);
        }
    }

    protected *move(sections: readonly IniSection[], lines: number): Generator<void> {
        for (const { inBlock, above } of sections) {
            this.sections.push(new IniSection(inBlock, above + lines));
            if (this.sections.length % MOVED_AT_ONCE === 0) {
                yield;
            }
        }
    }

    protected add(block: IniBlock, end: number, known: readonly IniSection[] | undefined): void {
        this.blocks.push(block);
        this.starts.push(this.position);
        this.above.push(this.lineCount);
        const { sections } = block;
        for (let index = 0; index < sections.length; index += 1) {
            this.sections.push(known?.[index] ?? new IniSection(sections[index], this.lineCount));
        }
        this.lineCount += block.lineCount;
        this.position = end;
    }
}

/** The number of sections in the blocks from one index to another. */
export function countSections({ blocks }: PlacedBlocks, from: number, to: number): number {
    let count = 0;
    for (let index = from; index < to; index += 1) {
        count += blocks[index].sections.length;
    }
    return count;
}

function shifted(numbers: readonly number[], by: number): readonly number[] {
    return by === 0 ? numbers : numbers.map(number => number + by);
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

/** The same text, which as a part of the file would keep all of the file in memory for as long as the block is known. */
function ownText(text: string): string {
    return Buffer.from(text, 'utf16le').toString('utf16le');
}
