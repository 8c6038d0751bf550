import { expect } from 'chai';
import type { SourceLocation } from '../../common/value/source-location';
import type { IamProfileConnection, IamProfileSource } from '../../common/connection/aws-connection';
import type { ProfileProblem } from '../../common/connection/profile-problem';
import { interpret } from './config-interpretation';
import { parseIni } from './ini/ini-document';
import type { SharedConfig } from './shared-config';

function read(config: string, credentials = '', region?: string): Omit<SharedConfig, 'files'> {
    return interpret(
        { config: parseIni(config), credentials: parseIni(credentials), configFile: 'config', credentialsFile: 'credentials' },
        region
    );
}

function profile(name: string, { profiles }: Omit<SharedConfig, 'files'>): IamProfileConnection {
    const found = profiles.find(candidate => candidate.name === name);
    if (found === undefined) {
        throw new Error(`no profile ${name}`);
    }
    return found;
}

const at = (line: number): SourceLocation => ({ file: 'config', line });

const ROLE = 'role_arn = arn:aws:iam::111122223333:role/path/Admin\n';
const KEYS = 'aws_access_key_id = AKIA\naws_secret_access_key = secret\n';
const SSO = 'sso_account_id = 111122223333\nsso_role_name = Admin\n';
const BUILDER_ID = 'https://view.awsapps.com/start';
const SESSION = '[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n';
const INLINE = 'sso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n';

describe('The source of a profile', () => {

    const CASES: [what: string, config: string, source: IamProfileSource, credentials?: string][] = [
        ['keys in the config file', KEYS, 'accessKeys'],
        ['keys in the credentials file', '', 'accessKeys', KEYS],
        ['keys with a session token', `${KEYS}aws_session_token = t\n`, 'sessionToken'],
        ['keys in the credentials file, whose session token would stand there too', 'aws_session_token = t\n', 'accessKeys', KEYS],
        ['keys with a session token in the credentials file, whatever the config file has', KEYS, 'sessionToken', `${KEYS}aws_security_token = t\n`],
        ['a role with a source profile', `${ROLE}source_profile = base\n`, 'assumeRole'],
        ['a role with a credential source', `${ROLE}credential_source = Environment\n`, 'assumeRole'],
        ['a role, before keys', `${ROLE}source_profile = base\n${KEYS}`, 'assumeRole'],
        ['a role, before SSO', `${ROLE}source_profile = base\nsso_session = corp\n${SSO}`, 'assumeRole'],
        ['a web identity', `${ROLE}web_identity_token_file = /t\n`, 'webIdentity'],
        ['a web identity, before a source profile', `${ROLE}web_identity_token_file = /t\nsource_profile = base\n`, 'webIdentity'],
        ['a role of an SSO session', `sso_session = corp\n${SSO}`, 'ssoSession'],
        ['a role of an SSO session, before keys', `sso_session = corp\n${SSO}`, 'ssoSession', KEYS],
        ['a role of a start URL', `${INLINE}${SSO}`, 'ssoLegacy'],
        ['keys, before an SSO session that names no role', 'sso_session = corp\n', 'accessKeys', KEYS],
        ['keys of the credentials file, before a process', 'credential_process = /p\n', 'accessKeys', KEYS],
        ['keys of the credentials file, before aws login', 'login_session = arn\n', 'accessKeys', KEYS],
        ['aws login, before a process', 'login_session = arn\ncredential_process = /p\n', 'loginSession'],
        ['aws login, before keys of the config file', `login_session = arn\n${KEYS}`, 'loginSession'],
        ['a process, before keys of the config file', `credential_process = /p\n${KEYS}`, 'process']
    ];

    for (const [what, config, source, credentials] of CASES) {
        it(`is found: ${what}`, () => {
            const found = profile(
                'a',
                read(`[profile a]\n${config}[profile base]\n${KEYS}${SESSION}`, credentials && `[a]\n${credentials}`)
            );
            expect([found.source, found.problem]).to.deep.equal([source, undefined]);
        });
    }
});

