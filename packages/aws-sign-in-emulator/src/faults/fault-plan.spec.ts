import { ListAccountsCommand, SSOClient } from '@aws-sdk/client-sso';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { expect } from 'chai';
import { sampleOrganisation } from '../organisation/sample-organisation';
import { Client, RealClients, refusalOf } from '../test/real-clients';

const [DEV] = sampleOrganisation.users;

describe('Faults, asked for over HTTP', function () {
    // Real clients repeat what failed, after pauses of their own.
    this.timeout(20_000);

    let aws: RealClients;
    let client: Client;
    let deviceCode: string;

    const ask = async (fault: object): Promise<void> => expect((await aws.postJson('/emulator/faults', fault)).status).to.equal(200)
        && undefined;
    /** Resolves when the emulator has got a request: it answers others in the meantime. */
    const reached = async (operation: string): Promise<void> => {
        while (aws.emulator.count(operation) === 0) {
            await aws.fetch('/emulator/requests');
        }
    };
    const poll = (): Promise<unknown> => aws.poll(client, deviceCode);
    const whoAmI = (): Promise<{ Account?: string }> => aws.sts(DEV).send(new GetCallerIdentityCommand({}));

    beforeEach(async () => {
        aws = await RealClients.start();
        client = await aws.register(['sso:account:access']);
        ({ deviceCode } = await aws.startDevice(client));
        aws.emulator.forgetRequests();
    });

    afterEach(() => aws.stop());

    const wishes: [wish: string, fault: object, seen: object][] = [
        ['deny', { kind: 'error', error: 'access_denied' }, { name: 'AccessDeniedException', error: 'access_denied', status: 400 }],
        ['slow down', { kind: 'error', error: 'slow_down' }, { name: 'SlowDownException', error: 'slow_down', status: 400 }],
        ['expire', { kind: 'error', error: 'expired_token' }, { name: 'ExpiredTokenException', error: 'expired_token', status: 400 }],
        ['500', { kind: 'status', status: 500 }, { status: 500 }],
        ['503', { kind: 'status', status: 503 }, { status: 503 }],
        ['429', { kind: 'status', status: 429 }, { status: 429 }],
        ['a malformed body', { kind: 'malformed' }, { name: 'SyntaxError' }],
        ['the page of a guest network', { kind: 'html' }, { name: 'SyntaxError' }],
        ['a cut connection', { kind: 'drop' }, { name: 'TimeoutError', message: 'socket hang up' }]
    ];
    for (const [wish, fault, seen] of wishes) {
        it(`${wish}: once, and then the sign-in goes on`, async () => {
            const attempts = /^(5|429|a cut)/.test(wish) ? 3 : 1;
            await ask({ operation: 'CreateToken', times: attempts, ...fault });
            expect(await refusalOf(poll())).to.include(seen);
            expect(aws.emulator.count('CreateToken')).to.equal(attempts);
            aws.emulator.approve();
            expect(await poll()).to.include({ tokenType: 'Bearer' });
        });
    }

    it('an empty answer', async () => {
        await ask({ operation: 'CreateToken', kind: 'empty' });
        expect(await poll()).to.have.keys('$metadata');
    });

    it('silence: the call waits until its caller has waited enough', async () => {
        await ask({ operation: 'CreateToken', kind: 'hang' });
        const abort = new AbortController();
        const waiting = aws.fetch('/token', { method: 'POST', body: '{}', signal: abort.signal }).catch((error: Error) => error.name);
        await reached('CreateToken');
        abort.abort();
        expect(await waiting).to.equal('AbortError');
    });

    it('silence after a part of the answer', async () => {
        await ask({ operation: 'CreateToken', kind: 'stall', times: 1 });
        const { status, body } = await aws.fetch('/token', { method: 'POST', body: '{}' });
        expect(status).to.equal(200);
        const reader = body?.getReader();
        expect(Buffer.from((await reader?.read())?.value ?? []).toString()).to.equal('{');
        await reader?.cancel();
    });

    it('silence that has been reached is in the log, and stopping ends it', async () => {
        await ask({ operation: 'CreateToken', kind: 'hang' });
        const waiting = refusalOf(aws.postJson('/token', {}));
        await reached('CreateToken');
        await aws.stop();
        expect(await waiting).to.include({ name: 'TypeError', message: 'fetch failed' });
        expect(aws.emulator.requests.map(({ operation, outcome }) => [operation, outcome])).to.deep.equal([['CreateToken', 'hang']]);
        aws = await RealClients.start();
    });

    it('delay: the answer comes after others that were asked for later', async () => {
        await ask({ operation: 'CreateToken', kind: 'delay', ms: 150, times: 1 });
        const order: string[] = [];
        const late = aws.postJson('/token', {}).then(({ status }) => order.push(`token ${status}`));
        const early = whoAmI().then(({ Account }) => order.push(`caller ${Account}`));
        await Promise.all([late, early]);
        expect(order).to.deep.equal(['caller 111122223333', 'token 401']);
    });

    it('is due until a request has met it, and then no more, even before that request is answered', async () => {
        expect(aws.emulator.faults.isDue('CreateToken')).to.equal(false);
        await ask({ operation: 'CreateToken', kind: 'delay', ms: 50, times: 1 });
        expect([aws.emulator.faults.isDue('CreateToken'), aws.emulator.faults.isDue('RegisterClient')]).to.deep.equal([true, false]);
        const late = aws.postJson('/token', {});
        while (aws.emulator.faults.isDue('CreateToken')) {
            await aws.fetch('/emulator/requests');
        }
        expect(aws.emulator.count('CreateToken'), 'not answered yet').to.equal(0);
        await late;
    });

    it('hits every operation, in the order in which it was asked for, as often as was said', async () => {
        await ask({ operation: '*', kind: 'status', status: 418, times: 2 });
        await ask({ operation: 'CreateToken', kind: 'status', status: 422, times: 1 });
        const statuses = [];
        for (const path of ['/client/register', '/token', '/token', '/token']) {
            statuses.push((await aws.postJson(path, {})).status);
        }
        expect(statuses).to.deep.equal([418, 418, 422, 401]);
    });

    it('lets other operations, pages and the control endpoint be', async () => {
        await ask({ operation: 'CreateToken', kind: 'drop' });
        expect((await whoAmI()).Account).to.equal('111122223333');
        await ask({ operation: '*', kind: 'drop' });
        expect((await aws.fetch('/device')).status).to.equal(200);
        expect((await aws.fetch('/emulator/requests')).status).to.equal(200);
    });

    it('ends when it is cleared: for one operation, or for all', async () => {
        await ask({ operation: 'CreateToken', kind: 'status', status: 418 });
        await ask({ operation: 'RegisterClient', kind: 'status', status: 418 });
        await aws.postJson('/emulator/clear-faults', { operation: 'CreateToken' });
        expect((await aws.postJson('/token', {})).status).to.equal(401);
        expect((await aws.postJson('/client/register', {})).status).to.equal(418);
        await aws.fetch('/emulator/clear-faults', { method: 'POST' });
        await aws.register();
    });

    const troubles: [status: number, sts: string, portal: string][] = [
        [429, 'Throttling', 'TooManyRequestsException'],
        [500, 'InternalFailure', 'InternalFailureException'],
        [503, 'ServiceUnavailable', 'ServiceUnavailableException']
    ];
    for (const [status, sts, portal] of troubles) {
        it(`speaks the protocol of the service that is in trouble: ${status}`, async () => {
            await ask({ operation: '*', kind: 'status', status });
            const asked = aws.sts(DEV, { maxAttempts: 1 }).send(new GetCallerIdentityCommand({}));
            expect(await refusalOf(asked)).to.include({ name: sts, status });
            const impatient = new SSOClient({ ...aws.config, maxAttempts: 1 });
            expect(await refusalOf(impatient.send(new ListAccountsCommand({ accessToken: 'any' })))).to.include({ name: portal, status });
        });
    }
});
