import { readFile } from 'node:fs/promises';
import { injectable } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import { BUILDER_ID_SESSION, SsoSession } from './shared-config/sso-session';
import type { SsoToken } from './sso/token/sso-token';
import { SsoTokenCache } from './sso/token/sso-token-cache';
import { BackendFixture, SnapshotServer } from './test/backend-fixture';
import type { RecordingClient } from './test/recording-client';

const PROFILES = '[profile a]\ncredential_process = true\n';

/** Something happens right after the tokens were looked for. */
@injectable()
class MeddledCache extends SsoTokenCache {

    meanwhile: (() => Promise<unknown>) | undefined;

    override async withToken(sessions: readonly SsoSession[]): Promise<readonly SsoSession[]> {
        const found = await super.withToken(sessions);
        const act = this.meanwhile;
        this.meanwhile = undefined;
        await act?.();
        return found;
    }
}

/** Tells whether anybody answers at an address of this machine. */
function isListening(url: string): Promise<boolean> {
    return fetch(url, { redirect: 'manual' }).then(() => true, () => false);
}

describe('Windows', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', PROFILES);
    });

    afterEach(() => fixture.dispose());

    const stateOf = (snapshot: AwsAccountsSnapshot | undefined, id: string): string | undefined =>
        snapshot && AwsAccountsSnapshot.find(snapshot, id)?.state.kind;
    const shows = ({ snapshots }: RecordingClient, id: string, state: string | undefined): boolean =>
        stateOf(snapshots.at(-1), id) === state;

    async function signIn(server: SnapshotServer, client: RecordingClient): Promise<void> {
        const signingIn = server.signIn({ signInId: 'one', target: { kind: 'builderId' } });
        await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
        fixture.emulator.approve();
        await signingIn;
    }

    it('get one message each for a change, fifty of them too', async () => {
        const backend = fixture.startBackend();
        const windows = Array.from({ length: 50 }, () => fixture.openWindow(backend));
        await Promise.all(windows.map(({ server }) => server.attach('file:///one')));
        const [{ server, client }] = windows;
        windows.forEach(window => window.client.snapshots.splice(0));

        await signIn(server, client);
        await server.setUse('awsServices', 'profile:a');
        await fixture.write('.aws/config', `${PROFILES}[profile b]\n`);
        await client.until(() => shows(client, 'profile:b', 'notConnected') || shows(client, 'profile:b', 'invalid'));
        await server.signOut('builder-id');
        // Looks at every file come round before this one is told: whatever they found of the above has been told, too.
        await fixture.write('.aws/config', PROFILES);
        await client.until(() => shows(client, 'profile:b', undefined));

        const seen = client.snapshots.map(({ uses, ...rest }) => [
            stateOf({ uses, ...rest }, 'builder-id'),
            uses.codeWhisperer,
            uses.awsServices,
            rest.connections.length
        ]);
        expect(seen).to.deep.equal([
            ['signingIn', undefined, undefined, 2],
            ['signedIn', 'builder-id', undefined, 2],
            ['signedIn', 'builder-id', 'profile:a', 2],
            ['signedIn', 'builder-id', 'profile:a', 3],
            ['signedOut', 'builder-id', 'profile:a', 3],
            ['signedOut', 'builder-id', 'profile:a', 2]
        ]);
        for (const { client: { snapshots } } of windows) {
            expect(snapshots).to.deep.equal(client.snapshots);
        }
    });

    const START_URL = 'https://globex.awsapps.com/start';

    /** Two windows begin at once; each is allowed when its code is there. */
    async function signInAtOnce(regions: readonly string[]): Promise<readonly unknown[]> {
        const backend = fixture.startBackend();
        const windows = regions.map(() => fixture.openWindow(backend));
        await Promise.all(windows.map(({ server }) => server.attach(undefined)));
        const outcomes = windows.map(({ server }, index) =>
            server.signIn({ signInId: `${index}`, target: { kind: 'identityCenter', startUrl: START_URL, region: regions[index] } }));
        for (const { client } of windows) {
            await client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode'));
            const code = client.progress.flatMap(progress => progress.kind === 'deviceCode' ? [progress.userCode] : [])[0];
            fixture.emulator.approve(code);
        }
        return Promise.all(outcomes);
    }

    it('that sign in to one new start URL at once make one session of it', async () => {
        expect(await signInAtOnce(['eu-central-1', 'eu-central-1'])).to.deep.equal(
            [1, 2].map(() => ({ kind: 'signedIn', connectionId: 'sso-session:globex' }))
        );
        expect((await readFile(fixture.pathOf('.aws', 'config'), 'utf8')).match(/\[sso-session .*\]/g)).to.deep.equal([
            '[sso-session globex]'
        ]);
    });

    it('that sign in to two new sessions of one name at once make two of it', async () => {
        const outcomes = await signInAtOnce(['eu-central-1', 'us-west-2']);
        expect(outcomes).to.deep.equal(['globex', 'globex-2'].map(name => ({ kind: 'signedIn', connectionId: `sso-session:${name}` })));
    });

    it('show a sign-in that goes on in another window when one of two gives up', async () => {
        const backend = fixture.startBackend();
        const [first, second] = [fixture.openWindow(backend), fixture.openWindow(backend)];
        await first.server.attach(undefined);
        await second.server.attach(undefined);
        const ends = [first, second].map(({ server }) => server.signIn({ signInId: 'one', target: { kind: 'builderId' } }));
        await Promise.all(
            [first, second].map(({ client }) => client.until(() => client.progress.some(({ kind }) => kind === 'deviceCode')))
        );
        first.server.dispose();
        expect(await ends[0]).to.deep.equal({ kind: 'cancelled' });
        expect(stateOf(await second.server.refresh(), 'builder-id')).to.equal('signingIn');
        second.server.dispose();
        await ends[1];
        expect(stateOf(await fixture.openWindow(backend).server.attach(undefined), 'builder-id')).to.equal('signedOut');
    });

    for (const flow of ['deviceCode', 'authorizationCode'] as const) {
        it(`leave nothing behind when one closes in the middle of a sign-in by ${flow}: no listener, no polling, no pending `
            + 'state', async () => {
            const backend = fixture.startBackend();
            const [closing, staying] = [fixture.openWindow(backend), fixture.openWindow(backend)];
            await Promise.all([closing, staying].map(({ server }) => server.attach(undefined)));
            const signingIn = closing.server.signIn({ signInId: 'one', target: { kind: 'builderId' }, flow });
            await closing.client.until(() => closing.client.progress.some(({ kind }) => kind === 'deviceCode' || kind === 'browser'));
            const listeners = closing.client.progress.flatMap(progress =>
                progress.kind === 'browser' ? (new URL(progress.authorizeUrl).searchParams.get('redirect_uri') ?? []) : []
            );
            expect(await Promise.all(listeners.map(isListening))).to.deep.equal(flow === 'authorizationCode' ? [true] : []);
            closing.server.dispose();
            expect(await signingIn).to.deep.equal({ kind: 'cancelled' });

            expect(stateOf(await staying.server.refresh(), 'builder-id')).to.equal('signedOut');
            expect(await Promise.all(listeners.map(isListening))).to.deep.equal(listeners.map(() => false));
            // Somebody who still polled would ask at least once before another sign-in is through.
            fixture.emulator.forgetRequests();
            const other = staying.server.signIn({
                signInId: 'two',
                target: { kind: 'identityCenter', startUrl: START_URL, region: 'eu-central-1' }
            });
            await staying.client.until(() => staying.client.progress.some(({ kind }) => kind === 'deviceCode'));
            const [code] = staying.client.progress.flatMap(progress => progress.kind === 'deviceCode' ? [progress.userCode] : []);
            fixture.emulator.approve(code);
            await other;
            expect(fixture.emulator.count('CreateToken')).to.equal(1);
        });
    }

    it('of two backends are told once that a session has ended, whichever backend finds out', async () => {
        const backends = [fixture.startBackend(), fixture.startBackend()];
        const windows = backends.flatMap(backend => [fixture.openWindow(backend), fixture.openWindow(backend)]);
        await Promise.all(windows.map(({ server }) => server.attach(undefined)));
        await signIn(windows[0].server, windows[0].client);
        await windows[2].client.until(() => shows(windows[2].client, 'builder-id', 'signedIn'));
        const ended = Promise.all([windows[0], windows[2]].map(({ client }) => client.until(() => shows(client, 'builder-id', 'expired'))));
        fixture.emulator.endSessions();
        const cache = backends[0].get(SsoTokenCache);
        const token = await cache.read(BUILDER_ID_SESSION);
        expect(token).to.include.keys('refreshToken');
        await cache.write(BUILDER_ID_SESSION, {
            ...(token as SsoToken),
            refreshToken: undefined,
            expiresAt: new Date(Date.now() + 1_500).toISOString()
        });
        await ended;
        await Promise.race(windows.map(({ client }) => client.until(() => client.notices.length > 0)));
        // The answer to a claim takes one access to a file; these take more.
        await Promise.all(windows.map(({ server }) => server.refresh()));
        expect(windows.flatMap(({ client }) => client.notices)).to.deep.equal([{ kind: 'ended', connectionId: 'builder-id' }]);
    });

    it('show a sign-in elsewhere that comes between the first look at the token and the next', async () => {
        const backend = fixture.startBackend();
        backend.rebind(SsoTokenCache).to(MeddledCache).inSingletonScope();
        const { startUrl, region } = BUILDER_ID_SESSION;
        const token = { startUrl, region, accessToken: 'theirs', expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
        const elsewhere = fixture.startBackend().get(SsoTokenCache);
        (backend.get(SsoTokenCache) as MeddledCache).meanwhile = () => elsewhere.write(BUILDER_ID_SESSION, token);
        const { server, client } = fixture.openWindow(backend);
        expect(stateOf(await server.attach(undefined), 'builder-id')).to.equal('signedOut');
        await client.until(() => shows(client, 'builder-id', 'signedIn'));
    });
});
