import { AwsConnection, IamProfileConnection, ProfileRegion } from '../../common/aws-connection';
import { AwsPartitions } from '../../common/aws-partitions';
import type { SsoSession } from '../sso/sso-session';
import type { IniDocument, IniSection } from './ini-document';
import { chainOf, classify, ProfileLookup, sessionProblem } from './profile-classification';
import { SectionSettings } from './profile-settings';
import { SectionName } from './section-name';
import type { ConfiguredSsoSession, SharedConfig } from './shared-config';

export interface ConfigDocuments {
    readonly config: IniDocument;
    readonly credentials: IniDocument;
    readonly configFile: string;
    readonly credentialsFile: string;
    /** `AWS_REGION`, when set. */
    readonly environmentRegion: string | undefined;
}

/** Turns the two parsed files into profiles and SSO sessions. Pure. */
export function interpret(documents: ConfigDocuments): Omit<SharedConfig, 'files'> {
    const sections = collect(documents);
    const lookup: ProfileLookup = { profile: name => sections.profiles.get(name), ssoSession: name => sections.ssoSessions.get(name) };
    return {
        profiles: [
            ...[...sections.profiles.values()].map(profile => toConnection(profile, lookup, documents.environmentRegion)),
            ...sections.unreadable
        ],
        ssoSessions: [...sections.ssoSessions.values()].map(toSsoSession),
        settings: lookup
    };
}

interface Sections {
    readonly profiles: Map<string, SectionSettings>;
    readonly ssoSessions: Map<string, SectionSettings>;
    readonly unreadable: IamProfileConnection[];
}

/** The credentials file comes second, so that its keys win. */
function collect({ config, credentials, configFile, credentialsFile }: ConfigDocuments): Sections {
    const sections: Sections = { profiles: new Map(), ssoSessions: new Map(), unreadable: [] };
    for (const section of config.sections) {
        add(sections, SectionName.inConfig(section.header), section, configFile, false);
    }
    for (const section of credentials.sections) {
        add(sections, SectionName.inCredentials(section.header), section, credentialsFile, true);
    }
    return sections;
}

function add(sections: Sections, name: SectionName, section: IniSection, file: string, inCredentialsFile: boolean): void {
    switch (name.kind) {
        case 'profile':
        case 'ssoSession': {
            const known = name.kind === 'profile' ? sections.profiles : sections.ssoSessions;
            const settings = known.get(name.name) ?? new SectionSettings(name.name);
            settings.add(section, file, inCredentialsFile);
            known.set(name.name, settings);
            break;
        }
        case 'unreadable':
            sections.unreadable.push(unreadableProfile(name.name, { file, line: section.line }));
            break;
        case 'other':
            break;
    }
}

function toConnection(profile: SectionSettings, lookup: ProfileLookup, environmentRegion: string | undefined): IamProfileConnection {
    const { source, problem } = classify(profile, lookup);
    const chain = chainOf(profile, lookup);
    const root = chain[chain.length - 1];
    const [, roleAccount, roleName] = /^arn:[^:]*:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(profile.get('role_arn') ?? '') ?? [];
    return {
        kind: 'iamProfile',
        id: AwsConnection.profileId(profile.name),
        name: profile.name,
        source,
        region: regionOf(profile, environmentRegion),
        accountId: roleAccount ?? (source === 'ssoSession' || source === 'ssoLegacy' ? profile.get('sso_account_id') : undefined),
        roleName: roleName ?? (source === 'ssoSession' || source === 'ssoLegacy' ? profile.get('sso_role_name') : undefined),
        ssoSession: root.get('sso_session') ?? root.get('sso_start_url'),
        sourceProfile: source === 'assumeRole' ? profile.get('source_profile') : undefined,
        needsMfa: chain.some(link => link.has('mfa_serial')),
        locations: profile.locations,
        problem
    };
}

/** No silent region: a default is said to be one. */
function regionOf(profile: SectionSettings, environmentRegion: string | undefined): ProfileRegion {
    const name = profile.get('region');
    if (name !== undefined) {
        return { name, origin: 'profile' };
    }
    return environmentRegion === undefined ? { name: AwsPartitions.DEFAULT_REGION, origin: 'default' } : { name: environmentRegion, origin: 'environment' };
}

function toSsoSession(section: SectionSettings): ConfiguredSsoSession {
    const problem = sessionProblem(section);
    const startUrl = section.get('sso_start_url') ?? '';
    const region = section.get('sso_region') ?? '';
    const scopes = section.get('sso_registration_scopes')?.split(',').map(scope => scope.trim()).filter(scope => scope !== '');
    const session: SsoSession = { name: section.name, startUrl, region, scopes };
    return {
        connection: { kind: 'identityCenter', id: AwsConnection.ssoSessionId(section.name), name: section.name, startUrl, region, location: section.locations[0], problem },
        session: problem ? undefined : session
    };
}

/** Listed with its problem, under an id that no readable profile can have. */
function unreadableProfile(name: string, location: { file: string; line: number }): IamProfileConnection {
    return {
        kind: 'iamProfile', id: `unreadable:${location.file}:${location.line}`, name, source: 'none', region: { name: AwsPartitions.DEFAULT_REGION, origin: 'default' },
        locations: [location], problem: { kind: 'unreadableName', name, location }
    };
}
