import { AwsPartitions } from '../../common/aws-partitions';
import type { SourceLocation } from '../../common/source-location';
import type { IamProfileConnection } from '../../common/aws-connection';
import type { IniDocument, IniEntry, IniSection } from './ini/ini-document';
import { countingSections } from './counting-sections';
import { SectionSettings } from './profile-settings';
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
const PROFILE_KEYS = new Set([
    'aws_access_key_id',
    'aws_secret_access_key',
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

/** The credentials file comes second, so that its keys win. */
export function collectSections({ config, credentials, configFile, credentialsFile }: ConfigDocuments): ConfigSections {
    const sections: ConfigSections = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), unreadable: [] };
    const configSource = { file: configFile, inCredentialsFile: false, inherited: inheritedEntries(config.sections) };
    for (const section of countingSections(config.sections)) {
        add(
            sections,
            section.unclosed ? { kind: 'unreadable', name: section.header.trim() } : SectionName.inConfig(section.header),
            section,
            configSource
        );
    }
    const credentialsSource = { file: credentialsFile, inCredentialsFile: true, inherited: inheritedEntries(credentials.sections) };
    for (const section of credentials.sections) {
        add(
            sections,
            section.unclosed ? { kind: 'unreadable', name: section.header.trim() } : SectionName.inCredentials(section.header),
            section,
            credentialsSource
        );
    }
    return sections;
}

interface SectionSource {
    readonly file: string;
    readonly inCredentialsFile: boolean;
    readonly inherited: readonly IniEntry[];
}

/** The AWS CLI's parser gives the keys of `[DEFAULT]` to every other section of the file. */
function inheritedEntries(sections: readonly IniSection[]): readonly IniEntry[] {
    return sections.filter(({ header }) => header === INHERITED).flatMap(({ entries }) => entries);
}

function add(sections: ConfigSections, name: SectionName, section: IniSection, source: SectionSource): void {
    switch (name.kind) {
        case 'profile':
        case 'ssoSession':
        case 'services': {
            const known = sections[MAPS[name.kind]];
            const settings = known.get(name.name) ?? new SectionSettings(name.name);
            settings.add(section, source.file, source.inCredentialsFile, source.inherited);
            known.set(name.name, settings);
            break;
        }
        case 'unreadable':
            sections.unreadable.push(unreadableProfile(name.name, { file: source.file, line: section.line }));
            break;
        case 'other':
            if (section.header !== INHERITED && section.entries.some(({ key }) => PROFILE_KEYS.has(key))) {
                sections.unreadable.push(unreadableProfile(section.header.trim(), { file: source.file, line: section.line }));
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
