import type { IniBlock } from './ini-block';
import type { IniFlaw } from './ini-flaws';

/** The flaws of all blocks of a file, with the duplicate sections, which no block can know. */
export class FlawList {

    protected readonly found: IniFlaw[] = [];
    /** The lines in which headers stood first. */
    protected readonly headers = new Map<string, number>();

    get all(): readonly IniFlaw[] {
        return this.found;
    }

    /**
     * Adds those of a block, in the order of the lines. A header is a duplicate of any that stands above it, unless something worse is
     * wrong with it.
     *
     * @param above number of lines above the block
     */
    add({ flaws, sections }: IniBlock, above: number): void {
        const first = this.found.length;
        for (const flaw of flaws) {
            this.found.push(moved(flaw, above));
        }
        for (const { header, line } of sections) {
            const kind = flaws.length === 0 ? undefined : flaws.find(flaw => flaw.line === line)?.kind;
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

function moved({ line, kind, other }: IniFlaw, lines: number): IniFlaw {
    return { line: line + lines, kind, ...other !== undefined && { other: other + lines } };
}
