import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { ConnectionState } from '../../common/state/connection-state';
import { DEV_KEYS } from '../credentials/test/credentials-fixture';
import { BackendFixture } from '../test/backend-fixture';

const MINUTES_MS = 60_000;

describe('A clock that is off', function () {
    // The SDK pauses before it tries again.
    this.timeout(20_000);

    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', `[profile dev]\n${DEV_KEYS}`);
    });

    afterEach(() => fixture.dispose());

    async function connect(): Promise<ConnectionState | undefined> {
        const { server } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        return AwsAccountsSnapshot.find(await server.connect('profile:dev'), 'profile:dev')?.state;
    }

    for (const [sentence, ms] of [['behind', 20 * MINUTES_MS], ['ahead of', -3 * 60 * MINUTES_MS]] as const) {
        it(`is told with the difference when AWS refuses all the same: ${sentence} AWS`, async () => {
            fixture.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'clockSkew', ms });
            const state = await connect();
            const failure = state?.kind === 'failed' ? state.failure : undefined;
            expect(failure).to.include({ reason: 'clockSkew', subject: 'dev' });
            expect(failure?.clockSkewMs).to.be.closeTo(-ms, 10_000);
        });
    }
});
