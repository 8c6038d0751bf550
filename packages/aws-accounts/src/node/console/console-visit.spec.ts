import { expect } from 'chai';
import type { Container } from '@theia/core/shared/inversify';
import { DEV_KEYS } from '../credentials/test/credentials-fixture';
import { BackendFixture } from '../test/backend-fixture';
import { CONSOLE_PATH, ConsoleTickets } from './console-tickets';
import { ConsoleVisit, VisitAnswer } from './console-visit';

const CONFIG = `[profile dev]
${DEV_KEYS}
[profile ops]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = dev
region = eu-central-1
[profile anywhere]
role_arn = arn:aws:iam::111122223333:role/Deployer
source_profile = dev
`;

describe('the browser that came with a ticket', () => {

    let fixture: BackendFixture;
    let backend: Container;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        process.env.AWS_ENDPOINT_URL_SIGNIN = fixture.emulator.url;
        await fixture.write('.aws/config', CONFIG);
        backend = fixture.startBackend();
        await fixture.openWindow(backend).server.attach(undefined);
    });

    afterEach(() => {
        delete process.env.AWS_ENDPOINT_URL_SIGNIN;
        return fixture.dispose();
    });

    function visit(profile: string): Promise<VisitAnswer> {
        const path = backend.get(ConsoleTickets).issue(`profile:${profile}`);
        return backend.get(ConsoleVisit).receive(path.slice(CONSOLE_PATH.length + 1));
    }

    it('is sent to the console as the role, in the region of the profile', async () => {
        const { status, headers, body } = await visit('ops');
        expect([status, body]).to.deep.equal([303, undefined]);
        expect(headers).to.include({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
        const address = new URL(headers.Location);
        expect(address.searchParams.get('Destination')).to.equal('https://console.aws.amazon.com/console/home?region=eu-central-1');
        expect(await (await fetch(address)).text()).to.contain('account 111122223333').and.contain('assumed-role/Deployer/');
    });

    it('is sent where the person was last when nothing names a region', async () => {
        const { headers } = await visit('anywhere');
        expect(new URL(headers.Location).searchParams.get('Destination')).to.equal('https://console.aws.amazon.com/console/home');
    });

    it('is sent nowhere as a user, and AWS is not asked', async () => {
        const { status, body, headers } = await visit('dev');
        expect([status, headers.Location]).to.deep.equal([502, undefined]);
        expect(body).to.contain('dev').and.contain('accessDenied');
        expect(fixture.emulator.count('GetSigninToken')).to.equal(0);
    });

    // @threat console-address
    it('is told on a page that the address was used', async () => {
        const { status, headers } = await backend.get(ConsoleVisit).receive('used');
        expect([status, headers.Location]).to.deep.equal([400, undefined]);
    });

    const faults: readonly (readonly [string, Parameters<BackendFixture['emulator']['faults']['add']>[0], string])[] = [
        ['AWS is in trouble', { operation: 'GetSigninToken', kind: 'status', status: 503 }, 'server'],
        ['AWS refuses', { operation: 'GetSigninToken', kind: 'status', status: 403 }, 'accessDenied'],
        ['somebody else answers', { operation: 'GetSigninToken', kind: 'html' }, 'malformedResponse'],
        ['the answer is no token', { operation: 'GetSigninToken', kind: 'malformed' }, 'malformedResponse'],
        ['the line breaks', { operation: 'GetSigninToken', kind: 'drop' }, 'network']
    ];
    for (const [sentence, fault, reason] of faults) {
        it(`is told when ${sentence}, without a secret`, async () => {
            fixture.emulator.faults.add(fault);
            const { status, headers, body = '' } = await visit('ops');
            expect([status, headers.Location]).to.deep.equal([502, undefined]);
            expect(body).to.contain(`(${reason})`);
            expect(fixture.emulator.issuedSecrets().filter(secret => body.includes(secret))).to.deep.equal([]);
        });
    }
});
