import type { SourceLocation } from '../../common/value/source-location';
import type { IniEntry } from './ini/ini-section';
import { partOf, SectionPart } from './section-part';

interface MovingPlace extends SourceLocation {
    line: number;
}

/**
 * The places of the sections of one name, and of their settings, as they were handed out. A line that comes or goes above moves them, and
 * changes nothing else: what was made of the settings stays as it is, and names the lines that count now.
 */
export class SectionPlaces {

    protected headers: readonly MovingPlace[] | undefined;
    protected entries: Map<IniEntry, MovingPlace> | undefined;

    ofSections(parts: readonly SectionPart[]): readonly SourceLocation[] {
        return this.headers ??= parts.map(({ section, source }) => ({ file: source.file, line: section.line }));
    }

    /** @param part the part that the entry is of */
    of(entry: IniEntry, part: SectionPart): SourceLocation {
        const entries = this.entries ??= new Map<IniEntry, MovingPlace>();
        let place = entries.get(entry);
        if (place === undefined) {
            entries.set(entry, place = { file: part.source.file, line: lineOf(entry, part) });
        }
        return place;
    }

    /** @param parts the same sections, where they stand now */
    moveTo(parts: readonly SectionPart[]): void {
        this.headers?.forEach((place, index) => place.line = parts[index].section.line);
        this.entries?.forEach((place, entry) => place.line = lineOf(entry, partOf(entry, parts)));
    }
}

/** The line in the file. Inherited entries are counted in their file, the others in their block. */
function lineOf(entry: IniEntry, part: SectionPart | undefined): number {
    return part === undefined || part.source.inherited.includes(entry) ? entry.line : entry.line + part.section.above;
}
