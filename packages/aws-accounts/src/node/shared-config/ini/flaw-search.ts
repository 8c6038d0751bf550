import type { PlacedBlocks } from './block-assembly';
import type { IniBlock } from './ini-block';
import type { IniFlaw, IniFlawKind } from './ini-flaws';
import type { BlockSection } from './ini-section';

/** Blocks between two pauses. */
const BLOCKS_AT_ONCE = 512;

/** Part of an earlier text in whose place another one stands; the blocks before and after it are the same in both. */
interface ReplacedPart {
    readonly list: PlacedBlocks & { readonly flaws: readonly IniFlaw[] };
    /** The blocks of the earlier text, from one index to another. */
    readonly from: number;
    readonly to: number;
    /** The blocks of the new text begin at `from` and end here. */
    readonly end: number;
}

/**
 * The flaws of all blocks of a text, in the order of the lines, with the duplicate sections, which no block can know.
 *
 * @param replaced the part that differs from an earlier text. As long as neither text has a header twice, nothing else is looked at
 */
export function* findFlaws(placed: PlacedBlocks, replaced?: ReplacedPart): Generator<void, readonly IniFlaw[]> {
    if (replaced !== undefined && (hasSameHeaders(placed, replaced) || hasOwnHeaders(placed, replaced))) {
        return flawsAfterReplacement(placed, replaced);
    }
    const search = new FlawSearch();
    for (let index = 0; index < placed.blocks.length; index += 1) {
        search.add(placed.blocks[index], placed.above[index]);
        if (index % BLOCKS_AT_ONCE === 0) {
            yield;
        }
    }
    return search.found;
}

/** Tells whether an earlier text has no duplicate sections, and the headers of its replaced part stand in the new one as they did. */
function hasSameHeaders({ blocks }: PlacedBlocks, { list, from, to, end }: ReplacedPart): boolean {
    return hasNoDuplicates(list.flaws) && headersOf(list.blocks.slice(from, to)) === headersOf(blocks.slice(from, end));
}

/** Tells whether an earlier text has no duplicate sections, and no header of the new part stands anywhere else. */
function hasOwnHeaders({ sections, blocks }: PlacedBlocks, { list, from, end }: ReplacedPart): boolean {
    const added = blocks.slice(from, end).flatMap(block => block.sections.map(({ header }) => header));
    const headers = new Set(added);
    return hasNoDuplicates(list.flaws) && headers.size === added.length &&
        sections.filter(({ header }) => headers.has(header)).length === added.length;
}

function hasNoDuplicates(flaws: readonly IniFlaw[]): boolean {
    return flaws.every(({ kind }) => kind !== 'duplicateSection');
}

function headersOf(blocks: readonly IniBlock[]): string {
    return blocks.flatMap(block => block.sections.map(section => `${kindOf(block, section)}:${section.header}`)).join('\n');
}

function flawsAfterReplacement({ blocks, above, lineCount }: PlacedBlocks, { list, from, to, end }: ReplacedPart): readonly IniFlaw[] {
    const [first, last] = [list.above.at(from) ?? list.lineCount, list.above.at(to) ?? list.lineCount];
    const lines = (above.at(end) ?? lineCount) - last;
    const own = new FlawSearch();
    blocks.slice(from, end).forEach((block, index) => own.add(block, above[from + index]));
    return [
        ...list.flaws.filter(({ line }) => line <= first), ...own.found,
        ...list.flaws.filter(({ line }) => line > last).map(flaw => moved(flaw, lines))
    ];
}

class FlawSearch {

    readonly found: IniFlaw[] = [];
    /** The lines in which headers stood first. */
    protected readonly headers = new Map<string, number>();

    /**
     * Adds those of a block, in the order of the lines. A header is a duplicate of any that stands above it, unless something worse is
     * wrong with it.
     *
     * @param above number of lines above the block
     */
    add(block: IniBlock, above: number): void {
        const first = this.found.length;
        for (const flaw of block.flaws) {
            this.found.push(moved(flaw, above));
        }
        for (const section of block.sections) {
            const { header, line } = section;
            const kind = kindOf(block, section);
            if (kind === 'misleadingIndentation') {
                continue;
            }
            const other = this.headers.get(header);
            if (other === undefined) {
                this.headers.set(header, line + above);
            } else if (kind === undefined) {
                this.found.push({ line: line + above, kind: 'duplicateSection', other });
            }
        }
        if (this.found.length - first > 1) {
            this.found.push(...this.found.splice(first).sort((one, next) => one.line - next.line));
        }
    }
}

/** Tells what is wrong with the line of a header. */
function kindOf({ flaws }: IniBlock, { line }: BlockSection): IniFlawKind | undefined {
    return flaws.length === 0 ? undefined : flaws.find(flaw => flaw.line === line)?.kind;
}

function moved({ line, kind, other }: IniFlaw, lines: number): IniFlaw {
    return { line: line + lines, kind, ...other !== undefined && { other: other + lines } };
}
