import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { expect } from 'chai';
import { sampleOrganisation } from 'aws-sign-in-emulator';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AssignedListing, AssignedRolesListing } from '../../common/connection/assigned-role';
import { AwsConnection } from '../../common/connection/aws-connection';
import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { RecordingClient } from '../test/recording-client';
import { CORP, PortalFixture } from './test/portal-fixture';
import type { SnapshotServer } from '../test/backend-fixture';

const [SANDBOX, STAGING, PRODUCTION] = sampleOrganisation.directories[0].accounts;

function items<T>(listing: AssignedListing<T>): readonly T[] {
    expect(listing.kind).to.equal('listed');
    return listing.kind === 'listed' ? listing.items : [];
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
    return AwsFailure.of(await promise.then(() => undefined, (error: unknown) => error)).reason;
}

describe('accounts and roles of a large organisation, over real HTTP', () => {

    let fixture: PortalFixture;
    let server: SnapshotServer;
    let portal: AssignedRolesServer;
    let client: RecordingClient;

    beforeEach(async () => {
        fixture = await PortalFixture.create();
        ({ server, roles: portal, client } = await fixture.openWindow());
        await fixture.signIn(server, client);
    });

    afterEach(() => fixture.dispose());

    const allRoles = (accountIds: readonly string[]): Promise<AssignedRolesListing[]> =>
        Promise.all(accountIds.map(id => portal.listRoles(CORP, id)));

    it('shows the first 50 of 700 accounts within 2 s, and lists all 3,500 roles with a portal that allows 20 calls a second', async () => {
        const start = fixture.clock.now();
        const listing = portal.listAccounts(CORP);
        await client.until(() => client.pages.length > 0);
        expect(client.pages[0].accounts.length).to.be.at.least(50);
        expect(fixture.clock.now() - start).to.be.at.most(2000);
        const accounts = items(await listing);
        expect(new Set(accounts.map(({ accountId }) => accountId)).size).to.equal(700);
        expect(client.pages.flatMap(page => page.accounts), 'pages hold what the whole holds').to.deep.equal(accounts);

        const roles = await allRoles(accounts.map(({ accountId }) => accountId));
        expect(roles.flatMap(items)).to.have.length(3500);
        expect(fixture.clock.now() - start).to.be.at.most(60_000);
        expect(
            [fixture.outcomes('ListAccounts').length, fixture.outcomes('ListAccountRoles').length],
            'no call is made twice'
        ).to.deep.equal([7, 700]);
        expect(new Set(fixture.emulator.requests.map(({ outcome }) => outcome)), 'the portal never had to refuse').to.deep.equal(
            new Set([200])
        );
    }).timeout(60_000);

    it('slows down with a portal that allows less, and still gets everything', async () => {
        fixture.emulator.settings.portalCallsPerSecond = 6;
        const accounts = items(await portal.listAccounts(CORP)).slice(0, 60);
        const roles = await allRoles(accounts.map(({ accountId }) => accountId));
        expect(roles.flatMap(items)).to.have.length(300);
        expect(fixture.outcomes('ListAccountRoles')).to.include(429);
    }).timeout(30_000);

    it('asks again when the portal is busy for a moment, after longer and longer pauses', async () => {
        fixture.emulator.faults.add({ operation: 'ListAccounts', kind: 'status', status: 429, times: 3 });
        expect(items(await portal.listAccounts(CORP))).to.have.length(700);
        expect(fixture.outcomes('ListAccounts').slice(0, 4)).to.deep.equal([429, 429, 429, 200]);
        const instants = fixture.emulator.requests.slice(0, 4).map(({ at }) => Date.parse(at));
        expect(instants.slice(1).map((at, index) => Math.round(at - instants[index]))).to.deep.equal([500, 1000, 2000]);
    });

    it('keeps what came before a failure, and gets the rest on the next try', async () => {
        const listing = portal.listAccounts(CORP);
        await client.until(() => client.pages.length === 2);
        fixture.emulator.faults.add({ operation: 'ListAccounts', kind: 'status', status: 500 });
        expect(await reasonOf(listing)).to.equal('server');
        expect(client.pages.length).to.be.within(2, 6);
        fixture.emulator.faults.clear();
        expect(items(await portal.listAccounts(CORP))).to.have.length(700);
    });

    it('can be called off, which ends the calls', async () => {
        const accounts = items(await portal.listAccounts(CORP)).map(({ accountId }) => ({
            accountId,
            cancellation: new CancellationTokenSource()
        }));
        const listings = accounts.map(({ accountId, cancellation }) => portal.listRoles(CORP, accountId, cancellation.token));
        await listings[10];
        accounts.forEach(({ cancellation }) => cancellation.cancel());
        const kinds = (await Promise.all(listings)).map(({ kind }) => kind);
        expect(kinds.filter(kind => kind === 'cancelled').length).to.be.at.least(600);
        expect(fixture.emulator.count('ListAccountRoles')).to.be.at.most(100);
    }).timeout(10_000);
});