describe('The problem of a profile', () => {

    const CASES: [what: string, config: string, problem: ProfileProblem][] = [
        ['no credentials at all', '[profile a]\nregion = eu-west-1', { kind: 'noCredentials', location: at(1) }],
        [
            'keys without the secret',
            '[profile a]\naws_access_key_id = A',
            { kind: 'missingKey', key: 'aws_secret_access_key', location: at(1) }
        ],
        [
            'a secret without the key',
            '[profile a]\naws_secret_access_key = A',
            { kind: 'missingKey', key: 'aws_access_key_id', location: at(1) }
        ],
        ['a role without a source', `[profile a]\n${ROLE}`, { kind: 'missingKey', key: 'source_profile', location: at(1) }],
        ['a role with two sources',
            `[profile a]\n${ROLE}source_profile = b\ncredential_source = Environment`,
            { kind: 'conflictingKeys', keys: ['source_profile', 'credential_source'], location: at(4) }],
        ['an unknown credential source',
            `[profile a]\n${ROLE}credential_source = environment`,
            { kind: 'invalidValue', key: 'credential_source', value: 'environment', location: at(3) }
        ],
        [
            'a role that is none',
            `[profile a]\nrole_arn = Admin\ncredential_source = Environment`,
            { kind: 'invalidValue', key: 'role_arn', value: 'Admin', location: at(2) }
        ],
        [
            'a source profile that is not there',
            `[profile a]\n${ROLE}source_profile = gone`,
            { kind: 'sourceProfileNotFound', name: 'gone', location: at(3) }
        ],
        [
            'a source profile that is broken',
            `[profile a]\n${ROLE}source_profile = b\n[profile b]\nregion = eu-west-1`,
            { kind: 'sourceProfileBroken', name: 'b', location: at(3) }
        ],
        [
            'itself as its source, without keys',
            `[profile a]\n${ROLE}source_profile = a`,
            { kind: 'sourceProfileCycle', names: ['a', 'a'], location: at(3) }
        ],
        [
            'a circle',
            `[profile a]\n${ROLE}source_profile = b\n[profile b]\n${ROLE}source_profile = a`,
            { kind: 'sourceProfileCycle', names: ['a', 'b', 'a'], location: at(3) }
        ],
        [
            'a source that goes in a circle',
            `[profile a]\n${ROLE}source_profile = b\n[profile b]\n${ROLE}source_profile = b`,
            { kind: 'sourceProfileBroken', name: 'b', location: at(3) }
        ],
        [
            'a web identity without a role',
            '[profile a]\nweb_identity_token_file = /t',
            { kind: 'missingKey', key: 'role_arn', location: at(1) }
        ],
        [
            'an SSO session that is not there',
            `[profile a]\nsso_session = gone\n${SSO}`,
            { kind: 'ssoSessionNotFound', name: 'gone', location: at(2) }
        ],
        [
            'an SSO session without a region',
            `[profile a]\nsso_session = s\n${SSO}[sso-session s]\nsso_start_url = https://x.awsapps.com/start`,
            { kind: 'missingKey', key: 'sso_region', location: at(5) }],
        ['an SSO session that it contradicts',
            `[profile a]\nsso_session = corp\nsso_region = us-east-1\n${SSO}${SESSION}`,
            { kind: 'conflictingKeys', keys: ['sso_session', 'sso_region'], location: at(3) }
        ],
        [
            'an SSO session but no account',
            `[profile a]\nsso_session = corp\n${SESSION}`,
            { kind: 'missingKey', key: 'sso_account_id', location: at(1) }
        ],
        [
            'an SSO session but no role',
            `[profile a]\nsso_session = corp\nsso_account_id = 111122223333\n${SESSION}`,
            { kind: 'missingKey', key: 'sso_role_name', location: at(1) }
        ],
        [
            'an account that is none',
            `[profile a]\nsso_session = corp\nsso_account_id = 1111\nsso_role_name = r\n${SESSION}`,
            { kind: 'invalidValue', key: 'sso_account_id', value: '1111', location: at(3) }
        ],
        [
            'a start URL without a region',
            `[profile a]\nsso_start_url = https://x.awsapps.com/start\n${SSO}`,
            { kind: 'missingKey', key: 'sso_region', location: at(1) }
        ],
        ['a role but no start URL', `[profile a]\n${SSO}`, { kind: 'missingKey', key: 'sso_start_url', location: at(1) }],
        ['a start URL that is none',
            `[profile a]\nsso_start_url = corp\nsso_region = eu-west-1\n${SSO}`,
            { kind: 'invalidValue', key: 'sso_start_url', value: 'corp', location: at(2) }
        ],
        [
            'the start URL of Builder ID',
            `[profile a]\nsso_start_url = ${BUILDER_ID}/\nsso_region = us-east-1\n${SSO}`,
            { kind: 'builderIdHasNoAccounts', location: at(2) }
        ],
        [
            'an SSO session of Builder ID',
            `[profile a]\nsso_session = s\n${SSO}[sso-session s]\nsso_start_url = ${BUILDER_ID}\nsso_region = us-east-1`,
            { kind: 'builderIdHasNoAccounts', location: at(6) }
        ],
        [
            'a region that cannot be one',
            `[profile a]\n${KEYS}region = evil.example/x`,
            { kind: 'invalidValue', key: 'region', value: 'evil.example/x', location: at(4) }
        ]
    ];

    for (const [what, config, problem] of CASES) {
        it(`is told: ${what}`, () => {
            expect(profile('a', read(config)).problem).to.deep.equal(problem);
        });
    }

    it('is told where key and secret stand in two files, which is no pair', () => {
        const [id, secret] = KEYS.split(/(?<=\n)/);
        const missing = { kind: 'missingKey', key: 'aws_secret_access_key' };
        expect(profile('a', read(`[profile a]\n${id}`, `[a]\n${secret}`)).problem).to.deep.equal({ ...missing, location: at(1) });
        expect(profile('a', read(`[profile a]\n${KEYS}`, `[a]\n${id}`)).problem)
            .to.deep.equal({ ...missing, location: { file: 'credentials', line: 1 } });
        expect(profile('a', read(`[profile a]\n${KEYS}`, `[a]\n${secret}`)).problem).to.equal(undefined);
    });

    it('is told for sections that no tool reads, each listed on its own', () => {
        const { profiles } = read([
            `[a b]\n${KEYS}[profile c d]\n${KEYS}[ profile e ]\n[profile f\n${KEYS}[Profile g]\n`,
            `[plugins]\nx = y\n[services s]\ns3 =\n  endpoint_url = http://x\n[profile ok]\n${KEYS}`
        ].join(''));
        expect(profiles.map(({ name, problem }) => [name, problem?.kind])).to.deep.equal([
            ['ok', undefined], ...['a b', 'profile c d', 'profile e', 'profile f', 'Profile g'].map(name => [name, 'unreadableName'])
        ]);
    });

    it('of one does not touch the others, nor a role whose source signs with keys of its own', () => {
        const config = read(
            `[profile a]\n${ROLE}source_profile = b\n[profile b]\n${ROLE}source_profile = gone\n${KEYS}[profile self]\n${ROLE}source_profile = self\n${KEYS}`
        );
        expect(config.profiles.map(({ name, problem }) => [name, problem?.kind])).to.deep.equal([
            ['a', undefined],
            ['b', 'sourceProfileNotFound'],
            ['self', undefined]
        ]);
    });

    it('with the region of a source is none of the role', () => {
        expect(profile('a', read(`[profile a]\n${ROLE}source_profile = b\n[profile b]\n${KEYS}region = a b`)).problem).to.equal(undefined);
        expect(
            profile('a', read(`[profile a]\n${ROLE}source_profile = b\n[profile b]\ncredential_process = /p\nregion = a b`)).problem
        ).to.equal(undefined);
    });
});

