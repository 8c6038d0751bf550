import type { Fault } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { AwsFailure, AwsFailureReason } from '../../../common/state/aws-accounts-error';
import type { SignInProgress } from '../../../common/sign-in/sign-in';
import { FakeClock } from '../../test/fake-clock';
import { SignInFixture } from '../../test/sign-in-fixture';
import type { SsoSignInOutcome } from '../sso-sign-in';

type CodeProgress = Extract<SignInProgress, { kind: 'deviceCode' }>;

const ALWAYS = Number.POSITIVE_INFINITY;
const TEN_MINUTES = 10 * 60 * 1000;

describe('DeviceCodeFlow, over real HTTP', function () {
    this.timeout(20_000);

    let fixture: SignInFixture;

    beforeEach(async () => {
        fixture = await SignInFixture.create();
        fixture.emulator.settings.pollInterval = 5;
    });

    afterEach(() => fixture.dispose());

    const signIn = (): Promise<SsoSignInOutcome> => fixture.signIn('deviceCode');
    const failed = async (): Promise<AwsFailure> =>
        AwsFailure.of(
            await signIn().then(
                outcome => expect.fail(`ended with ${outcome.kind}`),
                (error: unknown) => error
            )
        );
    const trouble = (fault: object): void => fixture.emulator.faults.add(fault as Fault);
    const codes = (): CodeProgress[] => fixture.progress.filter((progress): progress is CodeProgress => progress.kind === 'deviceCode');

    it('shows code, links and deadline, then finishes', async () => {
        fixture.approveCodes();
        const startedAt = fixture.clock.now();
        expect(await signIn()).to.deep.equal({ kind: 'signedIn', unwritten: undefined });
        expect(fixture.progress.map(({ kind }) => kind)).to.deep.equal(['starting', 'deviceCode', 'finishing']);
        const [{ userCode, verificationUri, verificationUriComplete, expiresAt }] = codes();
        expect(userCode).to.match(/^[A-Z]{4}-[A-Z]{4}$/);
        expect(verificationUri).to.equal(`${fixture.emulator.url}/device`);
        expect(verificationUriComplete).to.equal(`${verificationUri}?user_code=${userCode}`);
        expect(Date.parse(expiresAt)).to.equal(startedAt + TEN_MINUTES);
    });

    it('tells the window no secret', async () => {
        fixture.approveCodes();
        await signIn();
        const told = JSON.stringify(fixture.progress);
        expect(fixture.emulator.issuedSecrets().filter(secret => told.includes(secret))).to.deep.equal([]);
        expect(fixture.emulator.issuedSecrets()).to.have.length.greaterThan(3);
    });

    it('asks at the interval of the server for as long as the code lives, and no longer', async () => {
        fixture.emulator.settings.pollInterval = 30;
        expect(await signIn()).to.deep.equal({ kind: 'timedOut' });
        const { pauses } = fixture.clock;
        expect(new Set(pauses)).to.deep.equal(new Set([30_000]));
        expect(pauses).to.have.lengthOf(TEN_MINUTES / 30_000 - 1);
        expect(fixture.emulator.count('CreateToken')).to.equal(pauses.length);
    });

    it('slows down for good when it is asked to', async () => {
        trouble({ operation: 'CreateToken', kind: 'error', error: 'authorization_pending', times: 1 });
        trouble({ operation: 'CreateToken', kind: 'error', error: 'slow_down', times: 1 });
        trouble({ operation: 'CreateToken', kind: 'error', error: 'authorization_pending', times: 1 });
        trouble({ operation: 'CreateToken', kind: 'error', error: 'slow_down', times: 1 });
        fixture.approveCodes();
        await signIn();
        expect(fixture.clock.pauses).to.deep.equal([5000, 5000, 10_000, 10_000, 15_000]);
    });

    it('understands polling answers whose header or body a proxy has lost', async () => {
        fixture.emulator.settings.errorTypeHeader = false;
        trouble({ operation: 'CreateToken', kind: 'error', error: 'slow_down', times: 1 });
        fixture.approveCodes();
        expect((await signIn()).kind).to.equal('signedIn');
        expect(fixture.clock.pauses).to.deep.equal([5000, 10_000]);
    });

    for (const fault of [
        { kind: 'drop' },
        { kind: 'hang' },
        { kind: 'malformed' },
        { kind: 'empty' },
        { kind: 'html' },
        { kind: 'status', status: 429 },
        { kind: 'status', status: 500 },
        { kind: 'status', status: 503 },
        { kind: 'error', error: 'server_error' }
    ]) {
        it(`bears ${Object.values(fault).join(' ')} while the person is busy, and asks less often meanwhile`, async () => {
            fixture.clients.giveUpAfter(fault.kind === 'hang' ? 400 : 15_000);
            trouble({ operation: 'CreateToken', times: 2, ...fault });
            fixture.approveCodes();
            expect((await signIn()).kind).to.equal('signedIn');
            expect(fixture.clock.pauses).to.deep.equal([5000, 10_000, 20_000]);
        });
    }

    it('ends at its deadline although nothing ever gets through', async () => {
        trouble({ operation: 'CreateToken', kind: 'drop', times: ALWAYS });
        expect(await signIn()).to.deep.equal({ kind: 'timedOut' });
        expect(Math.max(...fixture.clock.pauses)).to.equal(30_000);
    });

    it('tells a refusal', async () => {
        fixture.onProgress = ({ kind }) => kind === 'deviceCode' && fixture.emulator.deny();
        expect(await signIn()).to.deep.equal({ kind: 'denied' });
        expect(fixture.emulator.count('CreateToken')).to.equal(1);
    });

    it('tells that the code has expired before its time', async () => {
        trouble({ operation: 'CreateToken', kind: 'error', error: 'expired_token' });
        expect(await signIn()).to.deep.equal({ kind: 'timedOut' });
    });

    const broken: [operation: string, error: string, reason: AwsFailureReason][] = [
        ['RegisterClient', 'invalid_scope', 'invalidScope'],
        ['RegisterClient', 'invalid_client_metadata', 'invalidRequest'],
        ['RegisterClient', 'invalid_redirect_uri', 'invalidRequest'],
        ['RegisterClient', 'invalid_request', 'invalidRequest'],
        ['RegisterClient', 'slow_down', 'throttled'],
        ['RegisterClient', 'server_error', 'server'],
        ['StartDeviceAuthorization', 'invalid_request', 'invalidRequest'],
        ['StartDeviceAuthorization', 'invalid_client', 'registrationExpired'],
        ['StartDeviceAuthorization', 'unauthorized_client', 'registrationExpired'],
        ['StartDeviceAuthorization', 'slow_down', 'throttled'],
        ['StartDeviceAuthorization', 'server_error', 'server'],
        ['CreateToken', 'invalid_grant', 'signInRequired'],
        ['CreateToken', 'invalid_client', 'registrationExpired'],
        ['CreateToken', 'invalid_scope', 'invalidScope'],
        ['CreateToken', 'invalid_request', 'invalidRequest'],
        ['CreateToken', 'unsupported_grant_type', 'invalidRequest']
    ];
    for (const [operation, error, reason] of broken) {
        it(`says ${reason} when ${operation} keeps saying ${error}`, async () => {
            trouble({ operation, kind: 'error', error, description: 'Said so.' });
            expect(await failed()).to.deep.equal({ reason, subject: 'https://view.awsapps.com/start', detail: 'Said so.' });
        });
    }

    for (const operation of ['RegisterClient', 'StartDeviceAuthorization']) {
        for (const fault of [
            { kind: 'error', error: 'slow_down' },
            { kind: 'error', error: 'server_error' },
            { kind: 'status', status: 429 },
            { kind: 'drop' }
        ]) {
            it(`gets over a passing ${Object.values(fault).join(' ')} of ${operation}`, async () => {
                trouble({ operation, times: 2, ...fault });
                fixture.approveCodes();
                expect((await signIn()).kind).to.equal('signedIn');
                expect(codes(), 'one code is shown').to.have.lengthOf(1);
            });
        }

        it(`says that ${operation} is not what it should be`, async () => {
            trouble({ operation, kind: 'html' });
            expect(await failed()).to.include({ reason: 'malformedResponse' });
            fixture.emulator.faults.clear();
            trouble({ operation, kind: 'empty' });
            expect(await failed()).to.include({ reason: 'malformedResponse' });
        });

        it(`is called off while ${operation} hangs`, async () => {
            trouble({ operation, kind: 'hang' });
            const ending = signIn();
            fixture.abort.abort();
            expect(await ending).to.deep.equal({ kind: 'cancelled' });
        });
    }
});

