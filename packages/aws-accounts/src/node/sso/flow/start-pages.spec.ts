import { AwsNames, AwsSignInEmulator } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsClients } from '../../http/aws-clients';
import { NetworkSettings } from '../../http/network-settings';
import { Clock, SystemClock } from '../../process/clock';
import { FakeClock } from '../../test/fake-clock';
import { StartPages } from './start-pages';

const VANITY = 'https://aws.my-corp.example';
const CORP = 'https://d-1234567890.awsapps.com/start';
const PORTAL = 'https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws';

class Clients extends AwsClients {

    protected override readonly network: NetworkSettings;

    constructor(variables: NodeJS.ProcessEnv) {
        super();
        this.network = Object.assign(new NetworkSettings(), { variables });
    }
}

/** Answers by itself, and keeps what it was asked. */
class ScriptedPages extends StartPages {

    readonly asked: string[] = [];

    constructor(
        protected override readonly clock: Clock,
        protected readonly answers: { [method: string]: Promise<{ status: number; location?: string }> }
    ) {
        super();
    }

    protected override async ask(method: 'HEAD' | 'GET', _url: URL, signal: AbortSignal): ReturnType<StartPages['ask']> {
        this.asked.push(method);
        const ended = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        const { status, location } = await Promise.race([this.answers[method], ended]);
        return { status, location };
    }
}

