import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});
// First and whole: parts of it import each other in a circle.
import '@theia/core/lib/browser';

import { AuthenticationService, AuthenticationSession } from '@theia/core/lib/browser/authentication-service';
import { StorageService } from '@theia/core/lib/browser/storage-service';
import { Event } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { QuickPickService } from '@theia/core/lib/common/quick-pick-service';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { AuthenticationMain, PLUGIN_RPC_CONTEXT } from '@theia/plugin-ext/lib/common/plugin-api-rpc';
import type { RPCProtocol } from '@theia/plugin-ext/lib/common/rpc-protocol';
import { AuthenticationMainImpl } from '@theia/plugin-ext/lib/main/browser/authentication-main';
import { expect } from 'chai';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';
import { ConsentQuestion, ConsentRequest } from '../consent/consent-question';
import { AwsPluginClientImpl, ExtensionConsents } from '../consent/extension-consents';
import { ExtensionConsent } from '../../common/extension-consent';
import { SessionConsent } from '../consent/session-consent';
import { FakePluginServer } from '../test/fake-plugin-server';
import { SessionGate } from './session-gate';
import { SessionGrant } from './session-grant';
import { SignInRequests } from './sign-in-requests';
import { MessageService } from '@theia/core/lib/common/message-service';
import { LiteralQuickInput } from 'theia-aws-accounts/lib/browser';
disableJSDOM();

const SCOPES = ['codewhisperer:completions'];
const EXTENSION = { id: 'acme.tool', name: 'Acme Tool' };

function sessionOf(id: string): AuthenticationSession {
    return { id, accessToken: id, account: { id, label: id.toUpperCase() }, scopes: SCOPES };
}

class FakeAuthentication {
    sessions = [sessionOf('builder-id')];
    readonly requested: string[] = [];
    logins = 0;
    readonly onDidChangeSessions = Event.None;
    getSessions = async (): Promise<AuthenticationSession[]> => this.sessions;
    getLabel = (id: string): string => id;
    supportsMultipleAccounts = (): boolean => false;
    requestNewSession = (provider: string): void => { this.requested.push(provider); };
    login = async (): Promise<AuthenticationSession> => {
        this.logins += 1;
        return sessionOf('builder-id');
    };
}