describe('What is said of a profile', () => {

    it('comes from both files, the credentials file first, with every place', () => {
        const found = profile('a', read('[profile a]\nregion = eu-west-1\naws_access_key_id = old\n', `# c\n[a]\n${KEYS}region =\n`));
        expect(found.locations).to.deep.equal([{ file: 'config', line: 1 }, { file: 'credentials', line: 2 }]);
        expect(found.region).to.deep.equal({ name: 'eu-west-1', origin: 'profile' });
        expect(read('[profile a]\naws_access_key_id = old\n', `[a]\n${KEYS}`).settings.profile('a')?.get('aws_access_key_id')).to.equal(
            'AKIA'
        );
    });

    it('tells where its region is from', () => {
        expect(profile('a', read('[profile a]\n')).region).to.deep.equal({ name: 'us-east-1', origin: 'default' });
        expect(profile('a', read('[profile a]\n', '', 'eu-north-1')).region).to.deep.equal({ name: 'eu-north-1', origin: 'environment' });
    });

    it('names account and role that the files name', () => {
        const config = read(`[profile role]\n${ROLE}source_profile = sso\n[profile sso]\nsso_session = corp\n${SSO}${SESSION}`);
        expect(
            config.profiles.map(({ accountId, roleName, ssoSession, sourceProfile }) => [accountId, roleName, ssoSession, sourceProfile])
        ).to.deep.equal([
            ['111122223333', 'Admin', 'corp', 'sso'],
            ['111122223333', 'Admin', 'corp', undefined]
        ]);
    });

    it('names the start URL at the end of a chain, and MFA anywhere in it', () => {
        const config = read(
            `[profile a]\n${ROLE}source_profile = b\n[profile b]\n${ROLE}source_profile = c\nmfa_serial = arn\n[profile c]\n${INLINE}${SSO}`
        );
        expect(config.profiles.map(({ ssoSession, needsMfa }) => [ssoSession, needsMfa])).to.deep.equal([
            ['https://corp.awsapps.com/start', true], ['https://corp.awsapps.com/start', true], ['https://corp.awsapps.com/start', false]
        ]);
    });

    it('names the console session that credentials come from, directly or at the end of a chain, and no other', () => {
        const config = read(
            `[profile a]\n${ROLE}source_profile = b\n[profile b]\n${ROLE}source_profile = c\n[profile c]\nlogin_session = arn\n` +
            `[profile d]\nlogin_session = arn\n${ROLE}credential_source = Environment\n[profile e]\nlogin_session = arn\n${INLINE}${SSO}`
        );
        expect(config.profiles.map(({ loginSession }) => loginSession)).to.deep.equal(['arn', 'arn', 'arn', undefined, undefined]);
    });

    it('does not go on through a source that signs with its own keys', () => {
        const config = read(
            `[profile a]\n${ROLE}source_profile = b\n[profile b]\n${ROLE}source_profile = c\n${KEYS}[profile c]\nmfa_serial = arn\n${INLINE}${SSO}`
        );
        const { ssoSession, needsMfa } = profile('a', config);
        expect([ssoSession, needsMfa]).to.deep.equal([undefined, false]);
    });

    it('is the later one alone where there are both forms of the default profile, or of any name', () => {
        const all = (config: string): unknown => read(config).settings.profile('default')?.all();
        const [LONG, SHORT] = ['[profile default]\nregion = eu-west-1\n', '[default]\nregion = us-west-2\noutput = json\n'];
        expect(all(LONG + SHORT)).to.deep.equal([['region', 'us-west-2'], ['output', 'json']]);
        expect(all(SHORT + LONG)).to.deep.equal([['region', 'eu-west-1']]);
        expect(all(`${SHORT}[profile default]\n`)).to.deep.equal([]);
        const { settings } = read('[profile "a"]\nk = v\n[sso-session s]\nk = v\n[profile a]\nl = w\n[sso-session \'s\']\nl = w\n');
        expect([settings.profile('a')?.all(), settings.ssoSession('s')?.all()]).to.deep.equal([[['l', 'w']], [['l', 'w']]]);
    });

    it('is safe from names that objects inherit', () => {
        const { profiles, settings } = read(
            `[profile __proto__]\n${KEYS}[profile constructor]\n__proto__ = x\n`,
            '[toString]\nregion = eu-west-1\n'
        );
        expect(profiles.map(({ name }) => name)).to.deep.equal(['__proto__', 'constructor', 'toString']);
        expect(settings.profile('hasOwnProperty')).to.equal(undefined);
        expect(Object.hasOwn(Object.prototype, 'aws_access_key_id')).to.equal(false);
    });
});

