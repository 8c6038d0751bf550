import type { IamProfileSource } from '../../common/connection/aws-connection';
import type { ProfileProblem } from '../../common/connection/profile-problem';
import type { ProfileLookup } from './profile-chain';
import { accessKeysProblem, invalidSetting, legacySsoProblem, missingKey, ssoSessionProblem } from './profile-problems';
import type { SectionSettings } from './profile-settings';
import { SECRET_KEYS } from './secret-keys';
import { signingKeys } from './signing-keys';

/** The source of a profile's credentials, and what is wrong with the profile, if anything. */
export interface Classification {
    readonly source: IamProfileSource;
    readonly problem?: ProfileProblem;
}

/**
 * Classifies a profile by the credentials that it has without a role. In the order in which the AWS CLI looks for them, after a role: web
 * identity, SSO, keys of the credentials file, `aws login`, process, keys of the config file. Source: "Configuration and credential file
 * settings" of the AWS CLI User Guide, and its measured behaviour.
 */
export function classifyWithoutRole(profile: SectionSettings, lookup: ProfileLookup): Classification {
    if (profile.has('web_identity_token_file')) {
        return { source: 'webIdentity', problem: missingKey(profile, 'role_arn') ?? invalidSetting(profile, 'role_arn') };
    }
    return profile.has('sso_account_id', 'sso_role_name') ? classifySso(profile, lookup) : classifyKeys(profile, lookup);
}

function classifySso(profile: SectionSettings, lookup: ProfileLookup): Classification {
    return profile.has('sso_session')
        ? { source: 'ssoSession', problem: ssoSessionProblem(profile, lookup) }
        : { source: 'ssoLegacy', problem: legacySsoProblem(profile) };
}

function classifyKeys(profile: SectionSettings, lookup: ProfileLookup): Classification {
    const { inCredentialsFile, sessionToken } = signingKeys(profile);
    if (!inCredentialsFile && profile.has('login_session')) {
        return { source: 'loginSession' };
    }
    if (!inCredentialsFile && profile.has('credential_process')) {
        return { source: 'process' };
    }
    if (profile.has('aws_access_key_id', ...SECRET_KEYS)) {
        return { source: sessionToken !== undefined ? 'sessionToken' : 'accessKeys', problem: accessKeysProblem(profile) };
    }
    // A profile for a token alone: fine for tools that want one, but it names no role to get credentials for.
    return profile.has('sso_session', 'sso_start_url')
        ? classifySso(profile, lookup)
        : { source: 'none', problem: { kind: 'noCredentials', location: profile.locations[0] } };
}
