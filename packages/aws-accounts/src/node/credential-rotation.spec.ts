import type { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsSnapshot, ConnectionEntry } from '../common/snapshot/aws-accounts-snapshot';
import { Clock } from './process/clock';
import { AwsConnectionProviders } from './connection-providers';
import { BackendFixture } from './test/backend-fixture';
import { FakeClock } from './test/fake-clock';
import { RotatingHost } from './test/rotating-host';

const MINUTE = 60_000;
const HOSTED_ARN = 'arn:aws:sts::111122223333:assumed-role/Deployer/ide';

describe('Credentials that a hosted IDE replaces every five minutes, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;
    let clock: FakeClock;
    let host: RotatingHost;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        clock = new FakeClock(Date.now());
    });

    afterEach(async () => {
        await host.service.stop();
        await fixture.dispose();
    });

    const startBackend = async (livesMs: number): Promise<Container> => {
        host = await RotatingHost.start(fixture, clock, livesMs);
        const backend = fixture.startBackend(host.variables);
        backend.rebind(Clock).toConstantValue(clock);
        return backend;
    };
    const find = (snapshot: AwsAccountsSnapshot, id: string): ConnectionEntry | undefined => AwsAccountsSnapshot.find(snapshot, id);

    const CASES: readonly (readonly [sentence: string, id: string, livesMs: number])[] = [
        ['of a container, which live 15 minutes', 'environment', 15 * MINUTE],
        ['of a container, which live until they are replaced', 'environment', 5 * MINUTE],
        ['of a program, which live 15 minutes', 'profile:program', 15 * MINUTE],
        ['of a program, which live until they are replaced', 'profile:program', 5 * MINUTE]
    ];

    for (const [sentence, id, livesMs] of CASES) {
        it(`${sentence}, serve for an hour: no question, no flicker, one resolution at most for each`, async () => {
            const backend = await startBackend(livesMs);
            const { server, client } = fixture.openWindow(backend);
            await server.attach(undefined);
            await server.connect(id);
            const seen = client.snapshots.length;
            const provider = backend.get<AwsConnectionProviders>(AwsConnectionProviders).credentialProvider(id);
            for (let minute = 1; minute <= 60; minute += 1) {
                clock.advance(MINUTE);
                if (minute % 5 === 0) {
                    await host.rotate();
                }
                const before = await host.resolutions();
                const asked = await Promise.all([provider(), provider(), provider()]);
                expect(new Set(asked.map(({ accessKeyId }) => accessKeyId)).size, 'one answer for all').to.equal(1);
                expect(asked[0].expiration?.getTime(), `minute ${minute}`).to.be.greaterThan(clock.now());
                await server.refresh();
                expect(find(await server.connect(id), id)?.state)
                    .to.deep.include({ kind: 'connected', renews: true })
                    .and.have.nested.property('identity.arn', HOSTED_ARN);
                expect((await host.resolutions()) - before, `minute ${minute}`).to.be.at.most(1);
            }
            expect(await host.resolutions(), 'the first, and one at most for each of 12 rotations').to.be.within(5, 13);
            expect(
                client.snapshots
                    .slice(seen)
                    .map(snapshot => find(snapshot, id)?.state.kind)
                    .filter(kind => kind !== 'connected')
            ).to.deep.equal([]);
            expect([client.mfaRequests, client.notices]).to.deep.equal([[], []]);
        });
    }

    it('are kept while they live when the container refuses for a moment, and replaced after it', async () => {
        const backend = await startBackend(15 * MINUTE);
        const { server } = fixture.openWindow(backend);
        await server.attach(undefined);
        await server.connect('environment');
        const provider = backend.get<AwsConnectionProviders>(AwsConnectionProviders).credentialProvider('environment');
        const first = await provider();
        clock.advance(14 * MINUTE);
        await host.rotate();
        host.refuses = true;
        expect(await provider()).to.equal(first);
        expect(find(await server.refresh(), 'environment')?.state.kind).to.equal('connected');
        host.refuses = false;
        expect((await provider()).accessKeyId).to.equal(host.accessKeyId).and.not.equal(first.accessKeyId);
    });
});