describe('accounts and roles, over real HTTP', () => {

    let fixture: PortalFixture;
    let server: SnapshotServer;
    let portal: AssignedRolesServer;
    let client: RecordingClient;

    beforeEach(async () => {
        fixture = await PortalFixture.create(sampleOrganisation);
        ({ server, roles: portal, client } = await fixture.openWindow());
        await fixture.signIn(server, client);
    });

    afterEach(() => fixture.dispose());

    it('are told with names and addresses, and nothing secret', async () => {
        const accounts = items(await portal.listAccounts(CORP));
        expect(accounts).to.deep.equal(
            [SANDBOX, STAGING, PRODUCTION].map(({ accountId, accountName, emailAddress }) => ({
                accountId,
                name: accountName,
                email: emailAddress
            }))
        );
        const roles = items(await portal.listRoles(CORP, SANDBOX.accountId));
        expect(roles).to.deep.equal(['AdministratorAccess', 'ReadOnly'].map(roleName => ({ accountId: SANDBOX.accountId, roleName })));
        const told = JSON.stringify([accounts, roles, client.pages]);
        expect(fixture.emulator.issuedSecrets().filter(secret => told.includes(secret))).to.deep.equal([]);
    });

    it('are asked for once by several windows, and told only to those that asked', async () => {
        const [other, bystander] = [await fixture.openWindow(), await fixture.openWindow()];
        const listings = await Promise.all([portal.listAccounts(CORP), other.roles.listAccounts(CORP)]);
        expect(listings.map(items).map(({ length }) => length)).to.deep.equal([3, 3]);
        expect([client, other.client, bystander.client].map(({ pages }) => pages.length)).to.deep.equal([1, 1, 0]);
        expect(items(await bystander.roles.listAccounts(CORP))).to.have.length(3);
        await Promise.all([portal.listRoles(CORP, SANDBOX.accountId), other.roles.listRoles(CORP, SANDBOX.accountId)]);
        expect([fixture.emulator.count('ListAccounts'), fixture.emulator.count('ListAccountRoles')]).to.deep.equal([1, 1]);
    });

    it('go on for one window when another closes', async () => {
        const closing = await fixture.openWindow();
        const listings = Promise.all([portal.listAccounts(CORP), closing.roles.listAccounts(CORP)]);
        closing.server.dispose();
        expect((await listings).map(({ kind }) => kind)).to.deep.equal(['listed', 'cancelled']);
    });

    it('of one account fail alone', async () => {
        const listings = [SANDBOX.accountId, '999999999999', STAGING.accountId].map(id => portal.listRoles(CORP, id));
        expect(await reasonOf(listings[1])).to.equal('accessDenied');
        expect([items(await listings[0]), items(await listings[2])].map(({ length }) => length)).to.deep.equal([2, 2]);
    });

    const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['a new sign-in', () => fixture.signIn(server, client)],
        ['being told to', () => portal.forgetAccounts(CORP)]
    ];
    for (const [way, act] of ways) {
        it(`are forgotten after ${way}`, async () => {
            await portal.listAccounts(CORP);
            await act();
            fixture.emulator.forgetRequests();
            expect(items(await portal.listAccounts(CORP))).to.have.length(3);
            expect(fixture.emulator.count('ListAccounts')).to.equal(1);
        });
    }

    it('are forgotten after a sign-out, here or elsewhere', async () => {
        await portal.listAccounts(CORP);
        await server.signOut(CORP);
        expect(await reasonOf(portal.listAccounts(CORP))).to.equal('signInRequired');
        await fixture.signIn(server, client);
        await portal.listAccounts(CORP);
        await fixture.signOutElsewhere();
        await server.refresh();
        expect(await reasonOf(portal.listAccounts(CORP))).to.equal('signInRequired');
    });

    it('are forgotten in every window when one of them signs in anew', async () => {
        const other = await fixture.openWindow();
        await portal.listAccounts(CORP);
        await other.roles.listAccounts(CORP);
        await fixture.signIn(server, client);
        await fixture.signIn(server, client);
        expect([client.forgotten, other.client.forgotten], 'told once, since nothing new was known afterwards').to.deep.equal([
            [CORP],
            [CORP]
        ]);
        await other.roles.listAccounts(CORP);
        expect(fixture.emulator.count('ListAccounts')).to.equal(1);
    });

    it('stay known while a token is refreshed', async () => {
        await portal.listAccounts(CORP);
        fixture.clock.advance(59 * 60_000);
        await portal.listRoles(CORP, SANDBOX.accountId);
        expect(fixture.emulator.count('CreateToken')).to.equal(1);
        expect(items(await portal.listAccounts(CORP))).to.have.length(3);
        expect(fixture.emulator.count('ListAccounts')).to.equal(1);
    });

    it('of a session that AWS has ended need a sign-in', async () => {
        fixture.emulator.endSessions();
        expect(await reasonOf(portal.listAccounts(CORP))).to.equal('signInRequired');
    });

    it('are not shown again, nor listed, when the session is another organization\'s', async () => {
        await portal.listAccounts(CORP);
        const [first, second] = fixture.organisation.directories;
        const config = (startUrl: string): string => `[sso-session corp]\nsso_start_url = ${startUrl}\nsso_region = ${first.region}\n`;
        await fixture.backend.write('.aws/config', config(second?.startUrl ?? 'https://globex.awsapps.com/start'));
        const state = async (): Promise<unknown> => {
            await server.refresh();
            return client.snapshots.at(-1)?.connections.find(({ connection: { id } }) => id === CORP)?.state.kind;
        };
        expect(await state()).to.equal('signedOut');
        expect(await reasonOf(portal.listAccounts(CORP))).to.equal('signInRequired');
        await fixture.backend.write('.aws/config', config(first.startUrl));
        expect(await state()).to.equal('signedIn');
        expect(items(await portal.listAccounts(CORP)), 'the token is where it was').to.have.length(3);
    });

    it('are not for Builder ID, nor for a connection that is not there', async () => {
        expect(await reasonOf(portal.listAccounts(AwsConnection.BUILDER_ID))).to.equal('connectionNotFound');
        expect(await reasonOf(portal.listRoles('sso-session:gone', SANDBOX.accountId))).to.equal('connectionNotFound');
    });
});

