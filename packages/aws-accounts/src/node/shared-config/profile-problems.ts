import type { ProfileProblem } from '../../common/aws-connection';
import { StartUrl } from '../../common/start-url';
import type { ProfileLookup } from './profile-chain';
import type { SectionSettings } from './profile-settings';

/** The settings whose values can be judged without asking anybody. Regions become part of a host name. */
const VALID = {
    region: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    sso_region: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    role_arn: /^arn:[^:]+:iam::\d{12}:role\/.+$/,
    sso_account_id: /^\d{12}$/
} as const;

/** What is wrong with the value of `key`, when it has one. */
export function invalidSetting(section: SectionSettings, key: keyof typeof VALID): ProfileProblem | undefined {
    const setting = section.setting(key);
    return setting === undefined || setting.value === '' || VALID[key].test(setting.value)
        ? undefined
        : { kind: 'invalidValue', key, value: setting.value, location: setting.location };
}

/** The first of `keys` that has no value. */
export function missingKey(section: SectionSettings, ...keys: string[]): ProfileProblem | undefined {
    const key = keys.find(candidate => !section.has(candidate));
    return key === undefined ? undefined : { kind: 'missingKey', key, location: section.locations[0] };
}

export function accessKeysProblem(profile: SectionSettings): ProfileProblem | undefined {
    return missingKey(profile, 'aws_access_key_id', 'aws_secret_access_key');
}

/** What keeps a profile from getting credentials through its `sso_session`. */
export function ssoSessionProblem(profile: SectionSettings, lookup: ProfileLookup): ProfileProblem | undefined {
    const name = profile.get('sso_session') ?? '';
    const session = lookup.ssoSession(name);
    if (session === undefined) {
        return { kind: 'ssoSessionNotFound', name, location: profile.setting('sso_session')?.location };
    }
    return sessionProblem(session) ?? contradiction(profile, session) ?? assignmentProblem(profile);
}

/** What keeps a profile from getting credentials through a start URL of its own. */
export function legacySsoProblem(profile: SectionSettings): ProfileProblem | undefined {
    return sessionProblem(profile) ?? assignmentProblem(profile);
}

/** What keeps an SSO session from being signed in to. */
export function sessionProblem(session: SectionSettings): ProfileProblem | undefined {
    const known = judged.get(session);
    if (known !== undefined) {
        return known.problem;
    }
    const problem = judge(session);
    judged.set(session, { problem });
    return problem;
}

/** Many profiles have one session. */
const judged = new WeakMap<SectionSettings, { readonly problem: ProfileProblem | undefined }>();

function judge(session: SectionSettings): ProfileProblem | undefined {
    return missingKey(session, 'sso_start_url', 'sso_region') ?? startUrlProblem(session) ?? invalidSetting(session, 'sso_region');
}

function startUrlProblem(section: SectionSettings): ProfileProblem | undefined {
    const setting = section.setting('sso_start_url');
    const value = setting?.value ?? '';
    const verdict = StartUrl.check(value);
    switch (verdict.kind) {
        case 'builderId':
            return { kind: 'builderIdHasNoAccounts', location: setting?.location };
        case 'empty':
        case 'notAUrl':
        case 'wrongScheme':
            return { kind: 'invalidValue', key: 'sso_start_url', value, location: setting?.location };
        case 'valid':
        case 'wrongPath':
            return undefined;
    }
}

function assignmentProblem(profile: SectionSettings): ProfileProblem | undefined {
    return missingKey(profile, 'sso_account_id', 'sso_role_name') ?? invalidSetting(profile, 'sso_account_id');
}

/** The AWS CLI refuses a profile that says something else than its session; which of the two is meant cannot be known. */
function contradiction(profile: SectionSettings, session: SectionSettings): ProfileProblem | undefined {
    const key = ['sso_start_url', 'sso_region'].find(
        candidate => profile.has(candidate) && profile.get(candidate) !== session.get(candidate)
    );
    return key === undefined
        ? undefined
        : { kind: 'conflictingKeys', keys: ['sso_session', key], location: profile.setting(key)?.location };
}