describe('DeviceCodeFlow that is called off', function () {
    this.timeout(20_000);

    let fixture: SignInFixture;
    const clock = new FakeClock();

    beforeEach(async () => {
        fixture = await SignInFixture.create(clock);
    });

    afterEach(() => fixture.dispose());

    it('ends between two polls, and leaves no timer', async () => {
        fixture.onProgress = ({ kind }) => kind === 'deviceCode' && setImmediate(() => {
            expect(clock.waits).to.equal(1);
            fixture.abort.abort('not now');
        });
        expect(await fixture.signIn('deviceCode')).to.deep.equal({ kind: 'cancelled' });
        expect(clock.waits).to.equal(0);
        expect(await fixture.cached()).to.not.have.property('accessToken');
    });

    it('ends while a poll hangs', async () => {
        fixture.emulator.faults.add({ operation: 'CreateToken', kind: 'hang' });
        fixture.onProgress = ({ kind }) => kind === 'deviceCode' && setImmediate(() => {
            clock.advance(1000);
            setImmediate(() => fixture.abort.abort());
        });
        expect(await fixture.signIn('deviceCode')).to.deep.equal({ kind: 'cancelled' });
    });

    it('does not even begin', async () => {
        fixture.abort.abort();
        expect(await fixture.signIn('deviceCode')).to.deep.equal({ kind: 'cancelled' });
        expect(fixture.emulator.requests).to.deep.equal([]);
    });
});
