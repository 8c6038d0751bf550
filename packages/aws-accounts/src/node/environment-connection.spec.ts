import { expect } from 'chai';
import { AwsAccountsSnapshot, ConnectionEntry } from '../common/snapshot/aws-accounts-snapshot';
import { AwsConnectionProviders } from './connection-providers';
import { DEV_KEYS } from './credentials/test/credentials-fixture';
import { BackendFixture } from './test/backend-fixture';
import { LocalService } from './test/local-service';

const ROLE_PROFILE =
    `[profile dev]\n${DEV_KEYS}[profile hosted]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = dev\n`;
const DEV_VARIABLES = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

const environmentOf = (snapshot: AwsAccountsSnapshot): ConnectionEntry | undefined => AwsAccountsSnapshot.find(snapshot, 'environment');

describe('The environment as a connection, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;
    let services: LocalService[];

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        services = [];
    });

    afterEach(async () => {
        await Promise.all(services.map(service => service.stop()));
        await fixture.dispose();
    });

    const serve = async (...args: Parameters<typeof LocalService.start>): Promise<LocalService> => {
        const service = await LocalService.start(...args);
        services.push(service);
        return service;
    };

    it('is not there when no variable tells of credentials', async () => {
        const { server } = fixture.openWindow(fixture.startBackend({ AWS_REGION: 'eu-west-1' }));
        expect(environmentOf(await server.attach(undefined))).to.equal(undefined);
    });

    it('stands before the profiles, asks nothing before it is used, and is connected when AWS has said who it is', async () => {
        await fixture.write('.aws/config', ROLE_PROFILE);
        const { server } = fixture.openWindow(fixture.startBackend({ ...DEV_VARIABLES, AWS_REGION: 'eu-west-1' }));
        const attached = await server.attach(undefined);
        expect(attached.connections.map(({ connection }) => connection.id).filter(id => id !== 'builder-id')).to.deep.equal([
            'environment',
            'profile:dev',
            'profile:hosted'
        ]);
        expect(environmentOf(attached)?.state).to.deep.equal({ kind: 'notConnected' });
        expect(fixture.emulator.count('GetCallerIdentity')).to.equal(0);
        const { connection, state } = environmentOf(await server.connect('environment')) ?? {};
        expect(state)
            .to.deep.include({ kind: 'connected', renews: false })
            .and.have.nested.property('identity.arn', 'arn:aws:iam::111122223333:user/dev');
        expect(connection).to.deep.include({ region: { name: 'eu-west-1', origin: 'environment' } });
    });

    it('serves AWS services of a workspace, after a restart too, with the region and the mark that a person gave it', async () => {
        const first = fixture.openWindow(fixture.startBackend(DEV_VARIABLES)).server;
        await first.attach(undefined);
        await first.setUse('awsServices', 'environment');
        await first.changeProfile('environment', { kind: 'region', region: 'eu-north-1' });
        await first.changeProfile('environment', { kind: 'production', production: true });
        const backend = fixture.startBackend(DEV_VARIABLES);
        const restarted = await fixture.openWindow(backend).server.attach(undefined);
        expect(restarted.uses.awsServices).to.equal('environment');
        expect(environmentOf(restarted)?.connection).to.deep.include({
            region: { name: 'eu-north-1', origin: 'chosen', found: { name: 'us-east-1', origin: 'default' } }, production: true
        });
        const providers = backend.get<AwsConnectionProviders>(AwsConnectionProviders);
        expect((await providers.credentialProvider('environment')()).accessKeyId).to.equal(DEV_VARIABLES.AWS_ACCESS_KEY_ID);
        expect(await providers.region('environment')).to.equal('eu-north-1');
    });

    it('sends no window a value of a variable', async () => {
        const { server, client } = fixture.openWindow(fixture.startBackend(DEV_VARIABLES));
        await server.attach(undefined);
        await server.connect('environment');
        const sent = JSON.stringify(client.snapshots);
        expect(sent).to.contain('AWS_SECRET_ACCESS_KEY');
        expect(Object.values(DEV_VARIABLES).filter(value => sent.includes(value))).to.deep.equal([]);
    });

    it('does not touch the metadata of an instance, or a container, before somebody uses it', async () => {
        const metadata = await serve(() => ({ status: 404, body: '' }));
        const container = await serve(() => ({ status: 404, body: '' }));
        for (const variables of [
            { AWS_EC2_METADATA_SERVICE_ENDPOINT: metadata.url },
            { AWS_CONTAINER_CREDENTIALS_FULL_URI: container.url }
        ]) {
            const { server } = fixture.openWindow(fixture.startBackend(variables));
            expect(environmentOf(await server.attach(undefined))?.state).to.deep.equal({ kind: 'notConnected' });
            await server.refresh();
            await server.setUse('awsServices', 'environment');
        }
        expect([metadata.requests, container.requests]).to.deep.equal([[], []]);
    });
});
