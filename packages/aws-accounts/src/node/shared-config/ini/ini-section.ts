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

/** A section as it stands in its block: the block's first line is 1. */
export interface BlockSection {
    /** The text between the brackets, untrimmed: the spaces count for other tools. */
    readonly header: string;
    readonly line: number;
    readonly entries: readonly IniEntry[];
    /** The header's bracket is not closed; no tool reads the section. */
    readonly unclosed: boolean;
}

/** A section of a file. Its entries are counted in their block, so that they stay valid when the block moves. */
export class IniSection implements BlockSection {

    protected placed: readonly IniEntry[] | undefined;

    /** @param above the number of lines above the block */
    constructor(readonly inBlock: BlockSection, readonly above: number) { }

    get header(): string {
        return this.inBlock.header;
    }

    get unclosed(): boolean {
        return this.inBlock.unclosed;
    }

    get line(): number {
        return this.inBlock.line + this.above;
    }

    get entries(): readonly IniEntry[] {
        return this.placed ??= this.above === 0 ? this.inBlock.entries : this.inBlock.entries.map(entry => moved(entry, this.above));
    }
}

function moved(entry: IniEntry, lines: number): IniEntry {
    const continuation = entry.continuation.length === 0 ? entry.continuation : entry.continuation.map(line => line + lines);
    return { ...entry, line: entry.line + lines, continuation };
}
