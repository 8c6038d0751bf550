import type { IniEntry, IniSection } from './ini/ini-section';

/** A file of sections. */
export interface SectionSource {
    readonly file: string;
    readonly inCredentialsFile: boolean;
    /** Settings of the whole file, for sections without their own. */
    readonly inherited: readonly IniEntry[];
}

/** A section and the file that it stands in. */
export interface SectionPart {
    readonly section: IniSection;
    readonly source: SectionSource;
}

/** Tells whether both say exactly the same, wherever they stand. */
export function isSamePart({ section, source }: SectionPart, other: SectionPart): boolean {
    return section.inBlock === other.section.inBlock && source.file === other.source.file &&
        source.inherited === other.source.inherited;
}

/** The entries that count, by their keys: those of a later part win over those of an earlier one. */
export function mergeParts(parts: readonly SectionPart[]): Map<string, IniEntry> {
    const map = new Map<string, IniEntry>();
    for (const { section, source: { file, inherited } } of parts) {
        inherited.filter(({ key }) => partOf(map.get(key), parts)?.source.file !== file).forEach(entry => put(map, entry));
        section.inBlock.entries.forEach(entry => put(map, entry));
    }
    return map;
}

/** The part that an entry is of. */
export function partOf(entry: IniEntry | undefined, parts: readonly SectionPart[]): SectionPart | undefined {
    return entry && parts.findLast(({ section, source }) => section.inBlock.entries.includes(entry) || source.inherited.includes(entry));
}

function put(map: Map<string, IniEntry>, entry: IniEntry): void {
    if (entry.value !== '' || !map.has(entry.key)) {
        map.set(entry.key, entry);
    }
}