describe('A configured SSO session', () => {

    it('can be signed in to with what its section says', () => {
        const {
            ssoSessions: [{ connection, session }]
        } = read(`${SESSION}sso_registration_scopes = sso:account:access, x,\n`);
        expect(session).to.deep.equal({
            name: 'corp',
            startUrl: 'https://corp.awsapps.com/start',
            region: 'eu-west-1',
            scopes: ['sso:account:access', 'x']
        });
        expect(connection).to.deep.equal({
            kind: 'identityCenter', id: 'sso-session:corp', name: 'corp', startUrl: 'https://corp.awsapps.com/start', region: 'eu-west-1',
            location: at(1), problem: undefined
        });
    });

    it('that lacks something is listed, with its problem and without a session to sign in to', () => {
        const { ssoSessions: [{ connection, session }] } = read('[sso-session corp]\nsso_region = eu-west-1\n');
        expect([connection.problem?.kind, session]).to.deep.equal(['missingKey', undefined]);
    });

    // @threat reserved-session
    for (const header of ['__RESERVED__AwsBuilderId', '"__RESERVED__AwsBuilderId"', '__RESERVED__Other']) {
        it(`is none under a reserved name, nor for a profile: [sso-session ${header}]`, () => {
            const name = header.replaceAll('"', '');
            const profile = `[profile p]\nsso_session = ${name}\nsso_account_id = 111122223333\nsso_role_name = Admin\n`;
            const { ssoSessions: [{ connection, session }], profiles: [{ problem }] } =
                read(`[sso-session ${header}]\nsso_start_url = https://evil.awsapps.com/start\nsso_region = eu-west-1\n${profile}`);
            const expected = { kind: 'invalidValue', key: 'sso-session', value: name, location: at(1) };
            expect([connection.problem, problem, session]).to.deep.equal([expected, expected, undefined]);
        });
    }

    it('of the credentials file is none', () => {
        const { ssoSessions, profiles } = read('', SESSION);
        expect([ssoSessions, profiles.map(({ name }) => name)]).to.deep.equal([[], ['sso-session corp']]);
    });
});

