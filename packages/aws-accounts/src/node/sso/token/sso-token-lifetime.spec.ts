import type { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from '../../../common/state/aws-accounts-error';
import { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../../common/connection/aws-connection';
import { AwsScopes } from '../../../common/token-service/aws-scopes';
import { Clock } from '../../process/clock';
import { AwsConnectionProviders } from '../../connection-providers';
import { BackendFixture, SnapshotServer } from '../../test/backend-fixture';
import type { RecordingClient } from '../../test/recording-client';
import { FakeClock } from '../../test/fake-clock';
import { HOUR_MS, MINUTE_MS, until } from '../../test/token-fixture';

/** Between two attempts; whatever waits longer waits for something else. */
const LONGEST_PAUSE_MS = 2000;
const BUILDER_ID = AwsConnection.BUILDER_ID;

/** A window through a working day, with a consumer of its token. */
class Day {

    readonly clock = new FakeClock(Date.now());
    readonly backend: Container;
    readonly window: { readonly server: SnapshotServer; readonly client: RecordingClient };

    constructor(protected readonly fixture: BackendFixture) {
        this.backend = fixture.startBackend();
        this.backend.rebind(Clock).toConstantValue(this.clock);
        this.window = fixture.openWindow(this.backend);
    }

    /** Signs in, and forgets what that took. */
    async begin(): Promise<void> {
        const { server, client } = this.window;
        await server.attach(undefined);
        const signingIn = server.signIn({ signInId: 'one', target: { kind: 'builderId' } });
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        this.fixture.emulator.approve();
        while (client.progress.every(({ kind }) => kind !== 'finishing')) {
            await new Promise(resolve => setImmediate(resolve));
            this.clock.advance(100);
        }
        await signingIn;
        client.snapshots.length = 0;
        client.progress.length = 0;
        this.fixture.emulator.forgetRequests();
    }

    /** Time passes, and somebody needs the token: `token`, or why there is none. */
    async step(ms: number): Promise<'token' | AwsFailureReason> {
        this.pass(ms);
        let paused = this.clock.pauses.length;
        const token = this.backend.get<AwsConnectionProviders>(AwsConnectionProviders).tokenProvider(BUILDER_ID, AwsScopes.CODEWHISPERER);
        let outcome: 'token' | AwsFailureReason | undefined;
        token().then(() => outcome = 'token', error => outcome = AwsFailure.of(error).reason);
        while (outcome === undefined) {
            await new Promise(resolve => setImmediate(resolve));
            for (const pause of this.clock.pauses.slice(paused)) {
                paused += 1;
                this.pass(pause < LONGEST_PAUSE_MS ? pause : 0);
            }
        }
        await this.window.server.refresh();
        return outcome;
    }

    /** The states that the window was shown, each once for as long as it lasted. */
    get states(): string[] {
        const kinds = this.window.client.snapshots.map(snapshot => AwsAccountsSnapshot.find(snapshot, BUILDER_ID)?.state.kind ?? 'none');
        return kinds.filter((kind, index) => kind !== kinds[index - 1]);
    }

    pass(ms: number): void {
        this.clock.advance(ms);
        this.fixture.emulator.advance(ms);
    }
}

describe('A sign-in, as a window sees it', function () {
    this.timeout(60_000);

    let fixture: BackendFixture;
    let day: Day;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        day = new Day(fixture);
        await day.begin();
    });

    afterEach(() => fixture.dispose());

    it('of 8 hours with tokens of 1 hour asks for nothing in between, and ends once', async () => {
        const end = day.clock.now() + 8 * HOUR_MS;
        while (day.clock.now() < end - 6 * MINUTE_MS) {
            expect(await day.step(5 * MINUTE_MS)).to.equal('token');
        }
        expect(day.states).to.deep.equal(['signedIn']);
        expect(fixture.emulator.count('CreateToken')).to.equal(8);

        // The last token outlives the session of the server.
        const outcomes = new Set<string>();
        while (day.clock.now() < end + 3 * HOUR_MS) {
            outcomes.add(await day.step(5 * MINUTE_MS));
        }
        expect([...outcomes]).to.deep.equal(['token', 'signInRequired']);
        expect(day.states).to.deep.equal(['signedIn', 'expired']);
    });

    it('outlives 10 minutes without a network, at the end of its token', async () => {
        day.pass(52 * MINUTE_MS);
        fixture.emulator.faults.add({ operation: '*', kind: 'drop' });
        const outcomes: string[] = [];
        for (const end = day.clock.now() + 10 * MINUTE_MS; day.clock.now() < end;) {
            outcomes.push(await day.step(15_000));
        }
        expect(outcomes.slice(0, 30)).to.deep.equal(Array.from({ length: 30 }, () => 'token'));
        expect(outcomes.at(-1)).to.equal('network');
        expect([...new Set(outcomes)]).to.deep.equal(['token', 'network']);
        expect(day.states).to.deep.equal(['unreachable']);

        fixture.emulator.faults.clear();
        expect(await day.step(1000)).to.equal('token');
        expect(day.states).to.deep.equal(['unreachable', 'signedIn']);
        expect(fixture.emulator.requests.map(({ operation }) => operation).filter(operation => operation !== 'CreateToken')).to.deep.equal(
            []
        );
        expect(day.window.client.progress).to.deep.equal([]);
    });

    it('is right when asked after its end, even by a window that was told nothing: the machine slept', async () => {
        fixture.emulator.endSessions();
        day.pass(56 * MINUTE_MS);
        expect(await day.step(0)).to.equal('token');
        const [{ state }] = (await day.window.server.refresh()).connections;
        expect(state).to.include({ kind: 'signedIn', renews: false });
        day.clock.sleep(4 * MINUTE_MS);
        const sleepless = await fixture.openWindow(day.backend).server.attach(undefined);
        expect(AwsAccountsSnapshot.find(sleepless, BUILDER_ID)?.state.kind).to.equal('expired');
        day.clock.advance(0);
        await until(() => day.states.at(-1) === 'expired');
    });
});