describe('a session of AWS Builder ID in the config file', () => {

    it('is signed in to for what it says, and says that it has no accounts', async () => {
        const fixture = await PortalFixture.create(sampleOrganisation);
        try {
            await fixture.backend.write(
                '.aws/config',
                '[sso-session corp]\nsso_start_url = https://view.awsapps.com/start\nsso_region = us-east-1\n' +
                'sso_registration_scopes = codecatalyst:read_write\n[profile p]\nsso_session = corp\nsso_account_id = '
                    + '111122223333\nsso_role_name = r\n'
            );
            const { server, roles: portal, client } = await fixture.openWindow();
            await fixture.signIn(server, client);
            const entry = client.snapshots.at(-1)?.connections.find(({ connection: { id } }) => id === CORP);
            expect(entry?.state).to.deep.include({ kind: 'signedIn', scopes: ['codecatalyst:read_write'] });
            expect(entry?.connection).to.have.property('problem', undefined);
            const profile = client.snapshots.at(-1)?.connections.find(({ connection: { id } }) => id === AwsConnection.profileId('p'));
            expect(profile?.connection).to.have.nested.property('problem.kind', 'builderIdHasNoAccounts');
            expect(await portal.listAccounts(CORP)).to.deep.equal({ kind: 'tokenOnly' });
            expect(await portal.listRoles(CORP, SANDBOX.accountId)).to.deep.equal({ kind: 'tokenOnly' });
            expect(fixture.emulator.count('ListAccounts')).to.equal(0);
        } finally {
            await fixture.dispose();
        }
    });
});

describe('a sign-in without access to accounts', () => {

    it('says which scope is missing, without asking the portal', async () => {
        const fixture = await PortalFixture.create(sampleOrganisation);
        try {
            const { server, roles: portal, client } = await fixture.openWindow();
            await fixture.signIn(server, client);
            await fixture.grantOnly('codewhisperer:completions');
            const expected = { kind: 'missingScopes', scopes: ['sso:account:access'] };
            expect(await portal.listAccounts(CORP)).to.deep.equal(expected);
            expect(await portal.listRoles(CORP, SANDBOX.accountId)).to.deep.equal(expected);
            expect(fixture.emulator.requests).to.deep.equal([]);
        } finally {
            await fixture.dispose();
        }
    });
});
