import { expect } from 'chai';
import type { Container } from '@theia/core/shared/inversify';
import { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import type { ConnectionState } from '../common/state/connection-state';
import { AwsCredentials } from './credentials/aws-credentials';
import { BackendFixture, SnapshotServer } from './test/backend-fixture';
import type { RecordingClient } from './test/recording-client';
import { LoginAnswer, LoginFixture } from './test/login-fixture';

const NEARLY_ENDED = 60_000;
const ENDED = -60_000;
const FRESH = 600_000;

describe('A session of aws login', function () {
    this.timeout(20_000);

    let fixture: BackendFixture;
    let login: LoginFixture;
    let backend: Container;
    let window: { server: SnapshotServer; client: RecordingClient } | undefined;

    beforeEach(async () => {
        [fixture, login] = await Promise.all([BackendFixture.create(), LoginFixture.start()]);
        process.env.AWS_LOGIN_CACHE_DIRECTORY = fixture.pathOf('login');
        process.env.AWS_ENDPOINT_URL_SIGNIN = login.url;
        await fixture.write('.aws/config', `[profile console]\nregion = eu-central-1\nlogin_session = ${login.session}\n`
            + '[profile deploy]\nrole_arn = arn:aws:iam::111122223333:role/Deployer\nsource_profile = console\n');
        window = undefined;
    });

    afterEach(async () => {
        delete process.env.AWS_LOGIN_CACHE_DIRECTORY;
        delete process.env.AWS_ENDPOINT_URL_SIGNIN;
        login.stop();
        await fixture.dispose();
    });

    const write = (leftMs: number): Promise<void> => fixture.write(`login/${login.fileName}`, login.file(leftMs));
    const stateIn = (snapshot: AwsAccountsSnapshot | undefined, name: string): ConnectionState | undefined =>
        snapshot && AwsAccountsSnapshot.find(snapshot, `profile:${name}`)?.state;
    /** Begins to watch, so a file that is there before is no news. */
    const open = async (): Promise<NonNullable<typeof window>> => {
        if (window === undefined) {
            backend = fixture.startBackend();
            window = fixture.openWindow(backend);
            await window.server.attach(undefined);
        }
        return window;
    };
    const connect = async (name: string): Promise<ConnectionState | undefined> =>
        stateIn(await (await open()).server.connect(`profile:${name}`), name);

    it('connects as the user of the session, without a call while it lasts', async () => {
        await write(FRESH);
        expect(await connect('console')).to.deep.include({ kind: 'connected', renews: true });
        expect(login.renewals).to.equal(0);
    });

    it('is found where AWS_LOGIN_CACHE_DIRECTORY leads once it is expanded', async () => {
        process.env.AWS_ACCOUNTS_SPEC_HOME = fixture.pathOf('.');
        process.env.AWS_LOGIN_CACHE_DIRECTORY = '$AWS_ACCOUNTS_SPEC_HOME/login';
        await write(FRESH);
        const state = await connect('console');
        delete process.env.AWS_ACCOUNTS_SPEC_HOME;
        expect(state).to.deep.include({ kind: 'connected', renews: true });
    });

    describe('whose end is written', () => {
        const writeEnd = (expiresAt: unknown): Promise<void> => {
            const file = JSON.parse(login.file(FRESH)) as { readonly accessToken: object };
            return fixture.write(`login/${login.fileName}`, JSON.stringify({ ...file, accessToken: { ...file.accessToken, expiresAt } }));
        };
        const iso = (leftMs: number): string => new Date(Date.now() + leftMs).toISOString();
        const basic = (leftMs: number): string => iso(leftMs).replace(/[:-]|\.\d+/g, '');

        for (const [sentence, end] of Object.entries({
            'without a zone': iso(FRESH).replace('Z', ''), 'as a number': Date.now() + FRESH, 'as a word': 'tomorrow',
            'not at all': undefined
        })) {
            it(`${sentence} is refused, and the key is said`, async () => {
                await writeEnd(end);
                const state = await connect('console');
                expect(state && 'failure' in state && state.failure).to.deep.include({ reason: 'awsLoginRequired', detail: 'expiresAt' });
            });
        }

        it('in the basic format lasts as long as it says', async () => {
            await writeEnd(basic(FRESH));
            expect(await connect('console')).to.deep.include({ kind: 'connected' });
            expect(login.renewals).to.equal(0);
        });

        it('in the basic format is renewed when it is near', async () => {
            await writeEnd(basic(NEARLY_ENDED));
            await connect('console');
            expect(login.renewals).to.equal(1);
        });
    });

    const ends: readonly (readonly [string, number | undefined, LoginAnswer, string, string])[] = [
        ['there is none', undefined, 'renewed', 'expired', 'awsLoginRequired'],
        ['it has ended', ENDED, 'ended', 'expired', 'awsLoginRequired'],
        ['the password has changed', ENDED, 'passwordChanged', 'expired', 'awsLoginRequired'],
        ['the user may not renew it', ENDED, 'notAllowed', 'failed', 'accessDenied'],
        ['AWS has trouble of its own', ENDED, 'broken', 'unreachable', 'server'],
        ['somebody else answers', ENDED, 'page', 'unreachable', 'malformedResponse']
    ];
    for (const [sentence, leftMs, answer, kind, reason] of ends) {
        it(`is told apart when ${sentence}: ${reason}`, async () => {
            login.answer = answer;
            if (leftMs !== undefined) {
                await write(leftMs);
            }
            const state = await connect('console');
            expect(state).to.include({ kind });
            expect(state && 'failure' in state && state.failure).to.deep.include({ reason, subject: 'console' });
        });
    }

    it('is told apart when AWS cannot be reached: offline is no end', async () => {
        await write(ENDED);
        login.stop();
        const state = await connect('console');
        expect(state && 'failure' in state && [state.kind, state.failure?.reason]).to.deep.equal(['unreachable', 'connectionRefused']);
    });

    for (const name of ['console\'s', 'my console', 'büro', 'a;b', 'a#b', 'a\\b']) {
        it(`is of the profile ${name}, which the SDK cannot read`, async () => {
            await fixture.write('.aws/config', `[profile "${name.replace('\\', '\\\\')}"]\nlogin_session = ${login.session}\n`);
            await write(FRESH);
            expect(await connect(name)).to.include({ kind: 'connected' });
            await write(NEARLY_ENDED);
            backend.get(AwsCredentials).forgetAll();
            expect((await backend.get(AwsCredentials).get(name)).sessionToken).to.equal('token');
            expect(login.renewals).to.equal(1);
        });
    }

    it('serves on what it has while AWS cannot be reached', async () => {
        await write(NEARLY_ENDED);
        login.stop();
        expect(await connect('console')).to.include({ kind: 'connected' });
    });

    it('names the profile to run the command for, behind a role', async () => {
        const state = await connect('deploy');
        expect(state && 'failure' in state && state.failure).to.deep.include({ reason: 'awsLoginRequired', subject: 'console' });
    });

    it('connects the profiles that waited, by itself, as soon as the command has run', async () => {
        const { client } = await open();
        await Promise.all([connect('console'), connect('deploy')]);
        await write(FRESH);
        const isBack = (name: string): boolean => stateIn(client.snapshots.at(-1), name)?.kind === 'connected';
        await client.until(() => isBack('console') && isBack('deploy'));
    });

    it('is read again when another tool renewed it, and AWS is not asked who it is', async () => {
        await write(FRESH);
        await connect('console');
        const credentials = backend.get(AwsCredentials);
        const before = await credentials.get('console');
        await fixture.write(`login/${login.fileName}`, login.file(FRESH / 2 + NEARLY_ENDED));
        const calls = fixture.emulator.count('GetCallerIdentity');
        while (await credentials.get('console') === before) {
            await new Promise(resolve => setImmediate(resolve));
        }
        expect(fixture.emulator.count('GetCallerIdentity')).to.equal(calls);
    });
});
