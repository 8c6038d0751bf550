import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { AwsFailure } from '../common/state/aws-accounts-error';
import type { AwsAccountsSnapshot } from '../common/snapshot/aws-accounts-snapshot';
import { AwsConnectionProviders } from './connection-providers';
import { BackendFixture, OpenedWindow } from './test/backend-fixture';

const DEV = '[profile dev]\nregion = eu-central-1\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = example\n';

/** The servers of a window as code in JavaScript sees them. */
type Untyped = { readonly [method: string]: (...args: unknown[]) => Promise<unknown> };

describe('a call with what is of no known kind', () => {
    let fixture: BackendFixture;
    let window: OpenedWindow;
    let before: AwsAccountsSnapshot;
    let backend: ReturnType<BackendFixture['startBackend']>;

    beforeEach(async () => {
        fixture = await BackendFixture.create();
        await fixture.write('.aws/config', DEV);
        backend = fixture.startBackend();
        window = fixture.openWindow(backend);
        await window.server.attach(undefined);
        before = await window.server.setUse('awsServices', 'profile:dev');
    });

    afterEach(() => fixture.dispose());

    const draft = (more: object): object => ({ name: 'new', exists: false, region: 'eu-central-1', ...more });
    const role = (source: unknown): object => draft({ kind: 'role', roleArn: 'arn:aws:iam::111122223333:role/x', source });
    const calls: readonly (readonly [server: 'server' | 'profiles' | 'roles', method: string, ...args: unknown[]])[] = [
        ['server', 'setUse', 'lambda', 'profile:dev'],
        ['server', 'setUse', 'lambda', undefined],
        ['server', 'setUse', '__proto__', undefined],
        ['server', 'setUse', undefined, undefined],
        ['server', 'setUse', 'awsServices', 'builder-id'],
        ['server', 'setUse', 'codeWhisperer', 'profile:dev'],
        ['server', 'signIn', { signInId: '1', target: { kind: 'github' } }],
        ['server', 'signIn', { signInId: '1', target: {} }],
        ['server', 'signIn', { signInId: '1' }],
        ['server', 'signIn', { signInId: '1', target: { kind: 'builderId' }, flow: 'magic' }],
        ['server', 'signIn', { signInId: '1', target: { kind: 'builderId' }, flow: 'magic', fromScratch: true }],
        ['server', 'signIn', { signInId: '1', target: { kind: 'builderId' }, use: 'lambda' }],
        ['server', 'signIn', { signInId: '1', target: { kind: 'builderId' }, scopes: 'all' }],
        ['server', 'setPinned', { kind: 'account', connectionId: 'profile:dev' }, true],
        ['server', 'setPinned', undefined, true],
        ['server', 'changeProfile', 'profile:dev', { kind: 'delete' }],
        ['server', 'changeProfile', 'profile:dev', { kind: 'production', production: 'no' }],
        ['server', 'changeProfile', 'profile:dev', { kind: 'region', region: 7 }],
        ['server', 'changeProfile', 'profile:dev', undefined],
        ['profiles', 'checkProfile', draft({ kind: 'sso' })],
        ['profiles', 'checkProfile', draft({})],
        ['profiles', 'checkProfile', role({ kind: 'process', name: 'x' })],
        ['profiles', 'writeProfile', { draft: draft({ kind: 'sso' }) }],
        ['profiles', 'writeProfile', { draft: role({ name: 'dev' }), evenIfRefused: true }],
        ['profiles', 'ensureFile', 'hosts'],
        ['profiles', 'ensureFile', undefined]
    ];
    for (const [server, method, ...args] of calls) {
        it(`is refused, and nothing has changed: ${method}(${args.map(arg => JSON.stringify(arg)).join(', ')})`, async () => {
            const calling = (window[server] as unknown as Untyped)[method](...args);
            const error: unknown = await calling.then(() => undefined, (refused: unknown) => refused);
            expect(error, 'has gone through').to.be.instanceOf(Error);
            expect(AwsFailure.of(error).reason).to.equal('invalidRequest');
            const { revision: _before, ...was } = before;
            const { revision: _after, ...is } = await window.server.refresh();
            expect(is).to.deep.equal(was);
            expect(await readFile(fixture.pathOf('.aws', 'config'), 'utf8')).to.equal(DEV);
        });
    }

    it('is refused by the providers of credentials and tokens', async () => {
        const providers = backend.get<AwsConnectionProviders>(AwsConnectionProviders) as unknown as
            { readonly [method: string]: (...args: unknown[]) => () => Promise<unknown> };
        for (const id of [undefined, null, 7, {}, '', '__proto__', 'profile:', 'builder-id']) {
            for (const provider of [providers.credentialProvider(id), providers.tokenProvider(id, ['codewhisperer:completions'])]) {
                const error: unknown = await provider().then(() => undefined, (refused: unknown) => refused);
                expect(error, `${String(id)} has gone through`).to.be.instanceOf(Error);
            }
        }
    });
});
