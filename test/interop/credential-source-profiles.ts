/**
 * One case: profile `p` of these files, and its caller identity or failure. `HOME` stands for the home folder, `DEV_KEYS` and the like for
 * two lines of keys, `CONTAINER` for the address that serves the credentials of a container's role.
 */
export interface CredentialSourceCase {
    readonly sentence: string;
    readonly config: string;
    readonly credentials?: string;
    readonly environment?: { readonly [name: string]: string };
    /** Instead of `p`. */
    readonly profile?: string;
    /** A profile to sign in with first, by `aws sso login`. */
    readonly signIn?: string;
    /** An ARN (`*` for a session that the tool names), or a class of failure. */
    readonly end: string;
    /** The result of AWS CLI 2.9.19 where it differs, for a reason that the sentence names. */
    readonly cliEnd?: string;
}

const DEV = 'arn:aws:iam::111122223333:user/dev';
const STAGING = 'arn:aws:iam::444455556666:user/staging';
const CAREFUL = 'arn:aws:iam::777788889999:user/careful';
const DEPLOYER = 'arn:aws:sts::111122223333:assumed-role/Deployer';
const PARTNER = 'arn:aws:sts::444455556666:assumed-role/Deployer';
const READ_ONLY = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnly_0123456789abcdef/builder';

const ROLE = 'role_arn = arn:aws:iam::111122223333:role/Deployer\nrole_session_name = spec\n';
const PARTNER_ROLE = ROLE.replace('111122223333', '444455556666');
const USERS = '[profile dev]\nDEV_KEYS\n[profile staging]\nSTAGING_KEYS\n[profile careful]\nCAREFUL_KEYS\n';
const PROCESS = 'credential_process = /bin/cat HOME/print-keys\n';
const KEY_ID = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\n';
const SECRET = 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n';
const WEB = 'role_arn = arn:aws:iam::111122223333:role/WebApp\nrole_session_name = web\nweb_identity_token_file = HOME/token\n';
const SESSION = '[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = '
    + 'us-east-1\nsso_registration_scopes = sso:account:access\n';
const ASSIGNED = 'sso_account_id = 111122223333\nsso_role_name = ReadOnly\n';
const MFA = 'mfa_serial = arn:aws:iam::777788889999:mfa/careful\n';

