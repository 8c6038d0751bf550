import { PluginDeployerHandler } from '@theia/plugin-ext/lib/common/plugin-protocol';
import { expect } from 'chai';
import { checkedCalls } from 'theia-aws-accounts/lib/node/integration';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { HostileWindow } from 'theia-aws-accounts/lib/node/test/hostile-window';
import { AwsPluginServerImpl } from './aws-plugin-server';
import { ConsentMemory } from './consent-memory';
import { ExtensionManifests } from './extension-manifests';
import { PLUGIN_CALLS } from './plugin-call-shapes';
import { SecretTickets } from './secret-tickets';

type Calls = { readonly [method: string]: (...args: unknown[]) => Promise<unknown> };

const CONSENT = { extension: { id: 'acme.tool', name: 'Acme Tool' }, connectionId: 'profile:dev' };
const HUGE = 'x'.repeat(2_000_000);

/** Values that no window of the product ever sends. */
const NASTY: readonly unknown[] = [
    undefined, null, 0, -1, NaN, Infinity, true, '', HUGE, '__proto__', 'a\nb\u0000c', [], {}, [[[]]], [CONSENT], Array(20_000).fill({}),
    JSON.parse('{"__proto__":{"extension":{"id":"x","name":"x"},"connectionId":"y"}}'), { extension: CONSENT.extension },
    { ...CONSENT, connectionId: HUGE }, { ...CONSENT, connectionId: {} }, { ...CONSENT, extension: { id: HUGE, name: 'x' } },
    { ...CONSENT, extension: { id: 'x', name: 7 } }, { ...CONSENT, extension: [] }, { ...CONSENT, scopes: '*' }, {
        ...CONSENT, scopes: [7]
    },
    { ...CONSENT, scopes: Array(101).fill('x') }, { ...CONSENT, scopes: [HUGE] }, { ...CONSENT, scopes: { 0: 'x', length: 1 } },
    { extensionId: 'acme.other', connectionId: 'profile:dev' }, { extensionId: '__proto__', connectionId: 'constructor' },
    { extensionId: 'acme.tool', connectionId: 'profile:dev', scopes: ['sso:account:access', 7] }
];

describe('A window that means harm to the bridge', () => {
    let fixture: BackendFixture;
    let calls: Calls;
    let hostile: HostileWindow;

    before(async () => {
        fixture = await BackendFixture.create();
        hostile = new HostileWindow(fixture.home);
        await fixture.write('.aws/config', '[profile dev]\nregion = eu-central-1\n');
        await fixture.write('.theia/aws-accounts-extensions.json', JSON.stringify([CONSENT]));
        const backend = fixture.startBackend();
        backend.bind<object>(PluginDeployerHandler).toConstantValue({ getDeployedPlugins: async () => [] });
        [ConsentMemory, ExtensionManifests, SecretTickets, AwsPluginServerImpl].forEach(service =>
            backend.bind<object>(service).toSelf().inSingletonScope());
        calls = checkedCalls(backend.get(AwsPluginServerImpl), PLUGIN_CALLS) as unknown as Calls;
    });

    after(async () => {
        hostile.dispose();
        await fixture.dispose();
    });

    for (const method of ['allow', 'revoke', 'issueTicket', 'getConsents', 'getManifests']) {
        // @threat wild-calls
        it(`gets a known error of ${method}, or a harmless answer, and writes nothing`, () => hostile.attack(calls[method], NASTY, 60));
    }

    it('reaches no method that is not meant for windows', () => {
        expect(Object.keys(calls).sort()).to.deep.equal(['allow', 'getConsents', 'getManifests', 'issueTicket', 'revoke']);
        expect(['dispose', 'setClient', 'constructor', 'toString', '__proto__'].filter(method => method in calls)).to.deep.equal([]);
    });

    it('can still do what a person wants', async () => {
        await calls.allow({ ...CONSENT, connectionId: 'builder-id', scopes: ['codewhisperer:completions'] });
        expect(await calls.getConsents()).to.have.length(2);
        await calls.revoke(CONSENT.extension.id, 'builder-id');
        expect(await calls.getConsents()).to.deep.equal([CONSENT]);
    });
});
