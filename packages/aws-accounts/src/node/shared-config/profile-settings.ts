import type { SourceLocation } from '../../common/value/source-location';
import { BlockSection, IniEntry, IniSection, wholeValue } from './ini/ini-section';

/** A value of a section and where it stands. May be a secret: stays in the backend. */
interface Setting {
    readonly value: string;
    readonly location: SourceLocation;
    readonly inCredentialsFile: boolean;
}

/** Both names of the setting, in the order in which the AWS CLI looks for them. */
export const SESSION_TOKENS = ['aws_security_token', 'aws_session_token'] as const;

/** A file of sections. */
export interface SectionSource {
    readonly file: string;
    readonly inCredentialsFile: boolean;
    /** Settings of the whole file, for sections without their own. */
    readonly inherited: readonly IniEntry[];
}

/** A section and the file that it stands in. */
interface SectionPart {
    readonly section: IniSection;
    readonly source: SectionSource;
}

/** A section of more keys is looked up in a map. In a smaller one a search is faster, and thousands of maps take much memory. */
const FEW = 24;

/** The merged settings of one profile or SSO session. */
export class SectionSettings {

    /** The first part stands apart: most settings have no other, and thousands of small lists take much memory. */
    protected first: IniSection | undefined;
    protected firstSource: SectionSource | undefined;
    protected others: SectionPart[] | undefined;
    /** The only section, when it is small and the file adds nothing to it: it is looked up where it stands. */
    protected small: BlockSection | undefined;
    /** A map, not an object: names come from files, and `__proto__` is one that people try. */
    protected map: Map<string, IniEntry> | undefined;

    constructor(readonly name: string) { }

    protected get parts(): readonly SectionPart[] {
        const { first: section, firstSource: source, others = [] } = this;
        return section === undefined || source === undefined ? [] : [{ section, source }, ...others];
    }

    get locations(): readonly SourceLocation[] {
        return this.parts.map(({ section, source }) => ({ file: source.file, line: section.line }));
    }

    /**
     * Adds a section; its keys win over those added before, unless they are empty: the SDK does not see those.
     */
    add(section: IniSection, source: SectionSource): void {
        if (this.first === undefined) {
            this.first = section;
            this.firstSource = source;
            this.small = source.inherited.length === 0 && section.inBlock.values.length <= FEW ? section.inBlock : undefined;
        } else {
            (this.others ??= []).push({ section, source });
            this.small = undefined;
        }
        this.map = undefined;
    }

    protected get merged(): Map<string, IniEntry> {
        return this.map ??= this.merge();
    }

    protected merge(parts = this.parts): Map<string, IniEntry> {
        const map = new Map<string, IniEntry>();
        for (const { section, source: { file, inherited } } of parts) {
            inherited.filter(({ key }) => this.partOf(map.get(key))?.source.file !== file).forEach(entry => put(map, entry));
            section.inBlock.entries.forEach(entry => put(map, entry));
        }
        return map;
    }

    /** Tells whether the settings are those of exactly the same sections. */
    isOfSame(settings: SectionSettings): boolean {
        if (this.first !== settings.first) {
            return false;
        }
        const { parts } = settings;
        return this.parts.length === parts.length && this.parts.every(({ section, source }, index) =>
            section === parts[index].section && source.file === parts[index].source.file &&
            source.inherited === parts[index].source.inherited
        );
    }

    protected entry(key: string): IniEntry | undefined {
        return this.small === undefined ? this.merged.get(key) : this.small.entry(key);
    }

    protected partOf(entry: IniEntry | undefined): SectionPart | undefined {
        return entry && this.parts.findLast(({ section, source }) =>
            section.inBlock.entries.includes(entry) || source.inherited.includes(entry)
        );
    }

    /** The value of `key`; an empty one counts as absent. */
    get(key: string): string | undefined {
        const { small } = this;
        if (small !== undefined) {
            return small.value(key) || undefined;
        }
        const entry = this.merged.get(key);
        return (entry && wholeValue(entry)) || undefined;
    }

    /** True when the value of a key may have more than one line. */
    get goesOn(): boolean {
        return this.parts.some(({ section, source }) => section.inBlock.goesOn || source.inherited.some(({ more }) => more !== undefined));
    }

    /** The value of `key` in one of the files, whatever the other one says; an empty one counts as absent. */
    getFrom(file: 'config' | 'credentials', key: string): string | undefined {
        const ofFile = this.parts.filter(({ source }) => source.inCredentialsFile === (file === 'credentials'));
        if (ofFile.length === this.parts.length || ofFile.length === 0) {
            return ofFile.length === 0 ? undefined : this.get(key);
        }
        const entry = this.merge(ofFile).get(key);
        return (entry && wholeValue(entry)) || undefined;
    }

    /** Every key with its value, in the order of the files. */
    all(): [key: string, value: string][] {
        const keys = new Set(this.small?.layout.keys ?? this.merged.keys());
        return [...keys].map(key => [key, this.get(key) ?? '']);
    }

    setting(key: string): Setting | undefined {
        const entry = this.entry(key);
        const part = this.partOf(entry);
        return entry && part && {
            value: wholeValue(entry),
            location: { file: part.source.file, line: entry.line + (part.source.inherited.includes(entry) ? 0 : part.section.above) },
            inCredentialsFile: part.source.inCredentialsFile
        };
    }

    /** Tells whether any of `keys` has a value. */
    has(...keys: string[]): boolean {
        for (const key of keys) {
            if (this.get(key) !== undefined) {
                return true;
            }
        }
        return false;
    }
}

function put(map: Map<string, IniEntry>, entry: IniEntry): void {
    if (entry.value !== '' || !map.has(entry.key)) {
        map.set(entry.key, entry);
    }
}
