import type { ProfileProblem } from '../../common/connection/profile-problem';
import { StartUrl } from '../../common/sign-in/start-url';
import type { ProfileLookup } from './profile-chain';
import { PROFILE_KEYS } from './profile-keys';
import { SectionSettings, SESSION_TOKENS } from './profile-settings';
import { signingKeys } from './signing-keys';
import { SsoSession } from './sso-session';

/** The settings whose values can be judged without asking anybody. Regions become part of a host name. */
const VALID = {
    region: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    sso_region: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    role_arn: /^arn:[^:]+:iam::\d{12}:role\/.+$/,
    sso_account_id: /^\d{12}$/
} as const;

/** Problem of the value of `key`, when it has one. */
export function invalidSetting(section: SectionSettings, key: keyof typeof VALID): ProfileProblem | undefined {
    const value = section.get(key);
    return value === undefined || VALID[key].test(value)
        ? undefined
        : { kind: 'invalidValue', key, value, location: section.setting(key)?.location };
}

/** The settings of which a part would be somebody else, or somewhere else. A command may go on in further lines. */
const WHOLE = [...PROFILE_KEYS, ...SESSION_TOKENS, 'region', 'sso_region', 'mfa_serial', 'external_id', 'role_session_name']
    .filter(key => key !== 'credential_process');

/** The AWS CLI reads a value with the deeper lines below it, the SDK without them; which of the two is meant cannot be known. */
export function valueThatGoesOn(section: SectionSettings): ProfileProblem | undefined {
    const key = section.goesOn ? WHOLE.find(one => section.get(one)?.includes('\n')) ?? ambiguousCommand(section) : undefined;
    return key === undefined ? undefined : { kind: 'valueGoesOn', key, location: section.setting(key)?.location };
}

/** To the AWS CLI a setting that is indented below a command is one more argument, and to the SDK a setting. */
function ambiguousCommand(section: SectionSettings): string | undefined {
    const key = 'credential_process';
    const [, ...lines] = section.get(key)?.split('\n') ?? [];
    return lines.some(line => WHOLE.includes(line.split(/[=:]/)[0].trim().toLowerCase())) ? key : undefined;
}

/** The first of `keys` that has no value. */
export function missingKey(section: SectionSettings, ...keys: string[]): ProfileProblem | undefined {
    for (const key of keys) {
        if (section.get(key) === undefined) {
            return { kind: 'missingKey', key, location: section.locations[0] };
        }
    }
    return undefined;
}

export function accessKeysProblem(profile: SectionSettings): ProfileProblem | undefined {
    const { accessKeyId, secretAccessKey } = signingKeys(profile);
    if (accessKeyId !== undefined && secretAccessKey !== undefined) {
        return undefined;
    }
    const key = accessKeyId === undefined ? 'aws_access_key_id' : 'aws_secret_access_key';
    const file = profile.setting('aws_access_key_id')?.location.file;
    return { kind: 'missingKey', key, location: profile.locations.find(section => section.file === file) ?? profile.locations[0] };
}

/** Problem that keeps a profile from getting credentials through its `sso_session`. */
export function ssoSessionProblem(profile: SectionSettings, lookup: ProfileLookup): ProfileProblem | undefined {
    const name = profile.get('sso_session') ?? '';
    const session = lookup.ssoSession(name);
    if (session === undefined) {
        return { kind: 'ssoSessionNotFound', name, location: profile.setting('sso_session')?.location };
    }
    const { problem, accountless } = judged(session);
    return reservedName(session) ?? problem ?? accountless ?? contradiction(profile, session) ?? assignmentProblem(profile);
}

/** Problem that keeps a profile from getting credentials through a start URL of its own. */
export function legacySsoProblem(profile: SectionSettings): ProfileProblem | undefined {
    const { problem, accountless } = judged(profile);
    return problem ?? accountless ?? assignmentProblem(profile);
}

/** Problem of a section whose name is kept for a session that is in no file: it would share that one's token file. */
export function reservedName({ name, locations: [location] }: SectionSettings): ProfileProblem | undefined {
    return SsoSession.isReserved(name) ? { kind: 'invalidValue', key: 'sso-session', value: name, location } : undefined;
}

/** Problem that keeps an SSO session from being signed in to. */
export function sessionProblem(session: SectionSettings): ProfileProblem | undefined {
    return judged(session).problem;
}

interface SessionJudgement {
    readonly problem: ProfileProblem | undefined;
    /** Keeps profiles of the session from getting credentials. */
    readonly accountless: ProfileProblem | undefined;
}

/** Many profiles have one session. */
const judgements = new WeakMap<SectionSettings, SessionJudgement>();

function judged(session: SectionSettings): SessionJudgement {
    const known = judgements.get(session);
    if (known !== undefined) {
        return known;
    }
    const problem = valueThatGoesOn(session) ?? missingKey(session, 'sso_start_url', 'sso_region') ?? startUrlProblem(session)
        ?? invalidSetting(session, 'sso_region');
    const judgement = { problem, accountless: accountlessProblem(session) };
    judgements.set(session, judgement);
    return judgement;
}

function startUrlProblem(section: SectionSettings): ProfileProblem | undefined {
    const setting = section.setting('sso_start_url');
    const value = setting?.value ?? '';
    const verdict = StartUrl.check(value);
    switch (verdict.kind) {
        case 'empty':
        case 'notAUrl':
        case 'wrongScheme':
            return { kind: 'invalidValue', key: 'sso_start_url', value, location: setting?.location };
        case 'builderId':
        case 'valid':
        case 'wrongPath':
            return undefined;
    }
}

/** A session of AWS Builder ID is for a token alone, such as that of CodeCatalyst. */
function accountlessProblem(section: SectionSettings): ProfileProblem | undefined {
    const setting = section.setting('sso_start_url');
    return StartUrl.check(setting?.value ?? '').kind === 'builderId'
        ? { kind: 'builderIdHasNoAccounts', location: setting?.location }
        : undefined;
}

function assignmentProblem(profile: SectionSettings): ProfileProblem | undefined {
    return missingKey(profile, 'sso_account_id', 'sso_role_name') ?? invalidSetting(profile, 'sso_account_id');
}

const OF_BOTH = ['sso_start_url', 'sso_region'] as const;

/** The AWS CLI refuses a profile that says something else than its session; which of the two is meant cannot be known. */
function contradiction(profile: SectionSettings, session: SectionSettings): ProfileProblem | undefined {
    for (const key of OF_BOTH) {
        const value = profile.get(key);
        if (value !== undefined && value !== session.get(key)) {
            return { kind: 'conflictingKeys', keys: ['sso_session', key], location: profile.setting(key)?.location };
        }
    }
    return undefined;
}
