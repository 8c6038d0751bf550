import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PluginDeployerHandler } from '@theia/plugin-ext/lib/common/plugin-protocol';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { AwsAccountsError } from 'theia-aws-accounts/lib/common';
import { checkedCalls } from 'theia-aws-accounts/lib/node/integration';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
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
    { ...CONSENT, extension: { id: 'x', name: 7 } }, { ...CONSENT, extension: [] }, { ...CONSENT, scopes: '*' }, { ...CONSENT, scopes: [7] },
    { ...CONSENT, scopes: Array(101).fill('x') }, { ...CONSENT, scopes: [HUGE] }, { ...CONSENT, scopes: { 0: 'x', length: 1 } },
    { extensionId: 'acme.other', connectionId: 'profile:dev' }, { extensionId: '__proto__', connectionId: 'constructor' },
    { extensionId: 'acme.tool', connectionId: 'profile:dev', scopes: ['sso:account:access', 7] }
];

describe('A window that means harm to the bridge', () => {
    let fixture: BackendFixture;
    let calls: Calls;
    const unhandled: unknown[] = [];
    const note = (error: unknown): void => void unhandled.push(error);

    before(async () => {
        process.on('unhandledRejection', note);
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', '[profile dev]\nregion = eu-central-1\n');
        await fixture.write('.theia/aws-accounts-extensions.json', JSON.stringify([CONSENT]));
        const backend = fixture.startBackend();
        backend.bind<object>(PluginDeployerHandler).toConstantValue({ getDeployedPlugins: async () => [] });
        [ConsentMemory, ExtensionManifests, SecretTickets, AwsPluginServerImpl].forEach(service =>
            backend.bind<object>(service).toSelf().inSingletonScope());
        calls = checkedCalls(backend.get(AwsPluginServerImpl), PLUGIN_CALLS) as unknown as Calls;
    });

    after(async () => {
        process.off('unhandledRejection', note);
        await fixture.dispose();
    });

    /** Every file of the home folder with its text. */
    async function files(): Promise<unknown> {
        const paths = (await readdir(fixture.home, { recursive: true })).sort();
        return Promise.all(paths.map(async path => {
            const full = join(fixture.home, path);
            return [path, (await stat(full)).isFile() ? await readFile(full, 'utf8') : 'folder'];
        }));
    }

    async function call(method: string, args: readonly unknown[]): Promise<void> {
        try {
            await calls[method](...args);
        } catch (error) {
            expect(error instanceof Error && AwsAccountsError.is(error), String(error)).to.equal(true);
        }
    }

    for (const method of ['allow', 'revoke', 'issueTicket', 'getConsents', 'getManifests']) {
        // @threat wild-calls
        it(`gets a known error of ${method}, or a harmless answer, and writes nothing`, async () => {
            const value = fc.oneof(fc.constantFrom(...NASTY), fc.anything({ withObjectString: true, withNullPrototype: true }));
            const before = await files();
            for (const nasty of NASTY) {
                await call(method, [nasty, nasty]);
            }
            await fc.assert(fc.asyncProperty(fc.array(value, { maxLength: 4 }), args => call(method, args)), { numRuns: 60 });
            expect(await files()).to.deep.equal(before);
            expect(unhandled).to.deep.equal([]);
        });
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
