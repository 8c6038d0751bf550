import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { FakeClock } from '../test/fake-clock';
import { decideInBrowser } from '../test/person-with-browser';
import { CORP_SESSION as CORP, SignInFixture } from '../test/sign-in-fixture';
import { BUILDER_ID_SESSION } from '../shared-config/sso-session';
import { StartPages } from './flow/start-pages';
import { SsoTokenCache } from './token/sso-token-cache';

const TOKEN_FILE = `${createHash('sha1').update('corp').digest('hex')}.json`;

describe('SsoSignIn, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: SignInFixture;

    beforeEach(async () => {
        fixture = await SignInFixture.create();
    });

    afterEach(() => fixture.dispose());

    it('writes the token as the AWS CLI and the SDKs read it, with the scopes it was asked for', async () => {
        fixture.approveCodes();
        await fixture.signIn('deviceCode', CORP);
        const token = (await fixture.cached())[TOKEN_FILE];
        expect(token).to.have.all.keys(
            'startUrl', 'region', 'accessToken', 'expiresAt', 'clientId', 'clientSecret', 'registrationExpiresAt', 'refreshToken', 'scopes'
        );
        expect(token).to.deep.include({ startUrl: CORP.startUrl, region: CORP.region, scopes: ['sso:account:access'] });
        expect(token.expiresAt).to.equal(new Date(fixture.clock.now() + 3600 * 1000).toISOString());
        expect(token.registrationExpiresAt).to.match(/Z$/);
        expect((await stat(join(fixture.cacheFolder, TOKEN_FILE))).mode & 0o777).to.equal(0o600);
    });

    for (const flow of ['deviceCode', 'authorizationCode'] as const) {
        it(`registers by ${flow} for the start page at AWS that a start URL leads to, and keeps the start URL of the person`, async () => {
            const clock = new FakeClock();
            const own = await SignInFixture.create(clock);
            const asked: string[] = [];
            const pages = { find: async (startUrl: string): Promise<string> => (asked.push(startUrl), CORP.startUrl) };
            own.container.rebind<object>(StartPages).toConstantValue(pages);
            own.onProgress = progress => {
                if (progress.kind === 'browser') {
                    void decideInBrowser(progress.authorizeUrl, 'allow');
                } else if (progress.kind === 'deviceCode') {
                    own.emulator.approve();
                    setImmediate(() => clock.advance(1000));
                }
            };
            const vanity = 'https://aws.my-corp.example/start';
            expect((await own.signIn(flow, { ...CORP, startUrl: vanity })).kind).to.equal('signedIn');
            expect(asked).to.deep.equal([vanity]);
            expect((await own.cached())[TOKEN_FILE]).to.include({ startUrl: vanity });
            await own.dispose();
        });
    }

    it('keeps what the two flows are registered with apart', async () => {
        const clock = new FakeClock();
        const both = await SignInFixture.create(clock);
        both.onProgress = progress => {
            if (progress.kind === 'browser') {
                void decideInBrowser(progress.authorizeUrl, 'allow');
            } else if (progress.kind === 'deviceCode') {
                both.emulator.approve();
                setImmediate(() => clock.advance(1000));
            }
        };
        expect((await both.signIn('deviceCode', CORP)).kind).to.equal('signedIn');
        expect((await both.signIn('authorizationCode', CORP)).kind).to.equal('signedIn');
        expect((await both.signIn('authorizationCode', CORP)).kind).to.equal('signedIn');
        expect(both.emulator.count('RegisterClient')).to.equal(2);
        const { [TOKEN_FILE]: token, ...registrations } = await both.cached();
        expect(Object.values(registrations).map(({ clientId }) => clientId)).to.have.lengthOf(2).and.include(token.clientId);
        await both.dispose();
    });

    for (const error of ['invalid_client', 'unauthorized_client']) {
        for (const operation of ['StartDeviceAuthorization', 'CreateToken']) {
            it(`makes a new registration, once, when ${operation} says ${error}`, async () => {
                fixture.emulator.faults.add({ operation, kind: 'error', error, times: 1 });
                fixture.approveCodes();
                expect((await fixture.signIn('deviceCode', CORP)).kind).to.equal('signedIn');
                expect(fixture.emulator.count('RegisterClient')).to.equal(2);
            });
        }
    }

    it('is called off during the second try as well', async () => {
        fixture.emulator.faults.add({ operation: 'StartDeviceAuthorization', kind: 'error', error: 'invalid_client', times: 1 });
        fixture.emulator.faults.add({ operation: 'StartDeviceAuthorization', kind: 'hang' });
        const ending = fixture.signIn('deviceCode', CORP);
        while (fixture.emulator.count('StartDeviceAuthorization') < 2) {
            await new Promise(resolve => setImmediate(resolve));
        }
        fixture.abort.abort();
        expect(await ending).to.deep.equal({ kind: 'cancelled' });
    });

    const endings: [sentence: string, ending: string, prepare: () => void][] = [
        ['is refused', 'denied', () => (fixture.onProgress = ({ kind }) => kind === 'deviceCode' && fixture.emulator.deny())],
        ['runs out', 'timedOut', () => (fixture.emulator.settings.pollInterval = 60)],
        ['is called off', 'cancelled', () => (fixture.onProgress = ({ kind }) => kind === 'deviceCode' && fixture.abort.abort())],
        [
            'breaks',
            'invalidRequest',
            () => fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'error', error: 'invalid_request' })
        ]
    ];
    for (const [sentence, expected, prepare] of endings) {
        it(`leaves the token that is there alone when it ${sentence}`, async () => {
            const path = join(fixture.cacheFolder, TOKEN_FILE);
            const token = '{"accessToken":"kept","expiresAt":"2030-01-01T00:00:00Z"}';
            await mkdir(fixture.cacheFolder, { recursive: true });
            await writeFile(path, token);
            prepare();
            const ending = await fixture.signIn('deviceCode', CORP).then(({ kind }) => kind, error => AwsFailure.of(error).reason);
            expect(ending).to.equal(expected);
            expect(await readFile(path, 'utf8')).to.equal(token);
        });
    }

    it('serves this process where nothing can be written, and says so', async () => {
        await mkdir(join(fixture.home, '.aws'), { recursive: true });
        await writeFile(join(fixture.home, '.aws', 'sso'), 'not a folder');
        fixture.approveCodes();
        const outcome = await fixture.signIn('deviceCode');
        expect(outcome).to.deep.include({ kind: 'signedIn' });
        expect(outcome).to.have.nested.property('unwritten.reason', 'fileUnwritable');
        expect(await fixture.container.get(SsoTokenCache).read(BUILDER_ID_SESSION)).to.have.property('accessToken');
    });

    it('says nothing of secrets in what it throws', async () => {
        const secret = 'aoaAAAAAGf7Zq3mX9Pd_2kLw8Rt5Yh1Nc6Vb4';
        fixture.emulator.faults.add({
            operation: 'CreateToken',
            kind: 'error',
            error: 'invalid_request',
            description: `Bad code ${secret} for client`
        });
        const error = await fixture.signIn('deviceCode').catch((caught: unknown) => caught);
        expect(AwsFailure.of(error).detail).to.equal('Bad code [...] for client');
        expect((error as Error).message).to.not.contain(secret);
    });
});
