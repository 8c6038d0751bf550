import type { Fault } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from '../../../common/state/aws-accounts-error';
import type { SignInProgress } from '../../../common/sign-in/sign-in';
import { FakeClock } from '../../test/fake-clock';
import { BrowserEnd, decideInBrowser, redirectOf } from '../../test/person-with-browser';
import { CORP_SESSION, SignInFixture } from '../../test/sign-in-fixture';

const TEN_MINUTES = 10 * 60 * 1000;

describe('AuthorizationCodeFlow, over real HTTP', function () {
    this.timeout(20_000);

    let clock: FakeClock;
    let fixture: SignInFixture;
    let ends: BrowserEnd[];

    beforeEach(async () => {
        clock = new FakeClock();
        fixture = await SignInFixture.create(clock);
        ends = [];
    });

    afterEach(() => fixture.dispose());

    /** Resolves with the page to open as soon as a window is told of it. */
    const link = (): Promise<string> => new Promise(resolve => {
        fixture.onProgress = progress => progress.kind === 'browser' && resolve(progress.authorizeUrl);
    });
    const redirectUriOf = (authorizeUrl: string): string => new URL(authorizeUrl).searchParams.get('redirect_uri') ?? '';
    const isListening = (uri: string): Promise<boolean> => fetch(uri).then(() => true, () => false);
    const inBrowser = async (decision: 'allow' | 'deny'): Promise<void> => {
        ends.push(await decideInBrowser(await link(), decision));
    };

    it('signs in with one decision in the browser', async () => {
        const [outcome] = await Promise.all([fixture.signIn('authorizationCode'), inBrowser('allow')]);
        expect(outcome).to.deep.equal({ kind: 'signedIn', unwritten: undefined });
        expect(fixture.progress.map(({ kind }) => kind)).to.deep.equal(['starting', 'browser', 'finishing']);
        expect(ends[0].status).to.equal(200);
        expect(ends[0].text).to.contain('Request approved');
        expect(clock.waits, 'no timer is left').to.equal(0);
    });

    it('asks the browser for what RFC 7636 wants, at the address of the service, and gives it no secret', async () => {
        const [, authorizeUrl] = await Promise.all([
            fixture.signIn('authorizationCode'),
            link().then(async url => {
                await decideInBrowser(url, 'allow');
                return url;
            })
        ]);
        const { origin, pathname, searchParams } = new URL(authorizeUrl);
        expect(`${origin}${pathname}`).to.equal(`${fixture.emulator.url}/authorize`);
        expect([...searchParams.keys()]).to.deep.equal([
            'response_type',
            'client_id',
            'redirect_uri',
            'state',
            'code_challenge',
            'code_challenge_method',
            'scopes'
        ]);
        expect(searchParams.get('code_challenge_method')).to.equal('S256');
        expect(searchParams.get('scopes')).to.equal('codewhisperer:completions,codewhisperer:analysis');
        const told = JSON.stringify(fixture.progress);
        expect(fixture.emulator.issuedSecrets().filter(secret => told.includes(secret))).to.deep.equal([]);
    });

    it('says until when it waits, and then listens no longer', async () => {
        const startedAt = clock.now();
        const ending = fixture.signIn('authorizationCode');
        const redirectUri = redirectUriOf(await link());
        expect(fixture.progress.at(-1)).to.include({ kind: 'browser', expiresAt: new Date(startedAt + TEN_MINUTES).toISOString() });
        await new Promise(resolve => setImmediate(resolve));
        clock.advance(TEN_MINUTES - 1);
        expect(await isListening(redirectUri)).to.equal(true);
        clock.advance(1);
        expect(await ending).to.deep.equal({ kind: 'timedOut' });
        expect(await isListening(redirectUri)).to.equal(false);
    });

    it('tells a refusal, and listens no longer', async () => {
        const [outcome] = await Promise.all([fixture.signIn('authorizationCode'), inBrowser('deny')]);
        expect(outcome).to.deep.equal({ kind: 'denied' });
        expect(ends[0].text).to.contain('Request not approved');
        expect(await isListening(ends[0].address)).to.equal(false);
    });

    it('is called off at once, leaves no timer and listens no longer', async () => {
        const ending = fixture.signIn('authorizationCode');
        const redirectUri = redirectUriOf(await link());
        fixture.abort.abort('not now');
        expect(await ending).to.deep.equal({ kind: 'cancelled' });
        expect(clock.waits).to.equal(0);
        expect(await isListening(redirectUri)).to.equal(false);
    });

    // @threat forged-redirect
    it('ignores what others send to its port', async () => {
        const ending = fixture.signIn('authorizationCode');
        const authorizeUrl = await link();
        const redirectUri = redirectUriOf(authorizeUrl);
        for (const address of [
            `${redirectUri}?code=made-up&state=made-up`,
            `${redirectUri}?error=access_denied`,
            new URL('/favicon.ico', redirectUri).href
        ]) {
            expect((await fetch(address)).status, address).to.equal(400);
        }
        await decideInBrowser(authorizeUrl, 'allow');
        expect((await ending).kind).to.equal('signedIn');
    });

    it('lets two sign-ins at once both finish', async () => {
        const links: string[] = [];
        const bothShown = new Promise<void>(resolve => {
            fixture.onProgress = (progress: SignInProgress) =>
                progress.kind === 'browser' && links.push(progress.authorizeUrl) === 2 && resolve();
        });
        const endings = [fixture.signIn('authorizationCode'), fixture.signIn('authorizationCode', CORP_SESSION, 'two')];
        await bothShown;
        await Promise.all(links.reverse().map(url => decideInBrowser(url, 'allow')));
        expect((await Promise.all(endings)).map(({ kind }) => kind)).to.deep.equal(['signedIn', 'signedIn']);
    });

    it('is completed by the address that the browser could not reach', async () => {
        const ending = fixture.signIn('authorizationCode');
        const address = await redirectOf(await link(), 'allow');
        const { signIns } = fixture;
        expect(signIns.complete('one', 'nonsense and more')).to.deep.equal({ kind: 'notAnAddress' });
        expect(signIns.complete('one', address.replace('127.0.0.1', 'localhost'))).to.deep.equal({ kind: 'foreign' });
        expect(signIns.complete('one', `${address.split('&state=')[0]}&state=made-up`)).to.deep.equal({ kind: 'wrongState' });
        expect(signIns.complete('one', address.split('&state=')[0])).to.deep.equal({ kind: 'incomplete' });
        expect(signIns.complete('another', address)).to.deep.equal({ kind: 'notWaiting' });
        expect(signIns.complete('one', address.replace('http://', ''))).to.deep.equal({ kind: 'accepted' });
        expect((await ending).kind).to.equal('signedIn');
        expect(signIns.complete('one', address)).to.deep.equal({ kind: 'notWaiting' });
    });

    it('is refused by the address, too', async () => {
        const ending = fixture.signIn('authorizationCode');
        const address = await redirectOf(await link(), 'deny');
        expect(fixture.signIns.complete('one', address)).to.deep.equal({ kind: 'accepted' });
        expect(await ending).to.deep.equal({ kind: 'denied' });
    });

    it('gives the link out only when it listens already', async () => {
        let reached: Promise<boolean> | undefined;
        fixture.onProgress = progress => {
            if (progress.kind === 'browser') {
                reached = isListening(redirectUriOf(progress.authorizeUrl));
            }
        };
        const ending = fixture.signIn('authorizationCode');
        while (reached === undefined) {
            await new Promise(resolve => setImmediate(resolve));
        }
        expect(await reached).to.equal(true);
        fixture.abort.abort();
        await ending;
    });

    const broken: [error: string, outcome: AwsFailureReason | 'denied' | 'timedOut'][] = [
        ['access_denied', 'denied'],
        ['expired_token', 'timedOut'],
        ['invalid_grant', 'signInRequired'],
        ['invalid_request', 'invalidRequest'],
        ['invalid_scope', 'invalidScope'],
        ['unsupported_grant_type', 'invalidRequest']
    ];
    for (const [error, outcome] of broken) {
        it(`ends with ${outcome} when the code is exchanged for ${error}`, async () => {
            fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'error', error });
            const [ending] = await Promise.all([
                fixture.signIn('authorizationCode').catch((caught: unknown) => caught),
                inBrowser('allow')
            ]);
            expect(ending instanceof Error ? AwsFailure.of(ending).reason : (ending as { kind: string }).kind).to.equal(outcome);
        });
    }

    for (const [error, reason] of [
        ['invalid_scope', 'invalidScope'],
        ['server_error', 'server'],
        ['temporarily_unavailable', 'server'],
        ['unheard_of', 'invalidRequest']
    ]) {
        it(`says what is wrong when the browser comes back with ${error}`, async () => {
            const ending = fixture.signIn('authorizationCode').catch((caught: unknown) => caught);
            const { searchParams } = new URL(await link());
            const back = new URLSearchParams({ error, error_description: 'Said so.', state: searchParams.get('state') ?? '' });
            expect((await fetch(`${searchParams.get('redirect_uri')}?${back}`)).status).to.equal(200);
            expect(AwsFailure.of(await ending)).to.deep.equal({ reason, subject: 'https://view.awsapps.com/start', detail: 'Said so.' });
        });
    }

    it('says that the exchange is refused when the client is forgotten for good', async () => {
        fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'error', error: 'invalid_client' });
        const ending = fixture.signIn('authorizationCode').catch((caught: unknown) => caught);
        fixture.onProgress = progress => {
            if (progress.kind === 'browser') {
                void decideInBrowser(progress.authorizeUrl, 'allow');
            }
        };
        expect(AwsFailure.of(await ending).reason).to.equal('registrationExpired');
        expect(fixture.emulator.count('RegisterClient')).to.equal(2);
    });

    for (const fault of [{ kind: 'drop' }, { kind: 'status', status: 500 }, { kind: 'status', status: 429 }]) {
        it(`gets over a passing ${Object.values(fault).join(' ')} while the code is exchanged`, async () => {
            fixture.emulator.faults.add({ operation: 'CreateToken', times: 1, ...fault } as Fault);
            const ending = fixture.signIn('authorizationCode');
            await decideInBrowser(await link(), 'allow');
            while (clock.pauses.at(-1) !== 500) {
                await new Promise(resolve => setImmediate(resolve));
            }
            clock.advance(500);
            expect((await ending).kind).to.equal('signedIn');
        });
    }
});