const KEYS_AND_ENVIRONMENT: readonly CredentialSourceCase[] = [
    { sentence: 'keys in the config file', config: '[profile p]\nDEV_KEYS\n', end: DEV },
    { sentence: 'keys in the credentials file', config: '', credentials: '[p]\nDEV_KEYS\n', end: DEV },
    {
        sentence: 'keys in both files: those of the credentials file', config: '[profile p]\nDEV_KEYS\n',
        credentials: '[p]\nSTAGING_KEYS\n', end: STAGING
    },
    {
        sentence: 'keys that AWS does not know', config: '[profile p]\naws_access_key_id = AKIANOBODY\naws_secret_access_key = x\n',
        end: 'credentials refused'
    },
    { sentence: 'a key without its secret', config: '[profile p]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n', end: 'profile unusable' },
    { sentence: 'upper-case keys of settings',
        config: '[profile p]\nAWS_ACCESS_KEY_ID = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n',
        end: DEV },
    { sentence: 'a name in quotes', config: '[profile "p"]\nDEV_KEYS\n', end: DEV },
    { sentence: 'a profile with a region alone', config: '[profile p]\nregion = eu-west-1\n', end: 'profile unusable' },
    { sentence: 'no such profile', config: USERS, end: 'profile unusable' },
    { sentence: 'keys with a session token', config: '', credentials: '[p]\nTEMPORARY_KEYS\n', end: `${DEPLOYER}/temporary` },
    { sentence: 'keys of the config file with a session token', config: '[profile p]\nTEMPORARY_KEYS\n', end: `${DEPLOYER}/temporary` },
    { sentence: 'keys with the session token of others', config: '[profile p]\nDEV_KEYS\naws_session_token = another\n',
        end: 'credentials refused' },
    {
        sentence: 'keys with a session token of the old name', config: '', credentials: '[p]\nSECURITY_KEYS\n', end: `${DEPLOYER}/temporary`
    },
    { sentence: 'keys of the config file with a session token of the old name',
        config: '[profile p]\nSECURITY_KEYS\n', end: `${DEPLOYER}/temporary` },
    { sentence: 'session tokens of both names: the old one',
        config: '[profile p]\nSECURITY_KEYS\naws_session_token = another\n', end: `${DEPLOYER}/temporary` },
    { sentence: 'session tokens of both names, the old one of others',
        config: '[profile p]\nTEMPORARY_KEYS\naws_security_token = another\n', end: 'credentials refused' },
    { sentence: 'a role through keys with a session token of the old name',
        config: `[profile q]\nSECURITY_KEYS\n[profile p]\n${ROLE}source_profile = q\n`, end: `${DEPLOYER}/spec` },
    { sentence: 'keys in the credentials file, and a session token in the config file, which is none of theirs',
        config: '[profile p]\naws_session_token = another\n', credentials: '[p]\nDEV_KEYS\n', end: DEV },
    { sentence: 'keys with a session token in the credentials file, and one of the old name in the config file',
        config: '[profile p]\naws_security_token = another\n', credentials: '[p]\nTEMPORARY_KEYS\n', end: `${DEPLOYER}/temporary` },
    { sentence: 'keys with a session token in the config file, and one of either name in the credentials file',
        config: '[profile p]\nTEMPORARY_KEYS\n', credentials: '[p]\naws_session_token = another\naws_security_token = another\n',
        end: `${DEPLOYER}/temporary` },
    {
        sentence: 'a key in the config file, and a secret in the credentials file', config: `[profile p]\n${KEY_ID}`,
        credentials: `[p]\n${SECRET}`, end: 'profile unusable'
    },
    {
        sentence: 'a key in the credentials file, and a secret in the config file', config: `[profile p]\n${SECRET}`,
        credentials: `[p]\n${KEY_ID}`, end: 'profile unusable'
    },
    {
        sentence: 'a key in the credentials file, and both in the config file', config: '[profile p]\nDEV_KEYS\n',
        credentials: `[p]\n${KEY_ID}`, end: 'profile unusable'
    },
    { sentence: 'a secret in the credentials file, and both in the config file',
        config: '[profile p]\nDEV_KEYS\n', credentials: '[p]\naws_secret_access_key = another\n', end: DEV },
    { sentence: 'a role through keys with a session token in the other file',
        config: `[profile q]\naws_session_token = another\n[profile p]\n${ROLE}source_profile = q\n`, credentials: '[q]\nDEV_KEYS\n',
        end: `${DEPLOYER}/spec` },
    { sentence: 'a role through a key and a secret of two files',
        config: `[profile q]\n${KEY_ID}[profile p]\n${ROLE}source_profile = q\n`, credentials: `[q]\n${SECRET}`, end: 'profile unusable' },
    { sentence: 'keys beside those of the environment', config: '[profile p]\nDEV_KEYS\n', environment: stagingEnvironment(), end: DEV }
];

