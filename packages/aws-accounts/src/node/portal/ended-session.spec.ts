import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { sampleOrganisation } from 'aws-sign-in-emulator';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { RecordingClient } from '../test/recording-client';
import { CORP, PortalFixture } from './test/portal-fixture';
import type { SnapshotServer } from '../test/backend-fixture';

const [SANDBOX] = sampleOrganisation.directories[0].accounts;

describe('A session that AWS has ended while its token looks well', () => {

    let fixture: PortalFixture;
    let server: SnapshotServer;
    let roles: AssignedRolesServer;
    let client: RecordingClient;

    beforeEach(async () => {
        fixture = await PortalFixture.create(sampleOrganisation);
        ({ server, roles, client } = await fixture.openWindow());
        await fixture.signIn(server, client);
    });

    afterEach(() => fixture.dispose());

    it('shows as expired in every window once the portal was asked, until somebody signs in', async () => {
        const other = await fixture.openWindow();
        const stateIn = async (window: SnapshotServer): Promise<string | undefined> =>
            AwsAccountsSnapshot.find(await window.refresh(), CORP)?.state.kind;
        fixture.emulator.endSessions();
        await roles.listAccounts(CORP).catch(() => undefined);
        await other.client.until(() =>
            other.client.snapshots.some(snapshot => AwsAccountsSnapshot.find(snapshot, CORP)?.state.kind === 'expired')
        );
        expect([await stateIn(server), await stateIn(other.server)]).to.deep.equal(['expired', 'expired']);
        await fixture.signIn(server, client);
        expect([await stateIn(server), await stateIn(other.server)]).to.deep.equal(['signedIn', 'signedIn']);
    });

    it('shows as expired once a profile needed it', async () => {
        await fixture.backend.write(
            '.aws/config',
            `${await readFile(fixture.backend.pathOf('.aws', 'config'), 'utf8')}
[profile sandbox]\nsso_session = corp\nsso_account_id = ${SANDBOX.accountId}\nsso_role_name = ${SANDBOX.roles[0]}\nregion = eu-central-1\n`
        );
        await server.refresh();
        fixture.emulator.endSessions();
        expect(AwsAccountsSnapshot.find(await server.connect('profile:sandbox'), 'profile:sandbox')?.state.kind).to.equal('expired');
        await client.until(() => client.snapshots.some(snapshot => AwsAccountsSnapshot.find(snapshot, CORP)?.state.kind === 'expired'));
    });
});
