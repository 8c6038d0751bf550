import { BlockAssembly, countSections, PlacedBlock, PlacedBlocks } from './block-assembly';
import { CommonEnds, countBelow } from './common-ends';
import { findFlaws } from './flaw-search';
import type { IniFlaw } from './ini-flaws';

/** The blocks of a text with what is wrong in it. */
export interface BlockList extends PlacedBlocks {
    readonly flaws: readonly IniFlaw[];
}

/**
 * Lists the blocks of a text, with a pause after some of them.
 *
 * @param known the blocks of an earlier text: one that is still there is not parsed again, and its sections stay the same objects where
 * they have not moved
 */
export function* listBlocks(text: string, known?: BlockList): Generator<void, BlockList> {
    const assembly = new BlockAssembly(text);
    if (known === undefined) {
        yield* assembly.parse(text.length);
        return { ...assembly.placed, flaws: yield* findFlaws(assembly.placed) };
    }
    const common = CommonEnds.of(known.text, text);
    // A block ends where the next one begins: that bracket has to be the same too, and so has the line end before it.
    const changed = Math.max(0, countBelow(known.starts, common.start) - 1);
    const unchanged = countBelow(known.starts, known.text.length - common.end + 1);
    yield* assembly.keep(known, 0, changed);
    const rest = (known.starts.at(unchanged) ?? known.text.length) + text.length - known.text.length;
    yield* assembly.parse(rest, placedBlocks(known, changed, unchanged));
    const end = assembly.count;
    yield* assembly.keep(known, unchanged, known.blocks.length);
    const replaced = { list: known, from: changed, to: unchanged, end };
    return { ...assembly.placed, flaws: yield* findFlaws(assembly.placed, replaced) };
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
