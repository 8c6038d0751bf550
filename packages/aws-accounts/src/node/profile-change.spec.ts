import { expect } from 'chai';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsAccountsSnapshot, ConnectionEntry } from '../common/snapshot/aws-accounts-snapshot';
import type { IamProfileConnection } from '../common/connection/aws-connection';
import { AwsConnectionProviders } from './connection-providers';
import { BackendFixture } from './test/backend-fixture';

const FILES = {
    config: '[profile prod]\nregion = eu-central-1\n[profile dev]\nregion = eu-west-1\n',
    credentials: '[prod]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n' + 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'
};

describe('what a person says about a profile', () => {

    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', FILES.config);
        await fixture.write('.aws/credentials', FILES.credentials);
    });

    afterEach(() => fixture.dispose());

    const find = (snapshot: AwsAccountsSnapshot, id = 'profile:prod'): ConnectionEntry | undefined =>
        AwsAccountsSnapshot.find(snapshot, id);
    const isProduction = (snapshot: AwsAccountsSnapshot, id?: string): boolean => {
        const connection = find(snapshot, id)?.connection;
        return connection?.kind === 'iamProfile' && connection.production === true;
    };

    it('is the same in every workspace and after a restart, and of no other profile', async () => {
        const backend = fixture.startBackend();
        const [here, there] = [fixture.openWindow(backend), fixture.openWindow(backend)];
        await here.server.attach('file:///here');
        await there.server.attach('file:///there');
        expect(isProduction(await here.server.changeProfile('profile:prod', { kind: 'production', production: true }))).to.equal(true);
        expect(isProduction(await there.server.refresh())).to.equal(true);
        const restarted = await fixture.openWindow(fixture.startBackend()).server.attach(undefined);
        expect([isProduction(restarted), isProduction(restarted, 'profile:dev')]).to.deep.equal([true, false]);
    });

    it('can be taken back', async () => {
        const { server } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        await server.changeProfile('profile:prod', { kind: 'production', production: true });
        expect(isProduction(await server.changeProfile('profile:prod', { kind: 'production', production: false }))).to.equal(false);
    });

    it('is that lost marks are to be forgotten: no profile counts as production then but those that were marked since, '
        + 'after a restart too', async () => {
        await fixture.write('.theia/aws-accounts.json', '{ broken');
        const { server } = fixture.openWindow(fixture.startBackend());
        const marks = (snapshot: AwsAccountsSnapshot): unknown[] => ['profile:prod', 'profile:dev'].map(id => {
            const connection = find(snapshot, id)?.connection;
            return connection?.kind === 'iamProfile' && connection.production;
        });
        expect(marks(await server.attach(undefined))).to.deep.equal(['presumed', 'presumed']);
        await server.changeProfile('profile:prod', { kind: 'production', production: true });
        expect(marks(await server.changeProfile('profile:dev', { kind: 'lostMarksForgotten' }))).to.deep.equal([true, undefined]);
        expect(marks(await fixture.openWindow(fixture.startBackend()).server.attach(undefined))).to.deep.equal([true, undefined]);
    });

    it('keeps the profile connected, also when it is said while AWS is being asked', async () => {
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const connecting = server.connect('profile:prod');
        await client.until(() => client.snapshots.some(snapshot => find(snapshot)?.state.kind === 'connecting'));
        await server.changeProfile('profile:prod', { kind: 'production', production: true });
        expect(find(await connecting)?.state.kind).to.equal('connected');
        expect(find(await server.changeProfile('profile:prod', { kind: 'production', production: false }))?.state.kind).to.equal(
            'connected'
        );
    });

    it('moves it to another region, which consumers get too, until the files count again', async () => {
        const backend = fixture.startBackend();
        const { server } = fixture.openWindow(backend);
        await server.attach(undefined);
        const regionOf = (snapshot: AwsAccountsSnapshot): unknown => (find(snapshot)?.connection as IamProfileConnection).region;
        expect(regionOf(await server.changeProfile('profile:prod', { kind: 'region', region: 'ap-south-1' }))).to.include({
            name: 'ap-south-1',
            origin: 'chosen'
        });
        expect(await backend.get<AwsConnectionProviders>(AwsConnectionProviders).region('profile:prod')).to.equal('ap-south-1');
        expect(regionOf(await fixture.openWindow(fixture.startBackend()).server.attach('file:///other'))).to.deep.include({
            name: 'ap-south-1'
        });
        await server.connect('profile:prod');
        expect(fixture.emulator.requests.filter(({ operation }) => operation === 'GetCallerIdentity')).to.have.length(1);
        expect(regionOf(await server.changeProfile('profile:prod', { kind: 'region', region: undefined }))).to.deep.equal({
            name: 'eu-central-1',
            origin: 'profile'
        });
    });

    it('does not move it to what is no region', async () => {
        const { server } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const refusal = await server
            .changeProfile('profile:prod', { kind: 'region', region: 'evil.example.com/' })
            .catch((error: unknown) => error);
        expect(AwsFailure.of(refusal).reason).to.equal('invalidRequest');
    });

    for (const [id, reason] of [['profile:gone', 'connectionNotFound'], ['builder-id', 'invalidRequest']] as const) {
        it(`is refused for ${id}: ${reason}`, async () => {
            const { server } = fixture.openWindow(fixture.startBackend());
            await server.attach(undefined);
            const refusal = await server.changeProfile(id, { kind: 'production', production: true }).catch((error: unknown) => error);
            expect(AwsFailure.of(refusal).reason).to.equal(reason);
        });
    }
});
