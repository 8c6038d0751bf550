import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { SignInFlowKind } from '../../../common/sign-in/sign-in-flow';
import { FakeClock } from '../../test/fake-clock';
import { CORP_SESSION as CORP, SignInFixture } from '../../test/sign-in-fixture';
import { ClientRegistration, ClientRegistrations, RegistrationPurpose } from './client-registration';
import { BUILDER_ID_SESSION } from '../../shared-config/sso-session';

const DAY = 24 * 60 * 60 * 1000;
const SCOPES = ['sso:account:access', 'codewhisperer:completions'];
const purpose = (flow: SignInFlowKind = 'deviceCode', scopes = SCOPES, session = CORP): RegistrationPurpose => ({ flow, session, scopes });

describe('ClientRegistrations, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: SignInFixture;
    let registrations: ClientRegistrations;
    const clock = FakeClock.jumping();

    beforeEach(async () => {
        fixture = await SignInFixture.create(clock);
        registrations = fixture.container.get(ClientRegistrations);
    });

    afterEach(() => fixture.dispose());

    const ensure = (what = purpose()): Promise<ClientRegistration> => registrations.ensure(what, fixture.abort.signal);
    const registered = (): number => fixture.emulator.count('RegisterClient');

    it('registers once, and remembers that in a file of its own', async () => {
        const first = await ensure();
        expect(await ensure()).to.deep.equal(first);
        expect(
            await ensure(purpose('deviceCode', ['codewhisperer:completions', 'sso:account:access'])),
            'the order of scopes does not matter'
        ).to.deep.equal(first);
        expect(registered()).to.equal(1);

        const [[name, content]] = Object.entries(await fixture.cached());
        expect(name).to.match(/^theia-aws-accounts-client-[0-9a-f]{32}\.json$/);
        expect(content, 'with what its tokens are good for').to.deep.equal({ ...first, scopes: SCOPES });
        expect(content, 'aws sso logout deletes what has one').to.not.have.property('accessToken');
        expect((await stat(join(fixture.cacheFolder, name))).mode & 0o777).to.equal(0o600);
        expect((await stat(fixture.cacheFolder)).mode & 0o777).to.equal(0o700);
    });

    const purposes: [sentence: string, purpose: RegistrationPurpose][] = [
        ['flow', purpose('authorizationCode')],
        ['scope set', purpose('deviceCode', ['sso:account:access'])],
        ['start URL', purpose('deviceCode', undefined, { ...CORP, startUrl: BUILDER_ID_SESSION.startUrl })],
        ['region', purpose('deviceCode', undefined, { ...CORP, region: 'us-east-1' })]
    ];
    for (const [sentence, other] of purposes) {
        it(`registers apart for another ${sentence}`, async () => {
            const first = await ensure();
            expect((await ensure(other)).clientId).to.not.equal(first.clientId);
            expect(await ensure()).to.deep.equal(first);
            expect(registered()).to.equal(2);
        });
    }

    it('registers anew before the registration ends', async () => {
        const first = await ensure();
        expect(Date.parse(first.expiresAt) - clock.now()).to.equal(90 * DAY);
        clock.advance(90 * DAY - 2 * 60 * 60 * 1000);
        expect(await ensure()).to.deep.equal(first);
        clock.advance(60 * 60 * 1000);
        expect((await ensure()).clientId).to.not.equal(first.clientId);
        expect(await readdir(fixture.cacheFolder)).to.have.lengthOf(1);
    });

    it('registers anew when AWS has forgotten the client', async () => {
        const first = await ensure();
        registrations.forget(first);
        const second = await ensure();
        expect(second.clientId).to.not.equal(first.clientId);
        expect(await ensure()).to.deep.equal(second);
    });

    for (const [sentence, text] of [
        ['half a file', '{"clientId":"a'],
        ['a file without a secret', '{"clientId":"a","expiresAt":"2030-01-01T00:00:00Z"}'],
        ['null', 'null']
    ]) {
        it(`replaces ${sentence}`, async () => {
            await ensure();
            const [name] = await readdir(fixture.cacheFolder);
            await writeFile(join(fixture.cacheFolder, name), text);
            const second = await ensure();
            expect(registered()).to.equal(2);
            expect((await fixture.cached())[name]).to.deep.equal({ ...second, scopes: SCOPES });
        });
    }

    it('serves where nothing can be written', async () => {
        await mkdir(join(fixture.home, '.aws'), { recursive: true });
        await writeFile(join(fixture.home, '.aws', 'sso'), 'not a folder');
        expect((await ensure()).clientId).to.be.a('string');
    });

    it('serves where the file can be read by nobody', async () => {
        await ensure();
        const [name] = await readdir(fixture.cacheFolder);
        await chmod(join(fixture.cacheFolder, name), 0o000);
        expect((await ensure()).clientId).to.be.a('string');
    });

    it('says what AWS refused, and writes nothing then', async () => {
        const error = await ensure(purpose('deviceCode', ['made:up'])).catch((caught: unknown) => caught);
        expect(AwsFailure.of(error)).to.deep.equal({ reason: 'invalidScope', subject: CORP.startUrl, detail: 'Unknown scope made:up.' });
        expect(await fixture.cached()).to.deep.equal({});
    });
});
