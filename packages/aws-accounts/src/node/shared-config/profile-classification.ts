import type { IamProfileSource, ProfileProblem } from '../../common/aws-connection';
import { AwsPartitions } from '../../common/aws-partitions';
import type { SectionSettings } from './profile-settings';

/** What a profile may refer to. */
export interface ProfileLookup {
    profile(name: string): SectionSettings | undefined;
    ssoSession(name: string): SectionSettings | undefined;
}

/** Where a profile's credentials come from, and what is wrong with it, if anything. */
export interface Classification {
    readonly source: IamProfileSource;
    readonly problem?: ProfileProblem;
}

const CREDENTIAL_SOURCES = ['Ec2InstanceMetadata', 'EcsContainer', 'Environment'];

/**
 * Classifies a profile in the order in which the AWS CLI looks for credentials in it: role, web identity, SSO, keys, `aws login`, process.
 * Source: "Configuration and credential file settings" of the AWS CLI User Guide, and its measured behaviour.
 */
export function classify(profile: SectionSettings, lookup: ProfileLookup): Classification {
    if (profile.has('role_arn')) {
        return profile.has('web_identity_token_file') ? { source: 'webIdentity' } : { source: 'assumeRole', problem: roleProblem(profile, lookup, [profile.name]) };
    }
    if (profile.has('sso_session')) {
        return { source: 'ssoSession', problem: ssoSessionProblem(profile, lookup) };
    }
    if (profile.has('sso_start_url')) {
        return { source: 'ssoLegacy', problem: ssoLegacyProblem(profile) };
    }
    if (profile.has('aws_access_key_id', 'aws_secret_access_key', 'aws_session_token')) {
        return { source: profile.has('aws_session_token') ? 'sessionToken' : 'accessKeys', problem: missing(profile, 'aws_access_key_id', 'aws_secret_access_key') };
    }
    if (profile.has('login_session')) {
        return { source: 'loginSession' };
    }
    return profile.has('credential_process') ? { source: 'process' } : { source: 'none', problem: { kind: 'noCredentials', location: profile.locations[0] } };
}

/** Names of the profiles that `profile` goes through, itself first, until one that assumes no role or cannot be followed. */
export function chainOf(profile: SectionSettings, lookup: ProfileLookup): SectionSettings[] {
    const chain = [profile];
    for (let current = profile; current.has('role_arn') && !current.has('web_identity_token_file');) {
        const next = lookup.profile(current.get('source_profile') ?? '');
        if (next === undefined || chain.includes(next)) {
            break;
        }
        chain.push(next);
        current = next;
    }
    return chain;
}

function roleProblem(profile: SectionSettings, lookup: ProfileLookup, visited: readonly string[]): ProfileProblem | undefined {
    const sourceName = profile.get('source_profile');
    const credentialSource = profile.get('credential_source');
    if (sourceName !== undefined && credentialSource !== undefined) {
        return { kind: 'conflictingKeys', keys: ['source_profile', 'credential_source'], location: profile.setting('credential_source')?.location };
    }
    if (credentialSource !== undefined) {
        return CREDENTIAL_SOURCES.includes(credentialSource)
            ? undefined
            : { kind: 'invalidValue', key: 'credential_source', value: credentialSource, location: profile.setting('credential_source')?.location };
    }
    if (sourceName === undefined) {
        return { kind: 'missingKey', key: 'source_profile', location: profile.setting('role_arn')?.location };
    }
    return sourceProblem(profile, sourceName, lookup, visited);
}

function sourceProblem(profile: SectionSettings, sourceName: string, lookup: ProfileLookup, visited: readonly string[]): ProfileProblem | undefined {
    const location = profile.setting('source_profile')?.location;
    const source = lookup.profile(sourceName);
    if (source === undefined) {
        return { kind: 'sourceProfileNotFound', name: sourceName, location };
    }
    // A profile may name itself when it holds keys of its own: those sign the call that assumes the role.
    if (visited.includes(sourceName) || sourceName === profile.name) {
        return source.has('aws_access_key_id') ? undefined : { kind: 'sourceProfileCycle', names: [...visited, sourceName], location };
    }
    const broken = source.has('role_arn') && !source.has('web_identity_token_file')
        ? roleProblem(source, lookup, [...visited, sourceName])
        : classify(source, lookup).problem;
    if (broken?.kind === 'sourceProfileCycle') {
        return { ...broken, location };
    }
    return broken && { kind: 'sourceProfileBroken', name: sourceName, location };
}

function ssoSessionProblem(profile: SectionSettings, lookup: ProfileLookup): ProfileProblem | undefined {
    const name = profile.get('sso_session') ?? '';
    const session = lookup.ssoSession(name);
    if (session === undefined) {
        return { kind: 'ssoSessionNotFound', name, location: profile.setting('sso_session')?.location };
    }
    return missing(session, 'sso_start_url', 'sso_region') ?? builderIdProblem(session) ?? missing(profile, 'sso_account_id', 'sso_role_name');
}

function ssoLegacyProblem(profile: SectionSettings): ProfileProblem | undefined {
    return builderIdProblem(profile) ?? missing(profile, 'sso_region', 'sso_account_id', 'sso_role_name');
}

/** What keeps an SSO session from being signed in to. */
export function sessionProblem(session: SectionSettings): ProfileProblem | undefined {
    return missing(session, 'sso_start_url', 'sso_region');
}

function builderIdProblem(section: SectionSettings): ProfileProblem | undefined {
    const setting = section.setting('sso_start_url');
    return setting?.value === AwsPartitions.BUILDER_ID_START_URL ? { kind: 'builderIdHasNoAccounts', location: setting.location } : undefined;
}

function missing(section: SectionSettings, ...keys: string[]): ProfileProblem | undefined {
    const key = keys.find(candidate => !section.has(candidate));
    return key === undefined ? undefined : { kind: 'missingKey', key, location: section.locations[0] };
}
