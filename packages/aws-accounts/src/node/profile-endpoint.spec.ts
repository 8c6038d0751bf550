import { sampleOrganisation } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import { AwsConnectionProviders } from './connection-providers';
import { DEV_KEYS } from './credentials/test/credentials-fixture';
import { BackendFixture } from './test/backend-fixture';

/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

describe('A profile with an endpoint of its own, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        delete process.env.AWS_ENDPOINT_URL;
    });

    afterEach(async () => {
        delete process.env.AWS_ENDPOINT_URL_SSO_OIDC;
        await fixture.dispose();
    });

    const connected = async (config: string, profile = 'p'): Promise<string | undefined> => {
        await fixture.write('.aws/config', config);
        const { server } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const entry = AwsAccountsSnapshot.find(await server.connect(`profile:${profile}`), `profile:${profile}`);
        return entry?.state.kind === 'connected' ? entry.state.identity.arn : JSON.stringify(entry?.state);
    };

    it('is who that says, through a source profile too, whose own endpoint does not count', async () => {
        expect(
            await connected(
                `[profile dev]\n${DEV_KEYS}endpoint_url = ${NOWHERE}\n` +
                    `[profile p]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\nendpoint_url = ${fixture.emulator.url}\n`
            )
        ).to.contain('assumed-role/Deployer');
        expect([fixture.emulator.count('AssumeRole'), fixture.emulator.count('GetCallerIdentity')]).to.deep.equal([1, 1]);
    });

    it('is who its services section says', async () => {
        expect(
            await connected(
                `[profile p]\n${DEV_KEYS}endpoint_url = ${NOWHERE}\nservices = local\n[services local]\nsts =\n  endpoint_url = ${fixture.emulator.url}\n`
            )
        ).to.equal('arn:aws:iam::111122223333:user/dev');
    });

    it('gets the credentials of an Identity Center role there, and the person signs in where the environment says', async () => {
        process.env.AWS_ENDPOINT_URL_SSO_OIDC = fixture.emulator.url;
        const [{ startUrl, region }] = sampleOrganisation.directories;
        await fixture.write(
            '.aws/config',
            `[sso-session corp]\nsso_start_url = ${startUrl}\nsso_region = ${region}\n[profile p]\nsso_session = corp\n` +
                `sso_account_id = 111122223333\nsso_role_name = ReadOnly\nendpoint_url = ${fixture.emulator.url}\n[default]\nendpoint_url = ${NOWHERE}\n`
        );
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const signIn = server.signIn({ signInId: 'one', target: { kind: 'connection', connectionId: 'sso-session:corp' } });
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        expect((await signIn).kind).to.equal('signedIn');
        const entry = AwsAccountsSnapshot.find(await server.connect('profile:p'), 'profile:p');
        expect(JSON.stringify(entry?.state)).to.contain('assumed-role');
        expect(fixture.emulator.count('GetRoleCredentials')).to.equal(1);
    });

    it('directs the clients of other extensions, and without one nothing else does', async () => {
        await fixture.write(
            '.aws/config',
            `[profile p]\n${DEV_KEYS}endpoint_url = ${fixture.emulator.url}\n[profile q]\n${DEV_KEYS}[default]\nendpoint_url = ${NOWHERE}\n`
        );
        const providers = fixture.startBackend().get<AwsConnectionProviders>(AwsConnectionProviders);
        expect(await providers.endpoint('profile:p', 'lambda')).to.deep.equal({
            endpoint: fixture.emulator.url,
            ignoreConfiguredEndpointUrls: true
        });
        expect(await providers.endpoint('profile:q', 'lambda')).to.deep.equal({ ignoreConfiguredEndpointUrls: true });
    });

    it('is asked anew when its services section changes', async () => {
        const config = (host: string): string =>
            `[profile p]\n${DEV_KEYS}services = local\n[services local]\nsts =\n  endpoint_url = ${host}\n`;
        expect(await connected(config(fixture.emulator.url))).to.contain('user/dev');
        const { server } = fixture.openWindow(fixture.containers[0]);
        await fixture.write('.aws/config', config(NOWHERE));
        expect(AwsAccountsSnapshot.find(await server.refresh(), 'profile:p')?.state.kind).to.equal('notConnected');
    });
});
