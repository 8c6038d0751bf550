import { SectionLayout } from './section-layout';
import { SectionName } from './section-name';

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
    /** All that the AWS CLI reads as more of the value, with the lines that the SDK reads as keys; absent where there is nothing. */
    readonly more?: readonly MoreOfValue[];
}

/** A line that is indented deeper than a key with a value. */
export interface MoreOfValue {
    /** 1-based. */
    readonly line: number;
    readonly text: string;
    /** It could be a key of its own. */
    readonly isAssignment: boolean;
}

/** A command line may have an equals sign anywhere, and a scope has a colon. */
const OF_ALL_LINES = ['credential_process', 'sso_registration_scopes'];

/**
 * The value with the lines that go on with it, as the AWS CLI reads it: a command without them would be another one. Below most other
 * settings a line with an equals sign is a setting of its own, as the SDK reads it.
 */
export function wholeValue({ key, value, more }: IniEntry): string {
    return more === undefined
        ? value
        : [value, ...more.filter(({ isAssignment }) => !isAssignment || OF_ALL_LINES.includes(key)).map(({ text }) => text)].join('\n');
}

const NONE: readonly number[] = [];

/** A section as it stands in its block: the block's first line is 1. */
export class BlockSection {

    protected made: readonly IniEntry[] | undefined;
    protected name: SectionName | undefined;

    /**
     * @param header the text between the brackets, untrimmed: the spaces count for other tools
     * @param unclosed the header's bracket is not closed; no tool reads the section
     * @param isUsual the name is written as most names are, so that no other spelling of it is that of another section
     * @param values those of the keys of `layout`
     * @param continuations the lines that continue a value, by the place of its key
     * @param more what goes on with a value, by the place of its key
     */
    constructor(
        readonly header: string,
        readonly line: number,
        readonly unclosed: boolean,
        readonly isUsual: boolean,
        readonly layout: SectionLayout,
        readonly values: readonly string[],
        protected readonly continuations: ReadonlyMap<number, readonly number[]> | undefined,
        protected readonly more?: ReadonlyMap<number, readonly MoreOfValue[]>
    ) { }

    /** A section of one key that stands in no file yet. */
    static of(header: string, key: string, value: string): BlockSection {
        return new BlockSection(header, 1, false, false, SectionLayout.begin().followedBy(key, 1, undefined), [value], undefined);
    }

    /** The meaning of the header in the config file. */
    get nameInConfig(): SectionName {
        return this.name ??= SectionName.inConfig(this.header);
    }

    /** Made when somebody needs more than values: most sections are never asked. */
    get entries(): readonly IniEntry[] {
        return this.made ??= this.layout.places.map(({ key, line, parent }, index) => {
            const entry = { key, value: this.values[index], line, parent, continuation: this.continuations?.get(index) ?? NONE };
            const more = this.more?.get(index);
            return more === undefined ? entry : { ...entry, more };
        });
    }

    /** True when the value of a key may have more than one line. */
    get goesOn(): boolean {
        return this.more !== undefined;
    }

    /** The whole value that counts for a key; `undefined` when the section does not have it. */
    value(key: string): string | undefined {
        const index = this.layout.indexOf(key, this.values);
        return index === -1 ? undefined : this.goesOn ? wholeValue(this.entries[index]) : this.values[index];
    }

    entry(key: string): IniEntry | undefined {
        const index = this.layout.indexOf(key, this.values);
        return index === -1 ? undefined : this.entries[index];
    }
}

/** A section of a file. Its entries are counted in their block, so that they stay valid when the block moves. */
export class IniSection {

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
    const more = entry.more?.map(one => ({ ...one, line: one.line + lines }));
    return { ...entry, line: entry.line + lines, continuation, ...more && { more } };
}