const ROLES: readonly CredentialSourceCase[] = [
    { sentence: 'a role', config: `${USERS}[profile p]\n${ROLE}source_profile = dev\n`, end: `${DEPLOYER}/spec` },
    {
        sentence: 'a role without a session name',
        config: `${USERS}[profile p]\n${ROLE.replace(/role_session.*\n/, '')}source_profile = dev\n`, end: `${DEPLOYER}/*`
    },
    { sentence: 'a role that refuses without its external id',
        config: `${USERS}[profile p]\n${PARTNER_ROLE}source_profile = staging\n`, end: 'denied' },
    {
        sentence: 'a role with its external id',
        config: `${USERS}[profile p]\n${PARTNER_ROLE}source_profile = staging\nexternal_id = partner-42\n`, end: `${PARTNER}/spec`
    },
    {
        sentence: 'a role with another external id',
        config: `${USERS}[profile p]\n${PARTNER_ROLE}source_profile = staging\nexternal_id = partner-43\n`, end: 'denied'
    },
    {
        sentence: 'a role through keys with a session token',
        config: `[profile q]\nTEMPORARY_KEYS\n[profile p]\n${ROLE}source_profile = q\n`, end: `${DEPLOYER}/spec`
    },
    {
        sentence: 'a duration', config: `${USERS}[profile p]\n${ROLE}source_profile = dev\nduration_seconds = 900\n`,
        end: `${DEPLOYER}/spec`
    },
    {
        sentence: 'a duration that is no number', config: `${USERS}[profile p]\n${ROLE}source_profile = dev\nduration_seconds = long\n`,
        end: `${DEPLOYER}/spec`
    },
    {
        sentence: 'a duration that AWS refuses', config: `${USERS}[profile p]\n${ROLE}source_profile = dev\nduration_seconds = 60\n`,
        end: 'request refused'
    },
    { sentence: 'a role whose source is itself', config: `[profile p]\nDEV_KEYS\n${ROLE}source_profile = p\n`, end: `${DEPLOYER}/spec` },
    {
        sentence: 'keys and a role: the role', config: `${USERS}[profile p]\nSTAGING_KEYS\n${ROLE}source_profile = dev\n`,
        end: `${DEPLOYER}/spec`
    },
    { sentence: 'keys and a role without a source', config: `[profile p]\nDEV_KEYS\n${ROLE}`, end: 'profile unusable' },
    { sentence: 'a source that is not there', config: `[profile p]\n${ROLE}source_profile = gone\n`, end: 'profile unusable' },
    {
        sentence: 'two roles that are each other\'s source',
        config: `[profile p]\n${ROLE}source_profile = q\n[profile q]\n${ROLE}source_profile = p\n`, end: 'profile unusable'
    },
    {
        sentence: 'a role that is its own source, without keys', config: `[profile p]\n${ROLE}source_profile = p\n`, end: 'profile unusable'
    },
    { sentence: 'both a source profile and a credential source',
        config: `${USERS}[profile p]\n${ROLE}source_profile = dev\ncredential_source = Environment\n`, end: 'profile unusable' },
    { sentence: 'a chain', config: `${USERS}[profile q]\n${ROLE}source_profile = dev\n[profile p]\n${ROLE.replace(
        'Deployer', 'WebApp'
    )}source_profile = q\n`,
        end: 'arn:aws:sts::111122223333:assumed-role/WebApp/spec' },
    { sentence: 'a source with keys and a role that leads nowhere',
        config: `[profile q]\nDEV_KEYS\n${ROLE}source_profile = gone\n[profile p]\n${ROLE}source_profile = q\n`, end: `${DEPLOYER}/spec` },
    { sentence: 'a source with half a pair of keys',
        config: `[profile q]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n[profile p]\n${ROLE}source_profile = q\n`,
        end: 'profile unusable' },
    { sentence: 'a source with the keys of somebody whom AWS does not know, and a process',
        config: `[profile q]\naws_access_key_id = AKIANOBODY\naws_secret_access_key = x\n${PROCESS}[profile p]\n${ROLE}source_profile = q\n`,
        end: `${DEPLOYER}/spec` },
    {
        sentence: 'a role that is not to be had',
        config: `${USERS}[profile p]\n${ROLE.replace('Deployer', 'Nobody')}source_profile = dev\n`, end: 'denied'
    }
];

