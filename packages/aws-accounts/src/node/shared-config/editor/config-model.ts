import { countingSections } from '../counting-sections';
import { IniDocument, wholeValue } from '../ini/ini-document';
import { ConfigChange, ConfigFile, ConfigSectionId } from './config-change';
import { NamedSections } from './named-sections';

/** Meaning of a file without its spelling: the values of every section, empty ones left out, those of one name merged. */
export type ConfigModel = Map<string, Map<string, string>>;

export namespace ConfigModel {

    /** @param keys of the sections to look at; without them all are */
    export function of({ sections }: IniDocument, file: ConfigFile, keys?: ReadonlySet<string>): ConfigModel {
        const model: ConfigModel = new Map();
        const meant = keys === undefined ? sections : NamedSections.find(sections, file, keys);
        for (const section of countingSections(meant, file === 'credentials')) {
            const key = NamedSections.keyOf(section, file);
            const settings = model.get(key) ?? new Map<string, string>();
            section.entries.filter(({ value }) => value !== '').forEach(entry => settings.set(entry.key, wholeValue(entry)));
            model.set(key, settings);
        }
        return model;
    }

    /** Makes the change in the model: what a file has to say after it. */
    export function change(model: ConfigModel, wanted: ConfigChange): void {
        const key = ConfigSectionId.key(wanted.section);
        const settings = model.get(key);
        switch (wanted.kind) {
            case 'setKey':
                model.set(key, new Map([...settings ?? [], [wanted.key, wanted.value]]));
                return;
            case 'addSection':
                model.set(key, new Map([...settings ?? [], ...wanted.settings]));
                return;
            case 'removeKey':
                [...(settings?.keys() ?? [])]
                    .filter(name => name === wanted.key || name.startsWith(`${wanted.key}.`))
                    .forEach(name => settings?.delete(name));
                return;
            case 'removeSection':
                model.delete(key);
        }
    }

    /** Tells whether the change is a value that the key has. */
    export function saysAlready(model: ConfigModel, wanted: ConfigChange): boolean {
        return wanted.kind === 'setKey' && model.get(ConfigSectionId.key(wanted.section))?.get(wanted.key) === wanted.value;
    }

    export function areEqual(one: ConfigModel, other: ConfigModel): boolean {
        return one.size === other.size && [...one].every(([key, settings]) => {
            const others = other.get(key);
            return others?.size === settings.size && [...settings].every(([name, value]) => others.get(name) === value);
        });
    }
}
