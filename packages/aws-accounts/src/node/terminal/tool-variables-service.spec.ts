import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { ConnectionStore } from '../connection/connection-store';
import { CAREFUL_KEYS, CredentialsFixture, DEV_KEYS } from '../credentials/test/credentials-fixture';
import { RememberedChoices } from '../choices/remembered-choices';
import { EndpointPlaces } from './endpoint-places';
import { ToolVariablesService } from './tool-variables-service';

const CONFIG = `[default]
${DEV_KEYS}
[profile dev]
${DEV_KEYS}region = eu-central-1
[profile careful]
${CAREFUL_KEYS}mfa_serial = arn:aws:iam::777788889999:mfa/careful
region = eu-west-1
[profile broken]
role_arn = arn:aws:iam::111122223333:role/Nobody
source_profile = gone
`;

describe('the environment of tools that act as a profile', () => {

    let fixture: CredentialsFixture;
    let service: ToolVariablesService;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
        await fixture.config(CONFIG);
        service = fixture.container.get(ToolVariablesService);
    });

    afterEach(async () => {
        fixture.container.get(EndpointPlaces).dispose();
        await fixture.dispose();
    });

    async function variables(profile: string): Promise<{ readonly [name: string]: string }> {
        return (await service.get(`profile:${profile}`)).variables;
    }

    it('has the name of a profile that every tool can resolve, and nothing else', async () => {
        expect(await variables('dev')).to.deep.equal({
            AWS_PROFILE: 'dev',
            AWS_REGION: 'eu-central-1',
            AWS_DEFAULT_REGION: 'eu-central-1'
        });
    });

    it('has the region that the person chose in the IDE', async () => {
        const choices = { ...RememberedChoices.NONE, profiles: { 'profile:dev': { region: 'eu-west-3' } } };
        fixture.container.get(ConnectionStore).update({ choices });
        expect(await variables('dev')).to.include({ AWS_REGION: 'eu-west-3', AWS_DEFAULT_REGION: 'eu-west-3' });
    });

    it('leads to files with the endpoints of the profile, those of single services too', async () => {
        await fixture.config(
            `[profile careful]\n${CAREFUL_KEYS}mfa_serial = arn:aws:iam::777788889999:mfa/careful\nendpoint_url = https://all.example\nservices = local\n` +
                '[services local]\ns3 =\n  endpoint_url = https://s3.example\n[services other]\nsts =\n  endpoint_url = '
                    + 'https://sts.example\n'
        );
        expect(await readFile((await variables('careful')).AWS_CONFIG_FILE, 'utf8')).to.equal(
            '[profile careful]\nendpoint_url = https://all.example\nservices = local\n[services local]\ns3 =\n  endpoint_url = '
                + 'https://s3.example\n'
        );
    });

    it('leads to files that only this user can read, with no key in them', async () => {
        const {
            AWS_CONFIG_FILE: config,
            AWS_SHARED_CREDENTIALS_FILE: credentials,
            AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: token
        } = await variables('careful');
        expect(await readFile(config, 'utf8')).to.equal('[profile careful]\nregion = eu-west-1\n');
        expect(await readFile(credentials, 'utf8')).to.equal('');
        const modes = await Promise.all(
            [config, credentials, token, dirname(token), dirname(dirname(token))].map(async path => (await stat(path)).mode & 0o777)
        );
        expect(modes).to.deep.equal([0o600, 0o600, 0o600, 0o700, 0o700]);
    });

    it('leads to files with the addresses of services that the profile names, and to none besides', async () => {
        await fixture.config(`${CONFIG.replace('mfa_serial', 'services = local\nmfa_serial')}[services local]
lambda =
  endpoint_url = http://user:word@localhost:9001
s3 =
  endpoint_url = http://localhost:9002
[services other]
sqs =
  endpoint_url = http://localhost:9003
`);
        const all = await variables('careful');
        expect(await readFile(all.AWS_CONFIG_FILE, 'utf8')).to.equal(
            '[profile careful]\nregion = eu-west-1\nservices = local\n[services local]\n' +
                'lambda =\n  endpoint_url = http://user:word@localhost:9001\ns3 =\n  endpoint_url = http://localhost:9002\n'
        );
        expect(JSON.stringify(all)).not.to.contain('word');
    });

    it('leads to files that tools can read, whatever the name', async () => {
        await fixture.config(
            `[profile "careful's own"]\n${CAREFUL_KEYS}mfa_serial = arn:aws:iam::777788889999:mfa/careful\nregion = eu-west-1\n`
        );
        expect(await readFile((await variables('careful\'s own')).AWS_CONFIG_FILE, 'utf8'))
            .to.equal('[profile "careful\'s own"]\nregion = eu-west-1\n');
    });

    it('holds neither a key nor the token', async () => {
        const all = await variables('careful');
        const token = await readFile(all.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE, 'utf8');
        const text = JSON.stringify(all);
        expect([token, ...fixture.emulator.issuedSecrets()].filter(secret => text.includes(secret))).to.deep.equal([]);
    });

    it('is the same for every terminal of a profile', async () => {
        expect(await variables('careful')).to.deep.equal(await variables('careful'));
    });

    it('does not exist for what cannot be used', async () => {
        const reasonOf = (id: string): Promise<unknown> => service.get(id).catch((error: unknown) => AwsFailure.of(error).reason);
        expect([await reasonOf('profile:gone'), await reasonOf('profile:broken'), await reasonOf('sso-session:corp')])
            .to.deep.equal(['connectionNotFound', 'profileInvalid', 'connectionNotFound']);
    });

    describe('that they inherit', () => {
        const SECRETS = [
            'AWS_ACCESS_KEY_ID',
            'AWS_SECRET_ACCESS_KEY',
            'AWS_SESSION_TOKEN',
            'AWS_WEB_IDENTITY_TOKEN_FILE',
            'AWS_CONTAINER_CREDENTIALS_FULL_URI',
            'AWS_PROFILE'
        ];
        const inherited = async (set: { readonly [name: string]: string }): Promise<{ readonly [name: string]: string }> => {
            [...SECRETS, 'AWS_REGION', 'AWS_DEFAULT_REGION'].forEach(name => fixture.setVariable(name, set[name]));
            return (await service.get('environment')).variables;
        };

        it('stays as it is with keys, which every tool finds first', async () =>
            expect(await inherited({ AWS_ACCESS_KEY_ID: 'A', AWS_SECRET_ACCESS_KEY: 's', AWS_REGION: 'eu-west-1' }))
                .to.deep.equal({ AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1' }));

        it('leads tools to its container, where the default profile would be found before it', async () => {
            const all = await inherited({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1' });
            expect(Object.keys(all)).to.deep.equal(['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']);
            expect(await readFile(all.AWS_CONFIG_FILE, 'utf8')).to.equal('[default]\n');
            expect(await inherited({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1' })).to.deep.equal(all);
        });

        it('leads tools to its container by nothing else, where the default profile has no credentials', async () => {
            await fixture.config('[default]\nregion = eu-west-1\n');
            expect(await inherited({ AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1' })).to.deep.equal({
                AWS_REGION: 'eu-west-1',
                AWS_DEFAULT_REGION: 'eu-west-1'
            });
        });

        it('does not exist without credentials in it, or with half a pair of keys', async () => {
            const reasonOf = (set: { readonly [name: string]: string }): Promise<unknown> =>
                inherited(set).catch((error: unknown) => AwsFailure.of(error).reason);
            expect([await reasonOf({}), await reasonOf({ AWS_ACCESS_KEY_ID: 'A' })]).to.deep.equal([
                'connectionNotFound',
                'profileInvalid'
            ]);
        });
    });

    it('gives an SDK the credentials that this product has, and not the keys of the default profile', async () => {
        await fixture.get('careful', { askMfaCode: async () => '123456' });
        for (const [name, value] of Object.entries(await variables('careful'))) {
            fixture.setVariable(name, value);
        }
        const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
        const { sessionToken } = await fromNodeProviderChain({ ignoreCache: true })();
        expect(sessionToken).to.equal((await fixture.get('careful')).sessionToken);
        expect(fixture.emulator.count('GetSessionToken')).to.equal(1);
    });
});
