import { expect } from 'chai';
import type { AwsFailure } from '../../common/state/aws-accounts-error';
import { CAREFUL_KEYS, CredentialsFixture, DEV_KEYS, STAGING_KEYS } from './test/credentials-fixture';

const role = (account: string, name: string, session = 'spec'): string => `arn:aws:sts::${account}:assumed-role/${name}/${session}`;
const roleArn = (account: string, name: string): string => `role_arn = arn:aws:iam::${account}:role/${name}\nrole_session_name = spec\n`;
const DEV = 'arn:aws:iam::111122223333:user/dev';
const BASE = `[profile dev]\n${DEV_KEYS}[profile staging]\n${STAGING_KEYS}`;

/** A program that prints `dev`'s keys. */
const PRINTED = JSON.stringify({
    Version: 1,
    AccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    SecretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
});
const PROCESS = `credential_process = /bin/echo '${PRINTED}'\n`;

describe('The credentials of a profile, over real HTTP', () => {

    let fixture: CredentialsFixture;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
        await fixture.write('token', 'eyJ.web.identity');
    });

    afterEach(() => fixture.dispose());

    /** `p` is asked about; `TOKEN` stands for the path of a file with a web identity's token. */
    const identities: [sentence: string, config: string, arn: string][] = [
        ['access keys', `[profile p]\n${DEV_KEYS}`, DEV],
        [
            'a role with a source profile',
            `${BASE}[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\n`,
            role('111122223333', 'Deployer')
        ],
        [
            'a role without a session name',
            `${BASE}[profile p]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\n`,
            role('111122223333', 'Deployer', 'theia-aws-accounts')
        ],
        [
            'a role with an external id',
            `${BASE}[profile p]\n${roleArn('444455556666', 'Deployer')}external_id = partner-42\nsource_profile = staging\n`,
            role('444455556666', 'Deployer')
        ],
        [
            'a role whose source is the profile itself',
            `[profile p]\n${DEV_KEYS}${roleArn('111122223333', 'Deployer')}source_profile = p\n`,
            role('111122223333', 'Deployer')
        ],
        [
            'a chain of roles',
            `${BASE}[profile b]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\n` +
                `[profile p]\n${roleArn('444455556666', 'Chained')}source_profile = b\n`,
            role('444455556666', 'Chained')
        ],
        [
            'a duration',
            `${BASE}[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\nduration_seconds = 900\n`,
            role('111122223333', 'Deployer')
        ],
        [
            'a duration that is no number',
            `${BASE}[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\nduration_seconds = long\n`,
            role('111122223333', 'Deployer')
        ],
        [
            'a source that has keys and a role',
            `[profile b]\n${DEV_KEYS}${roleArn('111122223333', 'WebApp')}source_profile = gone\n[profile p]\n` +
                `${roleArn('111122223333', 'Deployer')}source_profile = b\n`,
            role('111122223333', 'Deployer')
        ],
        [
            'a source with keys in the config file and a process',
            `[profile b]\n${STAGING_KEYS}${PROCESS}[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = b\n`,
            role('111122223333', 'Deployer')
        ],
        ['a process', `[profile p]\n${PROCESS}`, DEV],
        [
            'a role through a process',
            `[profile b]\n${PROCESS}[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = b\n`,
            role('111122223333', 'Deployer')
        ],
        ['a process before keys of the config file', `[profile p]\n${STAGING_KEYS}${PROCESS}`, DEV],
        [
            'a web identity',
            `[profile p]\n${roleArn('111122223333', 'WebApp')}web_identity_token_file = TOKEN\n`,
            role('111122223333', 'WebApp')
        ],
        [
            'a role through a web identity',
            `[profile b]\n${roleArn('111122223333', 'WebApp')}web_identity_token_file = TOKEN\n` +
                `[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = b\n`,
            role('111122223333', 'Deployer')
        ]
    ];
    for (const [sentence, config, arn] of identities) {
        it(`come from ${sentence}`, async () => {
            await fixture.config(config.replace('TOKEN', fixture.pathOf('token')));
            expect((await fixture.identity('p')).arn).to.equal(arn);
        });
    }

    it('are asked of STS in the partition of the role, where nothing names a region', async () => {
        for (const [partition, region] of [
            ['aws', 'us-east-1'], ['aws-cn', 'cn-northwest-1'], ['aws-eusc', 'eusc-de-east-1'], ['aws-iso', 'us-iso-east-1']
        ]) {
            await fixture.config(`${BASE}[profile p]\nrole_arn = arn:${partition}:iam::111122223333:role/Any\nsource_profile = dev\n`);
            await fixture.failure('p');
            expect(fixture.emulator.record.requests.at(-1)?.signing).to.deep.equal({ region, service: 'sts' });
        }
    });

    it('come from the environment, where credential_source says so', async () => {
        fixture.setVariable('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
        fixture.setVariable('AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY');
        await fixture.config(`[profile p]\n${roleArn('111122223333', 'Deployer')}credential_source = Environment\n`);
        expect((await fixture.identity('p')).arn).to.equal(role('111122223333', 'Deployer'));
    });

    it('come from the temporary keys of the environment, with the token under its old name', async () => {
        await fixture.config(`${BASE}[profile r]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\n`
            + `[profile p]\n${roleArn('111122223333', 'Deployer')}credential_source = Environment\n`);
        const { accessKeyId, secretAccessKey, sessionToken } = await fixture.get('r');
        fixture.setVariable('AWS_ACCESS_KEY_ID', accessKeyId);
        fixture.setVariable('AWS_SECRET_ACCESS_KEY', secretAccessKey);
        fixture.setVariable('AWS_SECURITY_TOKEN', sessionToken);
        expect((await fixture.identity('p')).arn).to.equal(role('111122223333', 'Deployer'));
    });

    it('come from keys of the credentials file before a process', async () => {
        await fixture.config(`[profile p]\n${PROCESS}`);
        await fixture.write('.aws/credentials', `[p]\n${STAGING_KEYS}`);
        expect((await fixture.identity('p')).accountId).to.equal('444455556666');
    });

    it('come from temporary keys with their session token', async () => {
        await fixture.config(`${BASE}[profile r]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\n`);
        const { accessKeyId, secretAccessKey, sessionToken } = await fixture.get('r');
        await fixture.write(
            '.aws/credentials',
            `[p]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`
        );
        expect((await fixture.identity('p')).arn).to.equal(role('111122223333', 'Deployer'));
    });

    it('last as long as the profile says', async () => {
        await fixture.config(`${BASE}[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\nduration_seconds = 1800\n`);
        const { expiration } = await fixture.get('p');
        expect((expiration?.getTime() ?? 0) - Date.now()).to.be.within(1_700_000, 1_800_000);
    });

    const failures: [sentence: string, config: string, failure: Partial<AwsFailure>][] = [
        [
            'keys that AWS does not know',
            '[profile p]\naws_access_key_id = AKIANOBODY\naws_secret_access_key = x\n',
            { reason: 'invalidCredentials' }
        ],
        ['a secret that is wrong', `[profile p]\n${DEV_KEYS.replace('wJalr', 'xJalr')}`, { reason: 'invalidCredentials' }],
        [
            'a role that is not to be had',
            `${BASE}[profile p]\n${roleArn('111122223333', 'Nobody')}source_profile = dev\n`,
            { reason: 'accessDenied' }
        ],
        [
            'a missing external id',
            `${BASE}[profile p]\n${roleArn('444455556666', 'Deployer')}source_profile = staging\n`,
            { reason: 'accessDenied' }
        ],
        [
            'a duration that AWS does not allow',
            `${BASE}[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = dev\nduration_seconds = 60\n`,
            { reason: 'invalidRequest', about: 'profile', subject: 'p' }
        ],
        ['a missing source', `[profile p]\n${roleArn('111122223333', 'Deployer')}source_profile = gone\n`, { reason: 'profileInvalid' }],
        [
            'half a pair of keys in the source',
            `[profile b]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n[profile p]\n${roleArn(
                '111122223333', 'Deployer'
            )}source_profile = b\n`,
            { reason: 'profileInvalid' }
        ],
        [
            'an empty environment',
            `[profile p]\n${roleArn('111122223333', 'Deployer')}credential_source = Environment\n`,
            { reason: 'credentialSourceEmpty', detail: 'Environment' }
        ],
        [
            'a container that is none',
            `[profile p]\n${roleArn('111122223333', 'Deployer')}credential_source = EcsContainer\n`,
            { reason: 'credentialSourceEmpty' }
        ],
        [
            'a machine that is no instance',
            `[profile p]\n${roleArn('111122223333', 'Deployer')}credential_source = Ec2InstanceMetadata\n`,
            { reason: 'credentialSourceEmpty' }
        ],
        [
            'a role that wants MFA, and no device',
            `[profile careful]\n${CAREFUL_KEYS}[profile p]\n${roleArn('777788889999', 'Operator')}source_profile = careful\n`,
            { reason: 'accessDenied' }
        ],
        [
            'a web identity without its file',
            `[profile p]\n${roleArn('111122223333', 'WebApp')}web_identity_token_file = /nowhere/token\n`,
            { reason: 'fileUnreadable', subject: '/nowhere/token', detail: 'ENOENT' }
        ],
        [
            'a token that is no JSON Web Token',
            `[profile p]\n${roleArn('111122223333', 'WebApp')}web_identity_token_file = CONFIG\n`,
            { reason: 'invalidCredentials' }
        ],
        [
            'a session of aws login that is not there',
            `[profile p]\nlogin_session = ${DEV}x\n`,
            { reason: 'awsLoginRequired', subject: 'p' }
        ],
        [
            'an SSO session without a sign-in',
            '[sso-session corp]\nsso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = us-east-1\n' +
                '[profile p]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = ReadOnly\n',
            { reason: 'signInRequired' }
        ]
    ];
    for (const [sentence, config, failure] of failures) {
        it(`are not to be had from ${sentence}: ${failure.reason}`, async () => {
            await fixture.config(config.replace('CONFIG', fixture.pathOf('.aws', 'config')));
            expect(await fixture.failure('p')).to.include(failure);
        });
    }

    it('tell what is wrong with the profile, and where', async () => {
        const deployer = roleArn('111122223333', 'Deployer');
        const file = await fixture.config(`[profile p]\n${deployer}source_profile = q\n[profile q]\n${deployer}source_profile = p\n`);
        const location = { file, line: 4 };
        expect(await fixture.failure('p')).to.deep.equal({
            reason: 'profileInvalid', subject: 'p', location, problem: { kind: 'sourceProfileCycle', names: ['p', 'q', 'p'], location }
        });
    });

    it('are unknown for a profile that is not there', async () =>
        expect(await fixture.failure('p')).to.deep.equal({ reason: 'profileNotFound', subject: 'p' }));
});
