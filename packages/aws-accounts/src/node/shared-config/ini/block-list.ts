import { BlockParser } from './block-parser';
import { CommonEnds, countBelow } from './common-ends';
import { FlawList } from './flaw-list';
import type { IniBlock } from './ini-block';
import type { IniFlaw } from './ini-flaws';
import { IniSection } from './ini-section';

/** Blocks between two pauses: a few microseconds each. */
const BLOCKS_AT_ONCE = 16;
/** The same for blocks that are known, which take far less. */
const KNOWN_BLOCKS_AT_ONCE = 512;

/** The blocks of a text in their order. Joined, they are the text. */
export interface BlockList {
    readonly text: string;
    readonly blocks: readonly IniBlock[];
    /** The place in the text where each begins. */
    readonly starts: readonly number[];
    /** The number of lines above each. */
    readonly above: readonly number[];
    /** The sections of all blocks. */
    readonly sections: readonly IniSection[];
    readonly flaws: readonly IniFlaw[];
    /** Without the empty line after a last line that has an end. */
    readonly lineCount: number;
}

/** A block and its sections where they stood. */
interface PlacedBlock {
    readonly block: IniBlock;
    readonly above: number;
    readonly sections: readonly IniSection[];
}

/**
 * Lists the blocks of a text, with a pause after some of them.
 *
 * @param known the blocks of an earlier text: one that is still there is not parsed again, and its sections stay the same objects where
 * they have not moved
 */
export function* listBlocks(text: string, known?: BlockList): Generator<void, BlockList> {
    const assembly = new Assembly(text);
    if (known === undefined) {
        yield* assembly.parse(text.length);
        return assembly.list;
    }
    const { start, end } = CommonEnds.of(known.text, text);
    // A block ends where the next one begins: that bracket has to be the same too, and so has the line end before it.
    const changed = Math.max(0, countBelow(known.starts, start) - 1);
    const unchanged = countBelow(known.starts, known.text.length - end + 1);
    yield* assembly.keep(known, 0, changed);
    const rest = (known.starts.at(unchanged) ?? known.text.length) + text.length - known.text.length;
    yield* assembly.parse(rest, placedBlocks(known, changed, unchanged));
    yield* assembly.keep(known, unchanged, known.blocks.length);
    return assembly.list;
}

function placedBlocks(known: BlockList, from: number, to: number): ReadonlyMap<string, PlacedBlock> {
    const placed = new Map<string, PlacedBlock>();
    let section = countSections(known, 0, from);
    for (let index = from; index < to; index += 1) {
        const block = known.blocks[index];
        const sections = known.sections.slice(section, section += block.sections.length);
        placed.set(known.text.slice(known.starts[index], known.starts[index + 1]), { block, above: known.above[index], sections });
    }
    return placed;
}

function countSections({ blocks }: BlockList, from: number, to: number): number {
    let count = 0;
    for (let index = from; index < to; index += 1) {
        count += blocks[index].sections.length;
    }
    return count;
}

class Assembly {

    protected readonly blocks: IniBlock[] = [];
    protected readonly starts: number[] = [];
    protected readonly above: number[] = [];
    protected readonly sections: IniSection[] = [];
    protected readonly flaws = new FlawList();
    protected lineCount = 0;
    protected readonly parser = new BlockParser();
    /** The blocks up to here are listed. */
    protected position = 0;

    constructor(protected readonly text: string) { }

    get list(): BlockList {
        const { text, blocks, starts, above, sections, lineCount } = this;
        return { text, blocks, starts, above, sections, flaws: this.flaws.all, lineCount };
    }

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

    /** Takes over the blocks of `list` from one index to another, which stand in the text where the last one ended. */
    *keep(list: BlockList, from: number, to: number): Generator<void> {
        const moves = this.position - (list.starts.at(from) ?? 0);
        let section = countSections(list, 0, from);
        for (let index = from; index < to; index += 1) {
            const block = list.blocks[index];
            const sections = list.sections.slice(section, section += block.sections.length);
            const end = (list.starts.at(index + 1) ?? list.text.length) + moves;
            this.add(block, end, list.above[index] === this.lineCount ? sections : undefined);
            if (index % KNOWN_BLOCKS_AT_ONCE === 0) {
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
        this.flaws.add(block, this.lineCount);
        this.lineCount += block.lineCount;
        this.position = end;
    }
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
