import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { expect } from 'chai';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import type { Pin } from '../common/connection/pin';
import type { SignInRequest } from '../common/sign-in/sign-in';
import { AwsConnectionProviders } from './connection-providers';
import { BackendFixture } from './test/backend-fixture';
import type { RecordingClient } from './test/recording-client';

const BUILDER_ID: SignInRequest = { signInId: 'one', target: { kind: 'builderId' } };
const shownCode = (client: RecordingClient): boolean => client.progress.some(({ kind }) => kind === 'deviceCode');

/** Lets the token of Builder ID run out in its file, as time would. */
async function shortenToken(fixture: BackendFixture): Promise<void> {
    const folder = fixture.pathOf('.aws', 'sso', 'cache');
    const [name] = (await readdir(folder)).filter(file => /^[0-9a-f]{40}\.json$/.test(file));
    const token: object = JSON.parse(await readFile(`${folder}/${name}`, 'utf8'));
    await writeFile(`${folder}/${name}`, JSON.stringify({ ...token, expiresAt: new Date(Date.now() - 1000).toISOString() }));
}

describe('AwsAccountsServer, over real HTTP', () => {

    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
    });

    afterEach(() => fixture.dispose());

    const stateOf = (snapshot: AwsAccountsSnapshot, id: string): string | undefined => AwsAccountsSnapshot.find(snapshot, id)?.state.kind;

    for (const codeWhispererHost of ['cloud9', undefined] as const) {
        it(`tells a window what CodeWhisperer takes here: ${codeWhispererHost ?? 'tokens'}`, async () => {
            const backend = fixture.startBackend(codeWhispererHost && { C9_PROJECT: 'shop' });
            expect((await fixture.openWindow(backend).server.attach(undefined)).codeWhispererHost).to.equal(codeWhispererHost);
        });
    }

    it('signs in with Builder ID, uses it for CodeWhisperer, and tells nobody a secret', async () => {
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const signingIn = server.signIn(BUILDER_ID);
        await client.until(() => shownCode(client));
        expect(fixture.emulator.approve()).to.equal(true);
        expect(await signingIn).to.deep.equal({ kind: 'signedIn', connectionId: 'builder-id' });

        const snapshot = await server.refresh();
        expect(stateOf(snapshot, 'builder-id')).to.equal('signedIn');
        expect(snapshot.uses.codeWhisperer).to.equal('builder-id');
        const told = JSON.stringify([client.snapshots, client.progress, snapshot]);
        expect(fixture.emulator.issuedSecrets().filter(secret => told.includes(secret))).to.deep.equal([]);
    });

    it('writes the token where the AWS CLI looks, for its owner alone', async () => {
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const signingIn = server.signIn(BUILDER_ID);
        await client.until(() => shownCode(client));
        fixture.emulator.approve();
        await signingIn;

        const folder = fixture.pathOf('.aws', 'sso', 'cache');
        expect((await stat(folder)).mode & 0o777).to.equal(0o700);
        for (const name of await readdir(folder)) {
            expect((await stat(`${folder}/${name}`)).mode & 0o777, name).to.equal(0o600);
        }
        const [token] = (await readdir(folder)).filter(name => /^[0-9a-f]{40}\.json$/.test(name));
        expect(JSON.parse(await readFile(`${folder}/${token}`, 'utf8'))).to.include.keys(
            'accessToken',
            'refreshToken',
            'clientId',
            'clientSecret',
            'registrationExpiresAt'
        );
    });

    it('shows the sign-in to another window and after a restart', async () => {
        const backend = fixture.startBackend();
        const first = fixture.openWindow(backend);
        const second = fixture.openWindow(backend);
        await first.server.attach(undefined);
        await second.server.attach('file:///elsewhere');
        const signingIn = first.server.signIn(BUILDER_ID);
        await first.client.until(() => shownCode(first.client));
        fixture.emulator.approve();
        await signingIn;
        await second.client.until(() => second.client.snapshots.some(snapshot => stateOf(snapshot, 'builder-id') === 'signedIn'));
        expect(second.client.progress, 'progress belongs to the window that asked').to.deep.equal([]);

        const restarted = fixture.openWindow(fixture.startBackend());
        fixture.emulator.forgetRequests();
        expect(stateOf(await restarted.server.attach(undefined), 'builder-id')).to.equal('signedIn');
        expect(fixture.emulator.requests, 'a restart asks nobody').to.deep.equal([]);
    });

    for (const [ending, act, outcome] of [
        ['denied', (emulator: BackendFixture['emulator']) => emulator.deny(), 'denied'],
        [
            'expired',
            (emulator: BackendFixture['emulator']) =>
                emulator.faults.add({ operation: 'CreateToken', kind: 'error', error: 'expired_token' }),
            'timedOut'
        ]
    ] as const) {
        it(`says that a sign-in was ${ending}, and leaves nothing behind`, async () => {
            const { server, client } = fixture.openWindow(fixture.startBackend());
            await server.attach(undefined);
            const signingIn = server.signIn(BUILDER_ID);
            await client.until(() => shownCode(client));
            act(fixture.emulator);
            expect((await signingIn).kind).to.equal(outcome);
            expect(stateOf(await server.refresh(), 'builder-id')).to.equal('signedOut');
        });
    }

    it('ends a cancelled sign-in at once', async () => {
        const { server, client } = fixture.openWindow(fixture.startBackend());
        await server.attach(undefined);
        const cancellation = new CancellationTokenSource();
        const signingIn = server.signIn(BUILDER_ID, cancellation.token);
        await client.until(() => shownCode(client));
        cancellation.cancel();
        expect(await signingIn).to.deep.equal({ kind: 'cancelled' });
        expect(stateOf(await server.refresh(), 'builder-id')).to.equal('signedOut');
    });

    it('ends the sign-in of a window that closes', async () => {
        const backend = fixture.startBackend();
        const closing = fixture.openWindow(backend);
        await closing.server.attach(undefined);
        const signingIn = closing.server.signIn(BUILDER_ID);
        await closing.client.until(() => shownCode(closing.client));
        closing.server.dispose();
        expect(await signingIn).to.deep.equal({ kind: 'cancelled' });
        const other = fixture.openWindow(backend);
        expect(stateOf(await other.server.attach(undefined), 'builder-id')).to.equal('signedOut');
    });

    it('connects a profile only when AWS said who it is', async () => {
        await fixture.write('.aws/config', '[profile dev]\nregion = eu-central-1\n');
        await fixture.write(
            '.aws/credentials',
            '[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'
        );
        const { server } = fixture.openWindow(fixture.startBackend());
        expect(stateOf(await server.attach(undefined), 'profile:dev')).to.equal('notConnected');
        expect((await server.setUse('awsServices', 'profile:dev')).uses.awsServices).to.equal('profile:dev');
        const { state } = AwsAccountsSnapshot.find(await server.connect('profile:dev'), 'profile:dev') ?? {};
        expect(state).to.deep.include({
            kind: 'connected',
            identity: { accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/dev', userId: 'AIDADEVEXAMPLE' }
        });
    });

    it('tells one window of four that the session has ended, once a consumer has met with that, '
        + 'and none again until it works', async () => {
        const backend = fixture.startBackend();
        const windows = [1, 2, 3, 4].map(() => fixture.openWindow(backend));
        for (const { server } of windows) {
            await server.attach(undefined);
        }
        const [{ server, client }] = windows;
        const signingIn = server.signIn(BUILDER_ID);
        await client.until(() => shownCode(client));
        fixture.emulator.approve();
        await signingIn;
        const token = backend
            .get<AwsConnectionProviders>(AwsConnectionProviders)
            .tokenProvider('builder-id', ['codewhisperer:completions']);
        await token();
        fixture.emulator.endSessions();
        await shortenToken(fixture);
        const failure = await token().catch((error: Error) => error);
        expect(AwsFailure.of(failure).reason).to.equal('signInRequired');
        await token().catch((error: Error) => error);
        expect(stateOf(await server.refresh(), 'builder-id')).to.equal('expired');
        expect(windows.map(({ client: { notices } }) => notices.length).sort()).to.deep.equal([0, 0, 0, 1]);
    });

    it('keeps pins for the user, in every window and after a restart, and takes nothing else for one', async () => {
        const backend = fixture.startBackend();
        const [one, two] = [fixture.openWindow(backend), fixture.openWindow(backend)];
        await one.server.attach('file:///one');
        await two.server.attach('file:///two');
        const pins: Pin[] = [
            { kind: 'profile', connectionId: 'profile:a' },
            { kind: 'role', connectionId: 'sso-session:corp', account: { accountId: '111122223333', name: 'Sandbox' }, roleName: 'Admin' }
        ];
        await one.server.setPinned(pins[0], true);
        expect((await two.server.setPinned(pins[1], true)).pins).to.deep.equal(pins);
        expect(one.client.snapshots.at(-1)?.pins).to.deep.equal(pins);
        expect((await one.server.setPinned(pins[0], false)).pins).to.deep.equal([pins[1]]);
        expect((await fixture.openWindow(fixture.startBackend()).server.attach(undefined)).pins).to.deep.equal([pins[1]]);
        const failure = await one.server.setPinned(JSON.parse('{"kind":"role"}') as Pin, true).catch((error: Error) => error);
        expect(AwsFailure.of(failure).reason).to.equal('invalidRequest');
    });

    it('keeps one profile for each workspace', async () => {
        await fixture.write('.aws/config', '[profile a]\ncredential_process = true\n[profile b]\ncredential_process = true\n');
        const backend = fixture.startBackend();
        const [one, two] = [fixture.openWindow(backend), fixture.openWindow(backend)];
        await one.server.attach('file:///one');
        await two.server.attach('file:///two');
        await one.server.setUse('awsServices', 'profile:a');
        await two.server.setUse('awsServices', 'profile:b');
        expect((await one.server.refresh()).uses.awsServices).to.equal('profile:a');
        expect((await fixture.openWindow(fixture.startBackend()).server.attach('file:///two')).uses.awsServices).to.equal('profile:b');
    });
});