describe('The section [DEFAULT], whose keys the AWS CLI gives to every section of its file', () => {

    const DEFAULTS = `[DEFAULT]\nregion = eu-west-3\n${KEYS}`;
    const regionOf = (name: string, config: string, credentials = ''): unknown =>
        read(config, credentials).settings.profile(name)?.get('region');

    it('gives a profile what it does not say itself, from before or after it', () => {
        expect(profile('p', read(`${DEFAULTS}[profile p]\n`))).to.include({ source: 'accessKeys', problem: undefined });
        expect(regionOf('p', `[profile p]\noutput = json\n${DEFAULTS}`)).to.equal('eu-west-3');
    });

    it('gives it to sessions too', () =>
        expect(
            read('[DEFAULT]\nsso_region = eu-west-3\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\n').ssoSessions[0]
                .session
        ).to.include({ region: 'eu-west-3' }));

    it('yields to what the profile says, in whichever of its sections', () => {
        expect(regionOf('p', `${DEFAULTS}[profile p]\nregion = eu-north-1\n[profile p]\noutput = json\n`)).to.equal('eu-north-1');
        expect(regionOf('p', `${DEFAULTS}[profile p]\n`, '[p]\nregion = eu-north-1\n')).to.equal('eu-north-1');
    });

    it('is of its file alone, and wins as that does', () => {
        expect(regionOf('p', '[profile p]\noutput = json\n', DEFAULTS)).to.equal(undefined);
        expect(regionOf('p', '[profile p]\nregion = eu-north-1\n', `${DEFAULTS}[p]\n`)).to.equal('eu-west-3');
    });

    it('names its own line where a value is wrong, and is no profile itself', () => {
        const found = read('[DEFAULT]\nregion = ?\n[profile p]\noutput = json\n');
        expect(found.profiles.map(({ name }) => name)).to.deep.equal(['p']);
        expect(found.settings.profile('p')?.setting('region')?.location).to.deep.equal(at(2));
        expect(read(DEFAULTS).profiles).to.deep.equal([]);
    });
});

describe('The region of a profile that names none', () => {

    const role = (partition: string): string => `role_arn = arn:${partition}:iam::111122223333:role/Admin\nsource_profile = base\n`;
    const sso = (region: string): string => `sso_start_url = https://corp.awsapps.com/start\nsso_region = ${region}\n${SSO}`;
    const CASES: [what: string, config: string, region: string][] = [
        ['its role', role('aws'), 'us-east-1'],
        ['a role in China', role('aws-cn'), 'cn-northwest-1'],
        ['a role in GovCloud', role('aws-us-gov'), 'us-gov-west-1'],
        ['a role in the European Sovereign Cloud', role('aws-eusc'), 'eusc-de-east-1'],
        ['a role in ISO-B', role('aws-iso-b'), 'us-isob-east-1'],
        ['a role in a partition that is not known', role('mars'), 'us-east-1'],
        ['its sign-in', sso('eu-central-1'), 'us-east-1'],
        ['a sign-in in the European Sovereign Cloud', sso('eusc-de-east-1'), 'eusc-de-east-1'],
        ['a sign-in in a region that this release does not know', sso('eusc-de-west-7'), 'eusc-de-east-1'],
        ['the sign-in of its session', `sso_session = gov\n${SSO}`, 'us-gov-west-1'],
        ['a session of aws login', 'login_session = arn:aws-cn:iam::111122223333:user/jo\n', 'cn-northwest-1'],
        ['nothing', KEYS, 'us-east-1']
    ];
    const config = (settings: string): string =>
        `[sso-session gov]\nsso_start_url = https://start.us-gov-home.awsapps.com/directory/d-1\nsso_region = us-gov-east-1\n[profile p]\n${settings}`;
    for (const [what, settings, name] of CASES) {
        it(`is ${name} by ${what}`, () =>
            expect(profile('p', read(config(settings))).region).to.deep.equal({ name, origin: 'default' }));
    }

    it('is what the environment says before that', () =>
        expect(profile('p', read(config(role('aws-cn')), '', 'cn-north-1')).region).to.deep.equal({ name: 'cn-north-1', origin: 'environment' }));
});