describe('StartPages', function () {
    this.timeout(20_000);

    const NEVER = new AbortController().signal;
    let emulator: AwsSignInEmulator;
    let names: AwsNames;
    let pages: StartPages;

    before(async () => {
        emulator = await AwsSignInEmulator.start();
        names = await AwsNames.serve(emulator, { otherHosts: ['aws.my-corp.example', 'go.my-corp.example'] });
    });

    after(async () => {
        await names?.stop();
        await emulator?.stop();
    });

    beforeEach(() => {
        emulator.forgetRequests();
        pages = Object.assign(new StartPages(), { clients: new Clients(names.proxyVariables), clock: new SystemClock() });
    });

    const operations = (): string[] => names.arrivals.map(({ host, operation }) => `${operation} ${host}`);
    const failure = async (startUrl: string): Promise<AwsFailure> =>
        pages.find(startUrl, NEVER).then(found => { throw new Error(`found ${found}`); }, (error: unknown) => AwsFailure.of(error));

    for (const [to, found, region] of [
        [`${CORP}/#/`, CORP, undefined],
        [PORTAL, PORTAL, 'eu-west-1'],
        ['https://ssoins-1.eusc-de-east-1.portal.amazonaws.eu/', 'https://ssoins-1.eusc-de-east-1.portal.amazonaws.eu', 'eusc-de-east-1']
    ]) {
        it(`follow the one redirect to ${to}, and call nothing there`, async () => {
            emulator.redirect(`${VANITY}/start`, to ?? '');
            expect(await pages.find(`${VANITY}/start`, NEVER)).to.equal(found);
            expect(await pages.look(` ${VANITY}/start/ `, NEVER))
                .to.deep.equal({ kind: 'found', startUrl: found, host: new URL(found ?? '').host, region });
            expect(new Set(operations())).to.deep.equal(new Set(['VanityUrl aws.my-corp.example']));
        });
    }

    const refused: [what: string, from: string, to: string | undefined, startPage: AwsFailure['startPage']][] = [
        ['two redirects', '/two', 'https://go.my-corp.example/aws', { kind: 'foreignHost', host: 'go.my-corp.example' }],
        ['a redirect within its host', '/own', '/start', { kind: 'foreignHost', host: 'aws.my-corp.example' }],
        ['another host', '/evil', 'https://awsapps.com.evil.example/start', { kind: 'foreignHost', host: 'awsapps.com.evil.example' }],
        [
            'a host of AWS on which anybody can put a page', '/s3', 'https://b.s3.amazonaws.com/start',
            { kind: 'foreignHost', host: 'b.s3.amazonaws.com' }
        ],
        ['plain http', '/http', CORP.replace('https', 'http'), { kind: 'plainHttp', host: 'd-1234567890.awsapps.com' }],
        ['this machine', '/here', 'http://127.0.0.1:1/start', { kind: 'plainHttp', host: '127.0.0.1:1' }],
        ['Builder ID', '/builder', 'https://view.awsapps.com/start', { kind: 'notAStartPage', host: 'view.awsapps.com' }],
        [
            'another page of the portal', '/page', 'https://d-1234567890.awsapps.com/console',
            { kind: 'notAStartPage', host: 'd-1234567890.awsapps.com' }
        ],
        ['no redirect', '/none', undefined, { kind: 'noRedirect', host: 'aws.my-corp.example' }]
    ];
    for (const [what, path, to, startPage] of refused) {
        it(`refuse ${what}, with the reason`, async () => {
            if (to !== undefined) {
                emulator.redirect(VANITY + path, to);
            }
            emulator.redirect('https://go.my-corp.example/aws', CORP);
            expect(await failure(VANITY + path)).to.deep.equal({ reason: 'startUrlRefused', subject: VANITY + path, startPage });
            expect(await pages.look(VANITY + path, NEVER)).to.deep.include({ kind: 'failed' });
            expect(operations().filter(operation => !operation.endsWith(' aws.my-corp.example'))).to.deep.equal([]);
        });
    }

    for (const startUrl of ['https://10.0.0.1/start', 'https://169.254.169.254/latest']) {
        it(`call no machine by its address: ${startUrl}`, async () => {
            const scripted = new ScriptedPages(new SystemClock(), {});
            expect(await scripted.look(startUrl, NEVER)).to.deep.include({ kind: 'failed' });
            expect(scripted.asked).to.deep.equal([]);
            expect((await failure(startUrl)).startPage?.kind).to.equal('notADomain');
        });
    }

    for (const startUrl of [CORP, PORTAL, 'http://127.0.0.1:4711/start', 'https://localhost:4711/start']) {
        it(`call nothing for ${startUrl}`, async () => {
            expect(await pages.find(startUrl, NEVER)).to.equal(startUrl);
            expect(operations()).to.deep.equal([]);
        });
    }

    it('say what kept the call from the host', async () => {
        expect(await failure('https://elsewhere.example/start')).to.deep.include({ reason: 'server', subject: 'elsewhere.example' });
    });

    for (const input of ['', 'htp://x', 'http://aws.my-corp.example/start', 'https://view.awsapps.com/start']) {
        it(`look at no ${JSON.stringify(input)}`, async () => {
            const error = await pages.look(input, NEVER).catch((caught: unknown) => caught);
            expect(AwsFailure.of(error).reason).to.equal('invalidRequest');
        });
    }

    it('ask by GET where HEAD is not known', async () => {
        const scripted = new ScriptedPages(new SystemClock(), {
            HEAD: Promise.resolve({ status: 405 }), GET: Promise.resolve({ status: 307, location: CORP })
        });
        expect(await scripted.find(VANITY, NEVER)).to.equal(CORP);
        expect(scripted.asked).to.deep.equal(['HEAD', 'GET']);
    });

    it('give up after ten seconds', async () => {
        const clock = new FakeClock();
        const scripted = new ScriptedPages(clock, { HEAD: new Promise(() => undefined) });
        const found = scripted.find(VANITY, NEVER).catch((error: unknown) => AwsFailure.of(error));
        clock.advance(9_999);
        expect(scripted.asked).to.deep.equal(['HEAD']);
        clock.advance(1);
        expect(await found).to.deep.equal({ reason: 'timedOut', subject: 'aws.my-corp.example' });
    });

    it('end with the person who asked', async () => {
        const abort = new AbortController();
        const scripted = new ScriptedPages(new FakeClock(), { HEAD: new Promise(() => undefined) });
        const found = scripted.find(VANITY, abort.signal).catch((error: unknown) => error);
        abort.abort();
        expect(await found).to.equal(abort.signal.reason);
    });
});