describe('sessions for extensions', () => {
    let authentication: FakeAuthentication;
    let consents: ExtensionConsents;
    let asked: ConsentRequest[];
    let answer: boolean;
    let picked: string | undefined;
    let main: AuthenticationMain;
    let gate: SessionGate;
    let rpc: RPCProtocol;
    let server: FakePluginServer;

    beforeEach(() => {
        authentication = new FakeAuthentication();
        asked = [];
        answer = true;
        picked = undefined;
        const container = new Container();
        container.bind(AuthenticationService).toConstantValue(authentication);
        for (const key of [MessageService, StorageService, QuickPickService]) {
            container.bind<object>(key).toConstantValue({ getData: async () => undefined, setData: async () => undefined });
        }
        container
            .bind<object>(LiteralQuickInput)
            .toConstantValue({ pick: async (items: readonly { label: string }[]) => items.find(({ label }) => label === picked) });
        container.bind(ILogger).to(MockLogger);
        server = new FakePluginServer();
        container.bind(AwsPluginServerProxy).toConstantValue(server);
        container.bind(AwsPluginClientImpl).toSelf().inSingletonScope();
        container.bind(ExtensionConsents).toSelf().inSingletonScope();
        container.bind(ConsentQuestion).toConstantValue({ ask: async (request: ConsentRequest) => asked.push(request) > 0 && answer });
        [SignInRequests, SessionConsent, SessionGrant, SessionGate].forEach(service =>
            container.bind<object>(service).toSelf().inSingletonScope()
        );
        consents = container.get(ExtensionConsents);
        consents.start();
        rpc = { getProxy: () => ({}), locals: new Map() } as unknown as RPCProtocol;
        main = new AuthenticationMainImpl(rpc, container);
        (rpc as unknown as { locals: Map<string, unknown> }).locals.set(PLUGIN_RPC_CONTEXT.AUTHENTICATION_MAIN.id, main);
        gate = container.get(SessionGate);
    });

    const get = (options: object, provider = 'aws-builder-id'): Promise<unknown> =>
        Promise.resolve(main.$getSession(provider, SCOPES, EXTENSION.id, EXTENSION.name, options));
    const allow = (connectionId = 'builder-id'): Promise<void> => consents.allow({ extension: EXTENSION, connectionId });

    describe('without the gate', () => {
        for (const options of [{ silent: true }, {}]) {
            it(`Theia gives a session to whoever asks with ${JSON.stringify(options)}: when this fails, the gate may be `
                + 'looked at anew', async () => {
                expect(await get(options)).to.have.property('id', 'builder-id');
            });
        }
    });

    describe('behind the gate', () => {
        beforeEach(() => expect(gate.install(rpc)).to.equal(true));

        // @threat consent-for-more
        it('are given for the scopes that the person was told of, and for no more', async () => {
            await consents.allow({ extension: EXTENSION, connectionId: 'builder-id', scopes: SCOPES });
            expect(await get({ silent: true })).to.have.property('id', 'builder-id');
            const accounts = ['sso:account:access'];
            const more = (options: object): unknown => main.$getSession('aws-builder-id', accounts, EXTENSION.id, EXTENSION.name, options);
            expect(await more({ silent: true })).to.equal(undefined);
            expect(await more({ createIfNone: true })).to.have.property('id', 'builder-id');
            expect(asked.map(({ scopes }) => scopes)).to.deep.equal([accounts]);
        });

        for (const options of [
            { silent: true },
            {},
            { silent: false },
            { clearSessionPreference: true },
            { account: { id: 'builder-id', label: 'x' } }
        ]) {
            // @threat silent-sessions
            it(`are not given without consent to who asks with ${JSON.stringify(options)}`, async () => {
                expect(await get(options)).to.equal(undefined);
                expect(asked).to.deep.equal([]);
            });

            it(`are given with consent to who asks with ${JSON.stringify(options)}`, async () => {
                await allow();
                expect(await get(options)).to.have.property('id', 'builder-id');
            });
        }

        it('leave a request in the Accounts menu, but not when silent', async () => {
            await get({ silent: true });
            expect(authentication.requested).to.deep.equal([]);
            await get({});
            expect(authentication.requested).to.deep.equal(['aws-builder-id']);
        });

        it('are given after the person allowed it, and from then on without a question', async () => {
            expect(await get({ createIfNone: { detail: 'To complete code.' } })).to.have.property('id', 'builder-id');
            expect(asked).to.deep.equal(
                [{ extension: EXTENSION, subject: 'BUILDER-ID', scopes: SCOPES, detail: 'To complete code.', signsIn: false }]
            );
            await get({ createIfNone: true });
            expect(await get({ silent: true })).to.have.property('id', 'builder-id');
            expect(asked).to.have.length(1);
            expect(authentication.logins).to.equal(0);
        });

        it('are not given when the person says no, and the next one who asks asks again', async () => {
            answer = false;
            expect(await get({ createIfNone: true }).catch(({ message }) => message)).to.equal('User did not consent to login.');
            expect(await get({ silent: true })).to.equal(undefined);
            await get({ createIfNone: true }).catch(() => undefined);
            expect(asked).to.have.length(2);
        });

        it('end with the permission', async () => {
            await allow();
            await consents.revoke({ extension: EXTENSION, connectionId: 'builder-id' });
            expect(await get({ silent: true })).to.equal(undefined);
        });

        it('belong to the extension that was allowed, not to another', async () => {
            await allow();
            expect(await main.$getSession('aws-builder-id', SCOPES, 'other.tool', 'Other', { silent: true })).to.equal(undefined);
        });

        it('are given to no extension that Theia does not name, whatever was allowed', async () => {
            await consents.allow({ extension: { id: 'emptyplugin', name: 'empty' }, connectionId: 'builder-id' });
            const ask = (options: object): Promise<unknown> =>
                Promise.resolve(main.$getSession('aws-builder-id', SCOPES, 'emptyPlugin', 'empty', options));
            expect(await ask({ silent: true })).to.equal(undefined);
            expect(await ask({})).to.equal(undefined);
            expect(await ask({ createIfNone: true }).catch(({ message }) => message)).to.contain('which extension');
            expect({ asked, requested: authentication.requested }).to.deep.equal({ asked: [], requested: [] });
        });

        it('are signed in to when there is none, or when a new one is wanted', async () => {
            await get({ forceNewSession: true });
            authentication.sessions = [];
            await get({ createIfNone: true });
            expect(authentication.logins).to.equal(2);
            expect(asked.map(({ signsIn }) => signsIn)).to.deep.equal([true, true]);
        });

        it('are chosen by the person when there are several', async () => {
            authentication.sessions = [sessionOf('corp'), sessionOf('club')];
            picked = 'CLUB';
            expect(await get({ createIfNone: true }, 'aws-iam-identity-center')).to.have.property('id', 'club');
            expect(consents.has(EXTENSION.id, 'corp')).to.equal(false);
        });

        const ACCOUNTS = 'sso:account:access';
        const askFor = (scopes: string[], options: object, extension = EXTENSION.id): Promise<unknown> =>
            Promise.resolve(main.$getSession('aws-builder-id', scopes, extension, EXTENSION.name, options));

        const consentsTo: readonly (readonly [what: string, allowed: string[] | undefined, wanted: string[], given: boolean])[] = [
            ['the same scopes', ['a', 'b'], ['a', 'b'], true],
            ['the same scopes in another order', ['a', 'b'], ['b', 'a'], true],
            ['some of the scopes', ['a', 'b'], ['b'], true],
            ['no scopes', ['a'], [], true],
            ['other scopes', ['a'], ['b'], false],
            ['wider scopes', ['a'], ['a', 'b'], false],
            ['a scope of which another is the beginning', ['a'], ['a:b'], false],
            ['scopes in other letters', ['a'], ['A'], false],
            ['a scope, where there was a consent for none', [], ['a'], false],
            ['the accounts, where there was one for all else', ['a', 'b', 'c'], [ACCOUNTS], false],
            ['what was asked for before scopes were kept', undefined, ['a'], true],
            ['the accounts, where scopes were not kept', undefined, ['a', ACCOUNTS], false]
        ];
        for (const [what, scopes, wanted, given] of consentsTo) {
            // @threat consent-for-more
            it(`are ${given ? '' : 'not '}given to who asks for ${what}, without a question`, async () => {
                await consents.allow({ extension: EXTENSION, connectionId: 'builder-id', scopes });
                for (const options of [{ silent: true }, {}]) {
                    expect(await askFor(wanted, options) !== undefined, JSON.stringify(options)).to.equal(given);
                }
                expect(asked).to.deep.equal([]);
            });
        }

        // @threat consent-for-more
        it('are remembered by scopes: a wider consent keeps the narrower one, and another window knows both', async () => {
            await askFor(['a'], { createIfNone: true });
            await askFor(['b'], { createIfNone: true });
            expect(asked.map(({ scopes }) => scopes)).to.deep.equal([['a'], ['b']]);
            const kept = JSON.parse(JSON.stringify(server.consents)) as ExtensionConsent[];
            expect(kept).to.deep.equal([{ extension: EXTENSION, connectionId: 'builder-id', scopes: ['a', 'b'] }]);
            await consents.revoke(kept[0]);
            server.consents = ExtensionConsent.parse(JSON.stringify(kept)) ?? [];
            server.opened.fire();
            for (const [scopes, given] of [[['a'], true], [['b', 'a'], true], [['c'], false]] as const) {
                expect(await askFor([...scopes], { silent: true }) !== undefined, scopes.join()).to.equal(given);
            }
            expect(asked).to.have.length(2);
        });

        // @threat consent-for-more
        it('keep what was allowed when the person says no to more', async () => {
            await askFor(['a'], { createIfNone: true });
            answer = false;
            expect(await askFor(['a', ACCOUNTS], { createIfNone: true }).catch(({ message }) => message)).to.contain('did not consent');
            expect(await askFor(['a'], { silent: true })).to.have.property('id', 'builder-id');
            expect(await askFor(['a', ACCOUNTS], { silent: true })).to.equal(undefined);
        });

        // @threat consent-for-more
        it('end for every scope with the permission, and what is allowed anew is allowed alone', async () => {
            await askFor(['a', 'b'], { createIfNone: true });
            await consents.revoke({ extension: EXTENSION, connectionId: 'builder-id' });
            expect([await askFor(['a'], { silent: true }), await askFor(['b'], { silent: true })]).to.deep.equal([undefined, undefined]);
            await askFor(['b'], { createIfNone: true });
            expect([await askFor(['a'], { silent: true }) !== undefined, await askFor(['b'], { silent: true }) !== undefined])
                .to.deep.equal([false, true]);
        });

        // @threat consent-for-more
        it('are given for these scopes by the connection that was allowed for them, not by another one', async () => {
            authentication.sessions = [sessionOf('corp'), sessionOf('club')];
            await consents.allow({ extension: EXTENSION, connectionId: 'corp', scopes: ['a'] });
            await consents.allow({ extension: EXTENSION, connectionId: 'club', scopes: ['b'] });
            expect(await askFor(['b'], { silent: true })).to.have.property('id', 'club');
            expect(await askFor(['a'], { silent: true })).to.have.property('id', 'corp');
            expect(await askFor(['a', 'b'], { silent: true })).to.equal(undefined);
            expect(await askFor(['a'], { silent: true }, 'other.tool')).to.equal(undefined);
        });

        it('are not given at all where options contradict each other', async () => {
            await allow();
            expect(await get({ silent: true, createIfNone: true }).catch(({ message }) => message)).to.contain('createIfNone, silent');
        });

        it('leave the names of accounts to those that some extension may use', async () => {
            authentication.sessions = [sessionOf('builder-id'), sessionOf('other')];
            expect(await main.$getAccounts('aws-builder-id')).to.deep.equal([]);
            await allow();
            expect(await main.$getAccounts('aws-builder-id')).to.deep.equal([{ id: 'builder-id', label: 'BUILDER-ID' }]);
        });

        it('of other providers are none of our business', async () => {
            expect(await get({}, 'github')).to.have.property('id', 'builder-id');
            expect(await main.$getAccounts('github')).to.have.length(1);
        });
    });

    it('are not offered where Theia does not have the object that hands them out', () => {
        expect(gate.install({} as RPCProtocol)).to.equal(false);
        expect(gate.install({ locals: new Map([['AuthenticationMain', {}]]) } as unknown as RPCProtocol)).to.equal(false);
    });
});