const CREDENTIAL_SOURCE: readonly CredentialSourceCase[] = [
    {
        sentence: 'the environment as a source', config: `[profile p]\n${ROLE}credential_source = Environment\n`,
        environment: stagingEnvironment(), end: `${DEPLOYER}/spec`
    },
    { sentence: 'the environment as a source, in small letters',
        config: `[profile p]\n${ROLE}credential_source = environment\n`, environment: stagingEnvironment(), end: 'profile unusable' },
    { sentence: 'a chain whose end is the environment',
        config: `[profile q]\n${ROLE}credential_source = Environment\n[profile p]\n${ROLE.replace(
            'Deployer', 'WebApp'
        )}source_profile = q\n`,
        environment: stagingEnvironment(), end: 'arn:aws:sts::111122223333:assumed-role/WebApp/spec' },
    { sentence: 'a container as a source', config: `[profile p]\n${ROLE}credential_source = EcsContainer\n`,
        environment: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'CONTAINER' }, end: `${DEPLOYER}/spec` },
    { sentence: 'a container that does not answer', config: `[profile p]\n${ROLE}credential_source = EcsContainer\n`,
        environment: { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:9/away' }, end: 'not reachable' },
    { sentence: 'an empty environment as a source', config: `[profile p]\n${ROLE}credential_source = Environment\n`, end: 'source empty' },
    { sentence: 'an instance that is none', config: `[profile p]\n${ROLE}credential_source = Ec2InstanceMetadata\n`, end: 'source empty' },
    { sentence: 'a container that is none', config: `[profile p]\n${ROLE}credential_source = EcsContainer\n`, end: 'source empty' },
    { sentence: 'an unknown source', config: `[profile p]\n${ROLE}credential_source = Vault\n`, end: 'profile unusable' }
];

const OTHERS: readonly CredentialSourceCase[] = [
    { sentence: 'a process', config: `[profile p]\n${PROCESS}`, end: DEV },
    {
        sentence: 'a process whose words are in quotes', config: '[profile p]\ncredential_process = "/bin/cat" \'HOME/print keys\'\n',
        end: DEV
    },
    { sentence: 'a process that is not there', config: '[profile p]\ncredential_process = /nowhere/tool\n', end: 'process failed' },
    {
        sentence: 'a process that prints credentials that have expired',
        config: '[profile p]\ncredential_process = /bin/cat HOME/print-expired\n', end: 'expired'
    },
    { sentence: 'a process whose credentials end at an instant in the basic format',
        config: '[profile p]\ncredential_process = /bin/cat HOME/print-basic\n', end: DEV },
    { sentence: 'a process whose credentials end at an instant in the form of HTTP',
        config: '[profile p]\ncredential_process = /bin/cat HOME/print-http\n', end: DEV },
    { sentence: 'a process whose credentials end at a time without a zone (the CLI breaks down)',
        config: '[profile p]\ncredential_process = /bin/cat HOME/print-zoneless\n', end: 'process failed', cliEnd: 'crash' },
    { sentence: 'a process whose credentials end at a number (the CLI breaks down)',
        config: '[profile p]\ncredential_process = /bin/cat HOME/print-number\n', end: 'process failed', cliEnd: 'crash' },
    { sentence: 'a process whose credentials never end', config: '[profile p]\ncredential_process = /bin/cat HOME/print-null\n', end: DEV },
    {
        sentence: 'a process that needs a shell', config: '[profile p]\ncredential_process = cat HOME/print-keys | cat\n',
        end: 'process failed'
    },
    { sentence: 'a process that fails', config: '[profile p]\ncredential_process = /bin/false\n', end: 'process failed' },
    {
        sentence: 'a process that prints nothing of use', config: '[profile p]\ncredential_process = /bin/echo {"Version":2}\n',
        end: 'process failed'
    },
    { sentence: 'keys in the config file and a process: the process', config: `[profile p]\nSTAGING_KEYS\n${PROCESS}`, end: DEV },
    {
        sentence: 'keys in the credentials file and a process: the keys', config: `[profile p]\n${PROCESS}`,
        credentials: '[p]\nSTAGING_KEYS\n', end: STAGING
    },
    {
        sentence: 'a role through a process', config: `[profile q]\n${PROCESS}[profile p]\n${ROLE}source_profile = q\n`,
        end: `${DEPLOYER}/spec`
    },
    { sentence: 'a web identity', config: `[profile p]\n${WEB}`, end: 'arn:aws:sts::111122223333:assumed-role/WebApp/web' },
    {
        sentence: 'a web identity and keys: the web identity', config: `[profile p]\nSTAGING_KEYS\n${WEB}`,
        end: 'arn:aws:sts::111122223333:assumed-role/WebApp/web'
    },
    { sentence: 'a web identity and a source profile: the web identity',
        config: `${USERS}[profile p]\n${WEB}source_profile = dev\n`, end: 'arn:aws:sts::111122223333:assumed-role/WebApp/web' },
    {
        sentence: 'a role through a web identity', config: `[profile q]\n${WEB}[profile p]\n${ROLE}source_profile = q\n`,
        end: `${DEPLOYER}/spec`
    },
    { sentence: 'a web identity without a role', config: '[profile p]\nweb_identity_token_file = HOME/token\n', end: 'profile unusable' },
    {
        sentence: 'a web identity whose file is missing', config: `[profile p]\n${WEB.replace('HOME/token', 'HOME/no-token')}`,
        end: 'file missing'
    },
    {
        sentence: 'a role that needs a code, with nobody to ask', config: `${USERS}[profile p]\n${ROLE}source_profile = careful\n${MFA}`,
        end: 'code needed'
    },
    { sentence: 'a source that names a device, for a role that needs none',
        config: `[profile q]\nCAREFUL_KEYS\n${MFA}[profile p]\n${ROLE}source_profile = q\n`, end: `${DEPLOYER}/spec` },
    {
        sentence: 'keys that name a device (the CLI asks for a code only for roles)', config: `[profile p]\nCAREFUL_KEYS\n${MFA}`,
        end: 'code needed', cliEnd: CAREFUL
    }
];

const IDENTITY_CENTER: readonly CredentialSourceCase[] = [
    { sentence: 'an SSO session', config: `${SESSION}[profile p]\nsso_session = corp\n${ASSIGNED}`, signIn: 'p', end: READ_ONLY },
    {
        sentence: 'a legacy start URL', config: `[profile p]\n${SESSION.split('\n').slice(1, 3).join('\n')}\n${ASSIGNED}`, signIn: 'p',
        end: READ_ONLY
    },
    {
        sentence: 'SSO and keys in the config file: SSO', config: `${SESSION}[profile p]\nSTAGING_KEYS\nsso_session = corp\n${ASSIGNED}`,
        signIn: 'p', end: READ_ONLY
    },
    { sentence: 'a role through a legacy start URL', config: `[profile q]\n${SESSION.split('\n').slice(1, 3)
        .join('\n')}\n${ASSIGNED}[profile p]\n${ROLE}source_profile = q\n`,
        signIn: 'q', end: `${DEPLOYER}/spec` },
    {
        sentence: 'an SSO session without a sign-in', config: `${SESSION}[profile p]\nsso_session = corp\n${ASSIGNED}`,
        end: 'sign-in needed'
    },
    { sentence: 'an SSO session that is not there', config: `[profile p]\nsso_session = gone\n${ASSIGNED}`, end: 'profile unusable' },
    {
        sentence: 'an SSO session alone, which is for a token', config: `${SESSION}[profile p]\nsso_session = corp\n`, signIn: 'p',
        end: 'profile unusable'
    },
    {
        sentence: 'an account of an SSO session without a role',
        config: `${SESSION}[profile p]\nsso_session = corp\nsso_account_id = 111122223333\n`, end: 'profile unusable'
    },
    { sentence: 'a role through an SSO session (a fault of the CLI, mended since)',
        config: `${SESSION}[profile q]\nsso_session = corp\n${ASSIGNED}[profile p]\n${ROLE}source_profile = q\n`, signIn: 'q',
        end: `${DEPLOYER}/spec`, cliEnd: 'crash' },
    { sentence: 'a session of `aws login`, not begun (the CLI knows the command since 2.32)',
        config: '[profile p]\nlogin_session = arn:aws:iam::111122223333:user/dev\n', end: 'sign-in needed', cliEnd: 'profile unusable' },
    { sentence: 'a start URL that differs from the session\'s', config: `${SESSION}[profile p]\nsso_session = corp\nsso_start_url = https://globex.awsapps.com/start\n${ASSIGNED}`,
        end: 'profile unusable' },
    { sentence: 'a role that is not assigned',
        config: `${SESSION}[profile p]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Nobody\n`, signIn: 'p',
        end: 'denied' }
];

/** Files written in ways that the SDK and the AWS CLI read differently. */
const WRITTEN_DIFFERENTLY: readonly CredentialSourceCase[] = [
    { sentence: 'what looks like a comment behind a value, which is a part of the value',
        config: `${USERS}[profile p]\n${ROLE}source_profile = dev # mine\n`, end: 'profile unusable' },
    { sentence: 'a source profile whose name has what looks like a comment in it',
        config: `[profile "dev # mine"]\nDEV_KEYS\n[profile dev]\nSTAGING_KEYS\n[profile p]\n${ROLE}source_profile = dev # mine\n`,
        end: `${DEPLOYER}/spec` },
    { sentence: 'a process with an argument that begins as comments do',
        config: '[profile p]\ncredential_process = /bin/sh -c "cat \'HOME/print-keys\'" account #2\n', end: DEV },
    {
        sentence: 'a process with such an argument in quotes',
        config: '[profile p]\ncredential_process = /bin/sh -c "cat HOME/print-keys #1" --json\n', end: DEV
    },
    {
        sentence: 'a process with a semicolon between commands',
        config: '[profile p]\ncredential_process = /bin/sh -c "echo x >&2 ; cat HOME/print-keys"\n', end: DEV
    },
    { sentence: 'a process whose arguments go on in further lines, with a comment and an empty line between',
        config: '[profile p]\ncredential_process = /bin/sh\n  -c "cat HOME/print-$0"\n  # old\n\n  keys\noutput = json\n', end: DEV },
    { sentence: 'a process with an equals sign in a further line',
        config: '[profile p]\ncredential_process = /usr/bin/env\n\tNAME=keys\n\tsh -c "cat HOME/print-$NAME"\n', end: DEV },
    { sentence: 'a role whose name goes on in another line (the CLI asks for both lines)',
        config: `${USERS}[profile p]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\n  x\nsource_profile = dev\n`,
        end: 'profile unusable', cliEnd: 'denied' },
    { sentence: 'a secret with what looks like a comment in it',
        config: '[profile p]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE ; mine\naws_secret_access_key = '
            + 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n', end: 'credentials refused' },
    { sentence: 'comments of whole lines, indented too', config: '[profile p]\n  # c\nDEV_KEYS\n  ; d\n#e = f\n', end: DEV },
    { sentence: 'a name with what looks like a comment in it', config: '[profile "Team #1"]\nDEV_KEYS\n', profile: 'Team #1', end: DEV },
    {
        sentence: 'such a name in the credentials file', config: '', credentials: '[Team #1 ; a]\nDEV_KEYS\n', profile: 'Team #1 ; a',
        end: DEV
    },
    { sentence: 'a name with # in it, without quotes', config: '[profile a#b;c]\nDEV_KEYS\n', profile: 'a#b;c', end: DEV },
    {
        sentence: 'a header with a second bracket, which is a part of its name', config: '[profile p] # [old]\nDEV_KEYS\n',
        end: 'profile unusable'
    },
    {
        sentence: '[profile default] and later [default]', config: '[profile default]\nSTAGING_KEYS\n[default]\nDEV_KEYS\n',
        profile: 'default', end: DEV
    },
    {
        sentence: '[default] and later [profile default]', config: '[default]\nSTAGING_KEYS\n[profile default]\nDEV_KEYS\n',
        profile: 'default', end: DEV
    },
    { sentence: 'a default profile that a later one without keys replaces',
        config: '[default]\nSTAGING_KEYS\n[profile default]\noutput = json\n', profile: 'default', end: 'profile unusable' },
    { sentence: 'two spellings of a name: the later one', config: '[profile "p"]\nSTAGING_KEYS\n[profile p]\nDEV_KEYS\n', end: DEV },
    { sentence: 'a comment behind the name of a section, without a space', config: '[profile p]; mine\nDEV_KEYS\n', end: DEV },
    { sentence: 'more spaces than one before a name', config: '[profile   p]\nDEV_KEYS\n', end: DEV },
    {
        sentence: 'a name with a space, in quotes', config: `[profile "q r"]\nDEV_KEYS\n[profile p]\n${ROLE}source_profile = q r\n`,
        end: `${DEPLOYER}/spec`
    },
    {
        sentence: 'lines that end as on Windows', config: `${USERS}[profile p]\n${ROLE}source_profile = dev\n`.replaceAll('\n', '\r\n'),
        end: `${DEPLOYER}/spec`
    },
    {
        sentence: 'keys of [DEFAULT], which every section inherits', config: '[DEFAULT]\nSTAGING_KEYS\n[profile p]\noutput = json\n',
        end: STAGING
    },
    { sentence: 'keys of [DEFAULT] beside those of the profile', config: '[DEFAULT]\nSTAGING_KEYS\n[profile p]\nDEV_KEYS\n', end: DEV },
    {
        sentence: 'keys of [DEFAULT] in the credentials file', config: '[profile p]\nDEV_KEYS\n',
        credentials: '[p]\noutput = json\n[DEFAULT]\nSTAGING_KEYS\n', end: STAGING
    },
    {
        sentence: 'keys of [DEFAULT] in the file that has no section for the profile', config: '[profile p]\nDEV_KEYS\n',
        credentials: '[DEFAULT]\nSTAGING_KEYS\n', end: DEV
    },
    {
        sentence: 'keys of [DEFAULT] for [default], which is another section',
        config: '[DEFAULT]\nSTAGING_KEYS\n[default]\noutput = json\n', profile: 'default', end: STAGING
    },
    { sentence: 'a profile of which only [DEFAULT] speaks', config: '[DEFAULT]\nSTAGING_KEYS\n', end: 'profile unusable' },
    { sentence: 'colons between keys and values', config: `[profile p]\n${ROLE}source_profile: dev\n${USERS}`, end: `${DEPLOYER}/spec` },
    { sentence: 'a value with a percent sign', config: `[profile p]\nDEV_KEYS\ndescription = %(home)s 100%\n`, end: DEV },
    {
        sentence: 'a line that is no assignment (the CLI refuses the whole file)', config: '[profile p]\nDEV_KEYS\nnothing\n', end: DEV,
        cliEnd: 'file refused'
    },
    { sentence: 'two sections of one name (the CLI refuses the whole file)',
        config: '[profile p]\nDEV_KEYS\n[profile p]\noutput = json\n', end: DEV, cliEnd: 'file refused' },
    { sentence: 'a section without the word profile, which is none', config: '[p]\nDEV_KEYS\n', end: 'profile unusable' }
];

/** The same profiles for both tools; the traps of `fromIni` and of the CLI are among them. */
export const CREDENTIAL_SOURCES: readonly CredentialSourceCase[] = [
    ...KEYS_AND_ENVIRONMENT, ...ROLES, ...CREDENTIAL_SOURCE, ...OTHERS, ...IDENTITY_CENTER, ...WRITTEN_DIFFERENTLY
];

function stagingEnvironment(): { readonly [name: string]: string } {
    return { AWS_ACCESS_KEY_ID: 'AKIAI44QH8DHBEXAMPLE', AWS_SECRET_ACCESS_KEY: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY' };
}
