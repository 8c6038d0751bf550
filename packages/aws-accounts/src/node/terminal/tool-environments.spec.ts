import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../common/aws-accounts-error';
import { ConnectionStore } from '../connection-store';
import { CAREFUL_KEYS, CredentialsFixture, DEV_KEYS } from '../credentials/test/credentials-fixture';
import { RememberedChoices } from '../memory/remembered-choices';
import { EndpointPlaces } from './endpoint-places';
import { ToolEnvironments } from './tool-environments';

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
    let environments: ToolEnvironments;

    beforeEach(async () => {
        fixture = await CredentialsFixture.create();
        await fixture.config(CONFIG);
        environments = fixture.container.get(ToolEnvironments);
    });

    afterEach(async () => {
        fixture.container.get(EndpointPlaces).dispose();
        await fixture.dispose();
    });

    async function variables(profile: string): Promise<{ readonly [name: string]: string }> {
        return (await environments.get(`profile:${profile}`)).variables;
    }

    it('has the name of a profile that every tool can resolve, and nothing else', async () => {
        expect(await variables('dev')).to.deep.equal({ AWS_PROFILE: 'dev', AWS_REGION: 'eu-central-1', AWS_DEFAULT_REGION: 'eu-central-1' });
    });

    it('has the region that the person chose in the IDE', async () => {
        const choices = { ...RememberedChoices.NONE, profiles: { 'profile:dev': { region: 'eu-west-3' } } };
        fixture.container.get(ConnectionStore).update({ choices });
        expect(await variables('dev')).to.include({ AWS_REGION: 'eu-west-3', AWS_DEFAULT_REGION: 'eu-west-3' });
    });

    it('leads to files that only this user can read, with no key in them', async () => {
        const { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: token } = await variables('careful');
        expect(await readFile(config, 'utf8')).to.equal('[profile careful]\nregion = eu-west-1\n');
        expect(await readFile(credentials, 'utf8')).to.equal('');
        const modes = await Promise.all([config, credentials, token, dirname(token), dirname(dirname(token))].map(async path => (await stat(path)).mode & 0o777));
        expect(modes).to.deep.equal([0o600, 0o600, 0o600, 0o700, 0o700]);
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
        const reasonOf = (id: string): Promise<unknown> => environments.get(id).catch((error: unknown) => AwsFailure.of(error).reason);
        expect([await reasonOf('profile:gone'), await reasonOf('profile:broken'), await reasonOf('sso-session:corp')])
            .to.deep.equal(['connectionNotFound', 'profileInvalid', 'connectionNotFound']);
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
