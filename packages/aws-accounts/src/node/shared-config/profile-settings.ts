import type { SourceLocation } from '../../common/value/source-location';
import { BlockSection, IniEntry, IniSection, wholeValue } from './ini/ini-section';
import { isSamePart, mergeParts, partOf, SectionPart, SectionSource } from './section-part';
import { SectionPlaces } from './section-places';

/** A value of a section and where it stands. May be a secret: stays in the backend. */
interface Setting {
    readonly value: string;
    readonly location: SourceLocation;
    readonly inCredentialsFile: boolean;
}

/** Both names of the setting, in the order in which the AWS CLI looks for them. */
export const SESSION_TOKENS = ['aws_security_token', 'aws_session_token'] as const;

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
    protected places: SectionPlaces | undefined;

    constructor(readonly name: string) { }

    get parts(): readonly SectionPart[] {
        const { first: section, firstSource: source, others = [] } = this;
        return section === undefined || source === undefined ? [] : [{ section, source }, ...others];
    }

    /** The places of the sections. */
    get locations(): readonly SourceLocation[] {
        return (this.places ??= new SectionPlaces()).ofSections(this.parts);
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
        this.places = undefined;
    }

    protected get merged(): Map<string, IniEntry> {
        return this.map ??= mergeParts(this.parts);
    }

    /** Tells whether the settings are those of sections that say exactly the same, wherever they stand. */
    isOfSame(settings: SectionSettings): boolean {
        const [mine, others] = [this.parts, settings.parts];
        return mine.length === others.length && mine.every((part, index) => isSamePart(part, others[index]));
    }

    /** Tells whether they are those of one section alone, which says the same, wherever it stands. */
    isOf(section: IniSection, source: SectionSource): boolean {
        const { first, firstSource, others } = this;
        return first !== undefined && firstSource !== undefined && others === undefined &&
            isSamePart({ section: first, source: firstSource }, { section, source });
    }

    /** Takes over where the same sections stand now. The places that were handed out go along. */
    moveTo(parts: readonly SectionPart[]): void {
        const [{ section }, ...others] = parts;
        if (this.first !== section || others.length > 0) {
            this.first = section;
            this.others = others.length > 0 ? others : undefined;
            this.places?.moveTo(parts);
        }
    }

    /** Settings of the same sections, to which others can be added. */
    copy(): SectionSettings {
        const copy = new SectionSettings(this.name);
        this.parts.forEach(({ section, source }) => copy.add(section, source));
        return copy;
    }

    protected entry(key: string): IniEntry | undefined {
        return this.small === undefined ? this.merged.get(key) : this.small.entry(key);
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
        const entry = mergeParts(ofFile).get(key);
        return (entry && wholeValue(entry)) || undefined;
    }

    /** Every key with its value, in the order of the files. */
    all(): [key: string, value: string][] {
        const keys = new Set(this.small?.layout.keys ?? this.merged.keys());
        return [...keys].map(key => [key, this.get(key) ?? '']);
    }

    setting(key: string): Setting | undefined {
        const entry = this.entry(key);
        const part = entry && partOf(entry, this.parts);
        return entry && part && {
            value: wholeValue(entry),
            location: (this.places ??= new SectionPlaces()).of(entry, part),
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
