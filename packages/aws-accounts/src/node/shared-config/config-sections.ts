import type { IniDocument, IniEntry, IniSection } from './ini/ini-document';
import { SectionName } from './ini/section-name';
import { countingSections } from './counting-sections';
import { CollectedSections, ConfigSections, INHERITED, SectionCollection } from './section-collection';

export interface ConfigDocuments {
    readonly config: IniDocument;
    readonly credentials: IniDocument;
    readonly configFile: string;
    readonly credentialsFile: string;
}

/**
 * The credentials file comes second, so that its keys win.
 *
 * @param known those of the last reading: what says the same keeps its object, which moves to where it stands now
 */
export function* collectSections(documents: ConfigDocuments, known?: ConfigSections): Generator<void, CollectedSections> {
    const { config, credentials, configFile, credentialsFile } = documents;
    const collection = new SectionCollection(known);
    const configSource = { file: configFile, inCredentialsFile: false, inherited: inheritedEntries(config.sections) };
    for (const section of countingSections(config.sections)) {
        if (collection.add(section.unclosed ? unreadable(section) : section.inBlock.nameInConfig, section, configSource)) {
            yield;
        }
    }
    const credentialsSource = { file: credentialsFile, inCredentialsFile: true, inherited: inheritedEntries(credentials.sections) };
    for (const section of credentials.sections) {
        const name = section.unclosed ? unreadable(section) : SectionName.inCredentials(section.header);
        if (collection.add(name, section, credentialsSource)) {
            yield;
        }
    }
    return yield* collection.settle();
}

function unreadable({ header }: IniSection): SectionName {
    return { kind: 'unreadable', name: header.trim() };
}

const NONE: readonly IniEntry[] = [];

/** The AWS CLI's parser gives the keys of `[DEFAULT]` to every other section of the file. */
function inheritedEntries(sections: readonly IniSection[]): readonly IniEntry[] {
    const inherited = sections.filter(({ header }) => header === INHERITED);
    return inherited.length === 0 ? NONE : inherited.flatMap(({ entries }) => entries);
}
