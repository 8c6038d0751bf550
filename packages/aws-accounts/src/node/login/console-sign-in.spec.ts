import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { relative } from 'node:path';
import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import type { Container } from '@theia/core/shared/inversify';
import { fromLoginCredentials } from '@aws-sdk/credential-providers';
import { expect } from 'chai';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import type { ConnectionState } from '../../common/state/connection-state';
import type { SignInOutcome, SignInProgress } from '../../common/sign-in/sign-in';
import type { SignInFlowKind } from '../../common/sign-in/sign-in-flow';
import { AwsConnectionProviders } from '../connection-providers';
import { ServiceEndpoints } from '../http/service-endpoints';
import { BackendFixture, OpenedWindow } from '../test/backend-fixture';
import { ConsoleTokenService } from './console-token-service';

const DEV = 'arn:aws:iam::111122223333:user/dev';
const CONSOLE = { kind: 'console', profile: 'work', region: 'eu-central-1' } as const;
const MINUTE = 60_000;

type Browser = Extract<SignInProgress, { readonly kind: 'browser' }>;

describe('A console sign-in', function () {
    this.timeout(20_000);

    const realNow = Date.now;
    let passed: number;
    let fixture: BackendFixture;
    let backend: Container;
    let window: OpenedWindow;

    beforeEach(async () => {
        passed = 0;
        // The SDK that renews has no other clock.
        Date.now = () => realNow() + passed;
        fixture = await BackendFixture.create();
        process.env.AWS_LOGIN_CACHE_DIRECTORY = fixture.pathOf('login');
        backend = fixture.startBackend();
        window = fixture.openWindow(backend);
        await window.server.attach(undefined);
    });

    afterEach(async () => {
        Date.now = realNow;
        delete process.env.AWS_LOGIN_CACHE_DIRECTORY;
        await fixture.dispose();
    });

    const begin = (flow: SignInFlowKind, profile: string = CONSOLE.profile): Promise<SignInOutcome> => {
        window.client.progress.length = 0;
        return window.server.signIn({ signInId: 'one', target: { ...CONSOLE, profile }, flow });
    };
    const pageOf = async (): Promise<Browser> => {
        const isPage = (progress: SignInProgress): progress is Browser => progress.kind === 'browser';
        await window.client.until(() => window.client.progress.some(isPage));
        const [page] = window.client.progress.filter(isPage);
        return page;
    };
    /** Signs in on the page of AWS. @returns the text of the page at which the browser ends */
    const decide = async (decision: 'allow' | 'deny'): Promise<string> => {
        const page = await (await fetch((await pageOf()).authorizeUrl)).text();
        const [, code = ''] = /name="code" value="([^"]+)"/.exec(page) ?? [];
        const decided = await fetch(
            `${fixture.emulator.url}/decision`, { method: 'POST', body: new URLSearchParams({ code, decision }), redirect: 'manual' }
        );
        return (await fetch(decided.headers.get('location') ?? '')).text();
    };
    const signIn = async (profile?: string): Promise<SignInOutcome> =>
        (await Promise.all([begin('authorizationCode', profile), decide('allow')]))[0];
    const config = (): string => existsSync(fixture.pathOf('.aws', 'config')) ? readFileSync(fixture.pathOf('.aws', 'config'), 'utf8') : '';
    const sessionFile = (session = DEV): string => fixture.pathOf('login', `${createHash('sha256').update(session).digest('hex')}.json`);
    const stateOf = async (profile: string = CONSOLE.profile): Promise<ConnectionState | undefined> => {
        const id = `profile:${profile}`;
        return AwsAccountsSnapshot.find(await window.server.connect(id), id)?.state;
    };
    /** States of all profiles, once nothing is asked about them any more: a file that is gone makes the backend ask anew. */
    const settledStates = async (): Promise<ConnectionState['kind'][]> => {
        let kinds: ConnectionState['kind'][] = ['connecting'];
        for (let look = 0; look < 1000 && kinds.includes('connecting'); look++) {
            const { connections } = await window.server.refresh();
            kinds = connections.filter(({ connection: { kind } }) => kind === 'iamProfile').map(({ state }) => state.kind);
        }
        return kinds;
    };
    const reasonOf = (ending: Promise<unknown>): Promise<unknown> => ending.then(() => undefined, error => error.data);

    it('in a browser on this machine makes a profile that the SDK signs in with, and writes what only its owner reads', async () => {
        expect(await signIn()).to.deep.equal({ kind: 'signedIn', connectionId: 'profile:work' });
        expect(config()).to.equal(`[profile work]\nlogin_session = ${DEV}\nregion = eu-central-1\n`);
        expect(statSync(sessionFile()).mode & 0o777).to.equal(0o600);
        const credentials = await fromLoginCredentials({ profile: 'work', configFilepath: fixture.pathOf('.aws', 'config') })();
        expect(credentials).to.include({ accountId: '111122223333' });
        expect(await stateOf()).to.deep.include({ kind: 'connected' });
    });

    // @threat login-proof-key
    it('keeps keys and proof of possession for its owner alone, where others could read the file before, and through renewals', async () => {
        await fixture.write(relative(fixture.home, sessionFile()), '{}');
        chmodSync(sessionFile(), 0o644);
        await signIn();
        const modes = [statSync(sessionFile()).mode & 0o777];
        passed += 14 * MINUTE;
        await stateOf();
        expect(JSON.parse(readFileSync(sessionFile(), 'utf8')).dpopKey).to.contain('PRIVATE KEY');
        modes.push(statSync(sessionFile()).mode & 0o777);
        expect([modes, fixture.emulator.count('CreateOAuth2Token')]).to.deep.equal([[0o600, 0o600], 2]);
    });

    it('is renewed by the SDK from the file that it wrote', async () => {
        await signIn();
        const [before] = [JSON.parse(readFileSync(sessionFile(), 'utf8'))];
        passed += 14 * MINUTE;
        const credentials = await fromLoginCredentials({ profile: 'work', configFilepath: fixture.pathOf('.aws', 'config') })();
        const after = JSON.parse(readFileSync(sessionFile(), 'utf8'));
        expect(after.accessToken.accessKeyId).to.equal(credentials.accessKeyId).and.not.equal(before.accessToken.accessKeyId);
        expect([after.dpopKey === before.dpopKey, after.refreshToken === before.refreshToken]).to.deep.equal([true, false]);
    });

    it('in a browser elsewhere ends with a text to paste, of which a part, another one and a second paste do nothing', async () => {
        const ending = begin('deviceCode');
        expect((await pageOf()).console).to.equal('elsewhere');
        const [, text = ''] = /<code id="text">([^<]+)</.exec(await decide('allow')) ?? [];
        const paste = (pasted: string): Promise<{ readonly kind: string }> => window.server.completeSignIn('one', pasted);
        expect(await paste('hello')).to.deep.equal({ kind: 'notAnAddress' });
        expect(await paste(Buffer.from('state=other&code=c').toString('base64'))).to.deep.equal({ kind: 'wrongState' });
        expect(await paste(`  ${text}\n`)).to.deep.equal({ kind: 'accepted' });
        expect(await ending).to.deep.equal({ kind: 'signedIn', connectionId: 'profile:work' });
        expect(await paste(text)).to.deep.equal({ kind: 'notWaiting' });
        expect(await stateOf()).to.include({ kind: 'connected' });
    });

    it('serves for twelve hours without a question, renewing every quarter of an hour, and then says that it has ended', async () => {
        await signIn();
        await stateOf();
        const provider = backend.get<AwsConnectionProviders>(AwsConnectionProviders).credentialProvider('profile:work');
        const keys = new Set<string>();
        for (let minute = 0; minute < 12 * 60; minute += 5) {
            const { accessKeyId, expiration } = await provider();
            keys.add(accessKeyId);
            expect(expiration?.getTime()).to.be.greaterThan(Date.now());
            passed += 5 * MINUTE;
        }
        expect(keys.size).to.be.within(12 * 4, 12 * 12);
        expect(window.client.progress.filter(({ kind }) => kind === 'browser')).to.have.length(1);
        passed += 20 * MINUTE;
        expect(await reasonOf(provider())).to.deep.include({ reason: 'awsLoginRequired', subject: 'work' });
    });

    it('that is denied, cancelled or too late changes nothing', async () => {
        const [denied] = await Promise.all([begin('authorizationCode'), decide('deny')]);
        fixture.emulator.settings.consoleRefusal = 'AUTHCODE_EXPIRED';
        const late = await signIn();
        const cancellation = new CancellationTokenSource();
        const cancelled = window.server.signIn({ signInId: 'two', target: CONSOLE, flow: 'authorizationCode' }, cancellation.token);
        cancellation.cancel();
        expect([denied, late, await cancelled]).to.deep.equal([{ kind: 'denied' }, { kind: 'timedOut' }, { kind: 'cancelled' }]);
        expect([config(), existsSync(sessionFile())]).to.deep.equal(['', false]);
    });

    it('refuses a profile that has other credentials, before anybody opens a browser', async () => {
        await fixture.write('.aws/credentials', '[work]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n');
        expect(await reasonOf(begin('authorizationCode')))
            .to.deep.include({ reason: 'invalidRequest', subject: 'work', detail: 'accessKeys' });
        expect(window.client.progress).to.deep.equal([]);
        expect(config()).to.equal('');
    });

    it('asks before it replaces the session of somebody else, and leaves it alone without a yes', async () => {
        await signIn();
        fixture.emulator.settings.consoleUser = 'staging';
        expect(await signIn()).to.deep.equal({ kind: 'cancelled' });
        const now = 'arn:aws:iam::444455556666:user/staging';
        expect(window.client.replacements).to.deep.equal([{ profile: 'work', before: DEV, now }]);
        expect([config().includes(DEV), existsSync(sessionFile(now))]).to.deep.equal([true, false]);
        window.client.replaces = true;
        expect(await signIn()).to.include({ kind: 'signedIn' });
        expect([config().includes(now), existsSync(sessionFile(now))]).to.deep.equal([true, true]);
    });

    it('of the same person asks nothing, keeps the region, and every profile of the session lives on the new one', async () => {
        await fixture.write('.aws/config', `[profile work]\nregion = us-west-2\noutput = json\n[profile too]\nlogin_session = ${DEV}\n`);
        await signIn();
        await signIn();
        expect(window.client.replacements).to.deep.equal([]);
        expect(config())
            .to.equal(`[profile work]\nregion = us-west-2\noutput = json\nlogin_session = ${DEV}\n[profile too]\nlogin_session = ${DEV}\n`);
        expect(await stateOf('too')).to.include({ kind: 'connected' });
    });

    // @threat login-proof-key
    it('is signed out of behind a symbolic link too, with what a killed process left of it', async () => {
        const kept = fixture.pathOf('kept.json');
        await fixture.write('kept.json', '{}');
        await mkdir(fixture.pathOf('login'), { recursive: true });
        await symlink(kept, sessionFile());
        await signIn();
        expect(readFileSync(kept, 'utf8')).to.contain('PRIVATE KEY');
        await fixture.write(`kept.json.${randomUUID()}.draft`, 'left');
        await window.server.signOut('profile:work');
        expect(readdirSync(fixture.home).filter(name => name.startsWith('kept'))).to.deep.equal([]);
    });

    it('is signed out of by us: the file is gone, and all its profiles show that', async () => {
        await fixture.write('.aws/config', `[profile too]\nlogin_session = ${DEV}\n`);
        await signIn();
        await Promise.all([stateOf(), stateOf('too')]);
        expect(await window.server.signOut('profile:work')).to.deep.equal({ kind: 'signedOut' });
        expect(existsSync(sessionFile())).to.equal(false);
        expect(await settledStates()).to.deep.equal(['expired', 'expired']);
    });

    it('leaves no session behind where the profile cannot be written', async () => {
        await mkdir(fixture.pathOf('.aws', 'config'), { recursive: true });
        const [failure] = await Promise.all([reasonOf(begin('authorizationCode')), decide('allow')]);
        expect(failure).to.have.property('reason');
        expect(existsSync(sessionFile())).to.equal(false);
    });

    for (const [sentence, target] of [
        ['a profile whose name ends a line', { ...CONSOLE, profile: 'a]\n[profile b' }],
        ['a region that ends a line', { ...CONSOLE, region: 'eu-central-1\nrole_arn = x' }]
    ] as const) {
        it(`refuses ${sentence}, before anybody opens a browser`, async () => {
            const ending = window.server.signIn({ signInId: 'one', target, flow: 'authorizationCode' });
            expect(await reasonOf(ending)).to.deep.include({ reason: 'invalidRequest' });
            expect([window.client.progress, config()]).to.deep.equal([[], '']);
        });
    }

    for (const [sentence, answer, reason] of [
        ['the person may not', 'INSUFFICIENT_PERMISSIONS', 'accessDenied'],
        ['the clock of this machine is off', 'TOKEN_EXPIRED', 'clockSkew'],
        ['AWS does not say why', 'SOMETHING_NEW', 'accessDenied']
    ] as const) {
        it(`is refused because ${sentence}: ${reason}`, async () => {
            fixture.emulator.settings.consoleRefusal = answer;
            const [failure] = await Promise.all([reasonOf(begin('authorizationCode')), decide('allow')]);
            expect(failure).to.deep.include({ reason });
            expect([config(), existsSync(sessionFile())]).to.deep.equal(['', false]);
        });
    }

    for (const [region, address] of [
        ['us-east-1', 'https://us-east-1.signin.aws.amazon.com'],
        ['eu-north-9', 'https://eu-north-9.signin.aws.amazon.com'],
        ['cn-north-1', 'https://cn-north-1.signin.amazonaws.cn'],
        ['us-gov-west-1', 'https://us-gov-west-1.signin.amazonaws-us-gov.com'],
        ['eusc-de-east-1', 'https://eusc-de-east-1.signin.amazonaws-eusc.eu']
    ]) {
        it(`of ${region} is at ${new URL(address).host}`, async () =>
            expect(await backend.get(ConsoleTokenService).baseOf(region, { endpoints: new ServiceEndpoints() })).to.equal(address));
    }

    it('of what is no region is refused', async () =>
        expect(await reasonOf(backend.get(ConsoleTokenService).baseOf('example.com/#', { endpoints: new ServiceEndpoints() })))
            .to.deep.include({ reason: 'invalidRequest', subject: 'example.com/#' }));
});
