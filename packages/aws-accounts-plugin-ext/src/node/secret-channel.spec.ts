import { ILogger } from '@theia/core/lib/common/logger';
import { expect } from 'chai';
import type { AwsFailure } from 'theia-aws-accounts/lib/common';
import { AwsAccountsError } from 'theia-aws-accounts/lib/common';
import { Clock } from 'theia-aws-accounts/lib/node/integration';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { FakeClock } from 'theia-aws-accounts/lib/node/test/fake-clock';
import { ExtensionConsent } from '../common/extension-consent';
import type { SecretChannelAddress } from '../common/plugin-secret';
import { SecretClient, takeAddress } from '../plugin-host/secret-client';
import { ConsentMemory } from './consent-memory';
import { SecretChannel } from './secret-channel';
import { SecretTickets } from './secret-tickets';

const EXTENSION = { id: 'acme.tool', name: 'Acme Tool' };
const DEV = 'profile:dev';
const REQUEST = { extensionId: EXTENSION.id, connectionId: DEV };
const KEYS = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

async function reasonOf(attempt: Promise<unknown>): Promise<unknown> {
    const error = await attempt.then(() => undefined, (caught: Error & { reason?: unknown; data?: AwsFailure }) => caught);
    return error && (AwsAccountsError.is(error) ? error.data.reason : error.reason);
}

describe('the way of secrets from the backend to a plugin host', () => {
    let fixture: BackendFixture;
    let clock: FakeClock;
    let consents: ConsentMemory;
    let tickets: SecretTickets;
    let channel: SecretChannel;
    let env: NodeJS.ProcessEnv;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', '[profile dev]\nregion = eu-central-1\n');
        await fixture.write(
            '.aws/credentials',
            `[dev]\naws_access_key_id = ${KEYS.accessKeyId}\naws_secret_access_key = ${KEYS.secretAccessKey}\n`
        );
        const backend = fixture.startBackend();
        clock = new FakeClock();
        backend.rebind(Clock).toConstantValue(clock);
        [ConsentMemory, SecretTickets, SecretChannel].forEach(service => backend.bind<object>(service).toSelf().inSingletonScope());
        expect(backend.isBound(ILogger)).to.equal(true);
        consents = backend.get(ConsentMemory);
        tickets = backend.get(SecretTickets);
        channel = backend.get(SecretChannel);
        await channel.initialize();
        env = { PATH: '/bin' };
        channel.process(env);
    });

    afterEach(async () => {
        channel.onStop();
        await fixture.dispose();
    });

    const allow = (connectionId = DEV): Promise<void> =>
        consents.update(all => ExtensionConsent.add(all, { extension: EXTENSION, connectionId }));
    const client = (): SecretClient => new SecretClient(takeAddress(env));
    const address = (): SecretChannelAddress => JSON.parse(env.THEIA_AWS_ACCOUNTS_CHANNEL ?? '');

    it('gives the credentials of the profile for a ticket, once', async () => {
        await allow();
        const host = client();
        const ticket = await tickets.issue(REQUEST);
        expect(await host.credentials(ticket)).to.deep.equal({ ...KEYS, sessionToken: undefined, expiration: undefined });
        expect(await reasonOf(host.credentials(ticket))).to.equal('accessDenied');
    });

    it('takes its address out of the environment before an extension could read it', () => {
        client();
        expect(env).to.deep.equal({ PATH: '/bin' });
    });

    it('issues no ticket without consent', async () => {
        expect(await reasonOf(tickets.issue(REQUEST))).to.equal('accessDenied');
        await allow('builder-id');
        expect(await reasonOf(tickets.issue(REQUEST))).to.equal('accessDenied');
    });

    // @threat consent-for-more
    it('issues no ticket for other scopes than the person was told of, and none for a token without any', async () => {
        const consent = { extension: EXTENSION, connectionId: 'builder-id', scopes: ['codewhisperer:completions'] };
        await consents.update(all => ExtensionConsent.add(all, consent));
        for (const scopes of [['sso:account:access'], ['codewhisperer:completions', 'codewhisperer:analysis'], []]) {
            expect(await reasonOf(tickets.issue({ extensionId: EXTENSION.id, connectionId: 'builder-id', scopes })))
                .to.equal('accessDenied');
        }
        expect(await tickets.issue({ extensionId: EXTENSION.id, connectionId: 'builder-id', scopes: consent.scopes })).to.be.a('string');
    });

    it('gives nothing for a ticket whose consent was taken back meanwhile', async () => {
        await allow();
        const ticket = await tickets.issue(REQUEST);
        await consents.update(() => []);
        expect(await reasonOf(client().credentials(ticket))).to.equal('accessDenied');
    });

    it('gives nothing for a ticket that is older than a minute, or that nobody issued', async () => {
        await allow();
        const host = client();
        const ticket = await tickets.issue(REQUEST);
        clock.advance(60_000);
        expect(await reasonOf(host.credentials(ticket))).to.equal('accessDenied');
        expect(await reasonOf(host.credentials('made up'))).to.equal('accessDenied');
    });

    for (const [who, headers] of [
        ['nobody', {}],
        ['a page', { origin: 'http://127.0.0.1:3000' }],
        ['a wrong key', { authorization: 'Bearer AAAA' }]
    ] as const) {
        it(`answers ${who} with nothing, and keeps the ticket for its owner`, async () => {
            await allow();
            const ticket = await tickets.issue(REQUEST);
            const response = await fetch(address().url, { method: 'POST', body: ticket, headers });
            expect(response.status).to.equal(403);
            expect(await response.text()).to.equal('');
            expect(await client().credentials(ticket)).to.include(KEYS);
        });
    }

    it('listens on this machine only', () => {
        expect(new URL(address().url).hostname).to.equal('127.0.0.1');
    });

    it('says why a secret cannot be had, without any secret', async () => {
        await allow('builder-id');
        const ticket = await tickets.issue({ ...REQUEST, connectionId: 'builder-id', scopes: ['codewhisperer:completions'] });
        expect(await reasonOf(client().token(ticket))).to.equal('signInRequired');
    });

    it('remembers consents across backends, and takes a broken file for none', async () => {
        await allow();
        expect(await consents.load()).to.deep.equal([{ extension: EXTENSION, connectionId: DEV }]);
        const path = '.theia/aws-accounts-extensions.json';
        await fixture.write(path, '[{"extension":{"id":"x"}}, 7, null]');
        expect(await consents.load()).to.deep.equal([]);
        await fixture.write(path, '{"all": true}');
        const loading = consents.load();
        let settled = false;
        void loading.finally(() => { settled = true; });
        while (!settled) {
            clock.advance(1000);
            await new Promise(resolve => setImmediate(resolve));
        }
        expect(await loading).to.deep.equal([]);
    });
});
