import { ListAccountsCommand } from '@aws-sdk/client-sso';
import { RegisterClientCommand } from '@aws-sdk/client-sso-oidc';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { AwsSignInEmulator, Fault } from 'aws-sign-in-emulator';
import { expect } from 'chai';
import type { AwsFailureReason } from '../../common/state/aws-accounts-error';
import { ImpatientClients } from '../test/sign-in-fixture';
import { isAborted, toAwsFailure } from './aws-failure-conversion';
import { oidcEndpoint } from '../sso/flow/oidc-endpoint';

type Trouble = Pick<Fault, 'kind'> & Record<string, unknown>;

describe('AwsClients, over real HTTP', function () {
    this.timeout(20_000);

    let emulator: AwsSignInEmulator;
    const clients = new ImpatientClients();
    const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wrong' };
    const register = async (signal?: AbortSignal): Promise<unknown> =>
        (await clients.oidc('eu-central-1')).send(new RegisterClientCommand({ clientName: 'spec', clientType: 'public' }), {
            abortSignal: signal
        });
    const listAccounts = async (): Promise<unknown> =>
        (await clients.portal('eu-central-1')).send(new ListAccountsCommand({ accessToken: 'wrong' }));
    const whoAmI = async (): Promise<unknown> => (await clients.sts('eu-central-1', credentials)).send(new GetCallerIdentityCommand({}));

    before(async () => {
        emulator = await AwsSignInEmulator.start();
        process.env.AWS_ENDPOINT_URL = emulator.url;
    });

    after(async () => {
        delete process.env.AWS_ENDPOINT_URL;
        await emulator.stop();
    });

    afterEach(() => emulator.faults.clear());

    const troubles: [trouble: Trouble, reason: AwsFailureReason][] = [
        [{ kind: 'drop' }, 'network'],
        [{ kind: 'hang' }, 'timedOut'],
        [{ kind: 'stall' }, 'timedOut'],
        [{ kind: 'malformed' }, 'malformedResponse'],
        [{ kind: 'html' }, 'malformedResponse'],
        [{ kind: 'status', status: 302 }, 'malformedResponse'],
        [{ kind: 'status', status: 407 }, 'proxy'],
        [{ kind: 'status', status: 429 }, 'throttled'],
        [{ kind: 'status', status: 500 }, 'server'],
        [{ kind: 'status', status: 503 }, 'server']
    ];
    for (const [trouble, reason] of troubles) {
        it(`tells ${Object.values(trouble).join(' ')} from everything else`, async () => {
            clients.giveUpAfter(trouble.kind === 'hang' || trouble.kind === 'stall' ? 400 : 15_000);
            emulator.faults.add({ operation: 'RegisterClient', ...trouble } as Fault);
            const error = await register().catch((caught: unknown) => caught);
            expect(toAwsFailure(error, 'corp')).to.include({ reason, subject: 'corp' });
        });
    }

    it('sends a call of SSO-OIDC once, whatever comes back: a refresh token must not be replayed', async () => {
        clients.giveUpAfter(1000);
        emulator.forgetRequests();
        for (const [trouble] of troubles) {
            emulator.faults.add({ operation: 'RegisterClient', times: 1, ...trouble } as Fault);
            await register().catch(() => undefined);
        }
        expect(emulator.count('RegisterClient')).to.equal(troubles.length);
    });

    it('understands what portal and STS refuse', async () => {
        expect(toAwsFailure(await listAccounts().catch((caught: unknown) => caught)).reason).to.equal('signInRequired');
        expect(toAwsFailure(await whoAmI().catch((caught: unknown) => caught)).reason).to.equal('invalidCredentials');
    });

    it('tells an unreachable host', async () => {
        process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
        const error = await register().catch((caught: unknown) => caught);
        process.env.AWS_ENDPOINT_URL = emulator.url;
        expect(toAwsFailure(error)).to.deep.equal({ reason: 'connectionRefused', subject: undefined, detail: 'ECONNREFUSED' });
    });

    it('ends a call at once when it is called off, and tells that from trouble', async () => {
        emulator.faults.add({ operation: 'RegisterClient', kind: 'hang' });
        const abort = new AbortController();
        const call = register(abort.signal).catch((caught: unknown) => caught);
        abort.abort();
        expect(isAborted(await call, undefined)).to.equal(true);
    });

    it('keeps one client of the portal for each region', async () => {
        expect(await clients.portal('eu-west-1')).to.equal(await clients.portal('eu-west-1'));
        expect(await clients.portal('eu-west-1')).to.not.equal(await clients.portal('eu-west-2'));
    });

    it('finds the page to sign in where the service is configured to be, and asks nobody', async () => {
        emulator.forgetRequests();
        process.env.AWS_ENDPOINT_URL_SSO_OIDC = `${emulator.url}/behind/a/proxy`;
        const endpoint = await oidcEndpoint(await clients.oidc('eu-central-1'));
        delete process.env.AWS_ENDPOINT_URL_SSO_OIDC;
        expect(endpoint.href).to.equal(`${emulator.url}/behind/a/proxy`);
        expect(emulator.requests).to.deep.equal([]);
    });
});
