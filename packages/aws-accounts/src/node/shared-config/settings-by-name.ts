import type { IniSection } from './ini/ini-document';
import { SectionSettings } from './profile-settings';
import type { SectionSource } from './section-part';

/** Names between two pauses. */
const NAMES_AT_ONCE = 32;

/**
 * The settings of one kind, in the order in which their names come first. Those of sections that say what they said stay the same objects,
 * and move to where these stand now.
 */
export class SettingsByName {

    readonly all = new Map<string, SectionSettings>();
    /** The names whose settings are new objects; not noted at the first reading, where all are. */
    protected readonly made = new Set<string>();

    /** @param known those of the last reading */
    constructor(protected readonly known: ReadonlyMap<string, SectionSettings> | undefined) { }

    add(name: string, section: IniSection, source: SectionSource): void {
        const settings = this.all.get(name);
        if (settings === undefined) {
            this.begin(name, section, source);
        } else if (this.known === undefined || this.made.has(name)) {
            settings.add(section, source);
        } else {
            this.make(name, settings.copy()).add(section, source);
        }
    }

    /** Most names have one section, which is the one that they had: nothing is made for it. */
    protected begin(name: string, section: IniSection, source: SectionSource): void {
        const known = this.known?.get(name);
        if (known?.isOf(section, source)) {
            known.moveTo([{ section, source }]);
            this.all.set(name, known);
        } else {
            this.make(name, new SectionSettings(name)).add(section, source);
        }
    }

    protected make(name: string, settings: SectionSettings): SectionSettings {
        if (this.known !== undefined) {
            this.made.add(name);
        }
        this.all.set(name, settings);
        return settings;
    }

    /**
     * To be called when all sections were added: puts the known objects in the place of new ones that say the same.
     *
     * @returns the names that have other sections than they had, or none any more
     */
    *settle(): Generator<void, ReadonlySet<string>> {
        const { known = new Map<string, SectionSettings>() } = this;
        let [count, added] = [0, 0];
        for (const name of this.made) {
            const [before, settings] = [known.get(name), this.all.get(name)];
            added += before === undefined ? 1 : 0;
            if (settings !== undefined && before?.isOfSame(settings)) {
                before.moveTo(settings.parts);
                this.all.set(name, before);
                this.made.delete(name);
            }
            if ((count += 1) % NAMES_AT_ONCE === 0) {
                yield;
            }
        }
        const isSomeGone = this.all.size - added < known.size;
        return isSomeGone ? new Set([...this.made, ...[...known.keys()].filter(name => !this.all.has(name))]) : this.made;
    }
}
