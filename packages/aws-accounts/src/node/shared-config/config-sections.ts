import { AwsPartitions } from '../../common/region/aws-partitions';
import type { SourceLocation } from '../../common/value/source-location';
import type { IamProfileConnection } from '../../common/connection/aws-connection';
import type { IniDocument, IniEntry, IniSection } from './ini/ini-document';
import { countingSections } from './counting-sections';
import { SectionSettings, SectionSource } from './profile-settings';
import { SECRET_KEYS } from './secret-keys';
import { SectionName } from './ini/section-name';

export interface ConfigDocuments {
    readonly config: IniDocument;
    readonly credentials: IniDocument;
    readonly configFile: string;
    readonly credentialsFile: string;
}

/** The sections of both files by name, those of one name merged. */
export interface ConfigSections {
    readonly profiles: Map<string, SectionSettings>;
    readonly ssoSessions: Map<string, SectionSettings>;
    readonly services: Map<string, SectionSettings>;
    /** Meant as profiles, but no tool reads them. */
    readonly unreadable: IamProfileConnection[];
}

/** Keys that make sense in a profile only: a section of another name that has one was meant as a profile. */
export const PROFILE_KEYS = new Set([
    'aws_access_key_id',
    ...SECRET_KEYS,
    'role_arn',
    'source_profile',
    'credential_source',
    'credential_process',
    'web_identity_token_file',
    'sso_session',
    'sso_start_url',
    'sso_account_id',
    'sso_role_name',
    'login_session'
]);

const INHERITED = 'DEFAULT';

const MAPS = { profile: 'profiles', ssoSession: 'ssoSessions', services: 'services' } as const;

/**
 * The credentials file comes second, so that its keys win.
 *
 * @param known those of an earlier reading: what says the same in the same place keeps its object
 */
export function* collectSections(documents: ConfigDocuments, known?: ConfigSections): Generator<void, ConfigSections> {
    const { config, credentials, configFile, credentialsFile } = documents;
    const collection = new SectionCollection();
    const configSource = { file: configFile, inCredentialsFile: false, inherited: inheritedEntries(config.sections) };
    for (const section of countingSections(config.sections)) {
        if (collection.add(section.unclosed ? unreadable(section) : SectionName.inConfig(section.header), section, configSource)) {
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
    if (known !== undefined) {
        yield* collection.keep(known);
    }
    return collection.sections;
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

/** Sections between two pauses. */
const SECTIONS_AT_ONCE = 32;

type Kind = keyof typeof MAPS;

/** Sections by name, in the order in which the names come first. */
class SectionCollection {

    protected readonly settings: { readonly [kind in Kind]: Map<string, SectionSettings> } = {
        profile: new Map(), ssoSession: new Map(), services: new Map()
    };
    protected readonly unreadable: IamProfileConnection[] = [];
    protected count = 0;

    /** @returns whether it is time for a pause */
    add(name: SectionName, section: IniSection, source: SectionSource): boolean {
        switch (name.kind) {
            case 'profile':
            case 'ssoSession':
            case 'services': {
                const all = this.settings[name.kind];
                let settings = all.get(name.name);
                if (settings === undefined) {
                    all.set(name.name, settings = new SectionSettings(name.name));
                }
                settings.add(section, source);
                break;
            }
            case 'unreadable':
                this.unreadable.push(unreadableProfile(name.name, { file: source.file, line: section.line }));
                break;
            case 'other':
                if (section.header !== INHERITED && section.inBlock.layout.keys.some(key => PROFILE_KEYS.has(key))) {
                    this.unreadable.push(unreadableProfile(section.header.trim(), { file: source.file, line: section.line }));
                }
        }
        return (this.count += 1) % SECTIONS_AT_ONCE === 0;
    }

    get sections(): ConfigSections {
        const { profile: profiles, ssoSession: ssoSessions, services } = this.settings;
        return { profiles, ssoSessions, services, unreadable: this.unreadable };
    }

    /** Puts the known object in the place of one that says the same. */
    *keep(known: ConfigSections): Generator<void> {
        for (const kind of ['profile', 'ssoSession', 'services'] as const) {
            let count = 0;
            for (const [name, settings] of this.settings[kind]) {
                const before = known[MAPS[kind]].get(name);
                if (before?.isOfSame(settings)) {
                    this.settings[kind].set(name, before);
                }
                if ((count += 1) % SECTIONS_AT_ONCE === 0) {
                    yield;
                }
            }
        }
    }
}

/** Listed with its problem, under an id that no readable profile can have. */
function unreadableProfile(name: string, location: SourceLocation): IamProfileConnection {
    return {
        kind: 'iamProfile',
        id: `unreadable:${location.file}:${location.line}`,
        name,
        source: 'none',
        region: { name: AwsPartitions.DEFAULT_REGION, origin: 'default' },
        locations: [location],
        problem: { kind: 'unreadableName', name, location }
    };
}
