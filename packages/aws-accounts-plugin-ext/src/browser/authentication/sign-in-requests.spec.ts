import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});
// First and whole: parts of it import each other in a circle.
import '@theia/core/lib/browser';

import { AuthenticationService, AuthenticationServiceImpl } from '@theia/core/lib/browser/authentication-service';
import { StorageService } from '@theia/core/lib/browser/storage-service';
import { isCancelled } from '@theia/core/lib/common/cancellation';
import { CommandRegistry, CommandService } from '@theia/core/lib/common/command';
import { Disposable } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { MenuModelRegistry } from '@theia/core/lib/common/menu';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsModel, ConnectionState, LiteralQuickInput, ProductTokenServices, TokenServices } from 'theia-aws-accounts/lib/browser';
import { Clock } from 'theia-aws-accounts/lib/browser/integration';
import { BUILDER_ID, CORP, entry, NOW, SIGNED_IN, snapshot } from 'theia-aws-accounts/lib/browser/test/snapshot-samples';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';
import { AwsPluginClientImpl, ExtensionConsents } from '../consent/extension-consents';
import { ConsentQuestion, ConsentRequest } from '../consent/consent-question';
import { SessionConsent } from '../consent/session-consent';
import { FakePluginServer } from '../test/fake-plugin-server';
import { AwsAuthenticationProvider } from './aws-authentication-provider';
import { ProviderSignIn } from './provider-sign-in';
import { SignInRequests } from './sign-in-requests';
disableJSDOM();

const TOOL = { id: 'acme.tool', name: 'Acme Tool' };
const OTHER = { id: 'acme.other', name: 'Acme Other' };
const SCOPES = ['codewhisperer:completions', 'codewhisperer:analysis'];
const LABEL = (method: string, name: string): string => `Sign in with ${method} to use ${name} (1)`;

/** Entries of the Accounts menu, and the badge on its icon. */
class FakeMenus {
    readonly entries = new Map<object, { label?: string; commandId: string }>();
    registerMenuAction = (_path: unknown, entry: { label?: string; commandId: string }): Disposable => {
        this.entries.set(entry, entry);
        return Disposable.create(() => this.entries.delete(entry));
    };
    registerSubmenu = (): Disposable => Disposable.NULL;
    unregisterMenuAction = (): void => undefined;

    get requests(): { label?: string; commandId: string }[] {
        return [...this.entries.values()].filter(({ label }) => label?.startsWith('Sign in with'));
    }
}

describe('"Sign in with X to use Y" in Theia\'s Accounts menu', () => {
    let menus: FakeMenus;
    let commands: Map<string, () => Promise<void>>;
    let consents: ExtensionConsents;
    let requests: SignInRequests;
    let asked: (readonly string[])[];
    let questions: ConsentRequest[];
    let allows: boolean;
    let badges: number[];
    let model: AwsAccountsModel;
    let revision: number;

    beforeEach(() => {
        menus = new FakeMenus();
        commands = new Map();
        [asked, questions, allows, badges, revision] = [[], [], true, [], 0];
        const container = new Container();
        container.bind<object>(MenuModelRegistry).toConstantValue(menus);
        container.bind<object>(CommandRegistry).toConstantValue({
            registerCommand: ({ id }: { id: string }, { execute }: { execute: () => Promise<void> }) => {
                expect(commands.has(id), `command ${id} is there already`).to.equal(false);
                commands.set(id, execute);
                return Disposable.create(() => commands.delete(id));
            },
            unregisterCommand: (id: string) => commands.delete(id)
        });
        container.bind<object>(StorageService).toConstantValue({ getData: async () => undefined, setData: async () => undefined });
        container.bind(ILogger).to(MockLogger);
        container.bind(AuthenticationService).to(AuthenticationServiceImpl).inSingletonScope();
        container.bind(Clock).toConstantValue({ now: () => NOW });
        container.bind(CommandService).toConstantValue({ executeCommand: async () => undefined });
        container.bind(AwsPluginServerProxy).toConstantValue(new FakePluginServer());
        container.bind(ProviderSignIn).toConstantValue({
            signIn: async (_provider: string, scopes: readonly string[]) => {
                asked.push(scopes);
                builderIdIs({ ...SIGNED_IN, scopes: [...scopes, 'codewhisperer:more'] } as ConnectionState);
                return BUILDER_ID.id;
            }
        } as unknown as ProviderSignIn);
        container
            .bind<object>(ConsentQuestion)
            .toConstantValue({ ask: async (request: ConsentRequest) => questions.push(request) > 0 && allows });
        container.bind<object>(LiteralQuickInput).toConstantValue({});
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        [AwsAccountsModel, AwsPluginClientImpl, ExtensionConsents, SessionConsent, SignInRequests].forEach(service =>
            container.bind<object>(service).toSelf().inSingletonScope()
        );
        container.bind(AwsAuthenticationProvider).toSelf();
        model = container.get(AwsAccountsModel);
        consents = container.get(ExtensionConsents);
        requests = container.get(SignInRequests);
        const authentication = container.get<AuthenticationService>(AuthenticationService);
        authentication.onDidUpdateSignInCount(count => badges.push(count));
        for (const id of ['aws-builder-id', 'aws-iam-identity-center'] as const) {
            const provider = Object.assign(container.get(AwsAuthenticationProvider), { id });
            authentication.registerAuthenticationProvider(id, provider);
            provider.start();
        }
    });

    function builderIdIs(state: ConnectionState): void {
        revision += 1;
        model.accept(snapshot([entry(BUILDER_ID, state), entry(CORP, SIGNED_IN)], { revision }));
    }

    /** Theia asks the provider before it takes an entry away. */
    const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

    it('leaves with the sign-in that it leads to, whatever scopes that has beside those asked for', async () => {
        requests.add('aws-builder-id', SCOPES, TOOL);
        await settled();
        expect(menus.requests.map(({ label }) => label)).to.deep.equal([LABEL('AWS Builder ID', 'Acme Tool')]);
        await commands.get(menus.requests[0].commandId)?.();
        await settled();
        expect(asked).to.deep.equal([SCOPES]);
        expect(consents.all).to.deep.equal([{ extension: TOOL, connectionId: 'builder-id', scopes: SCOPES }]);
        expect({ left: menus.requests, badges }).to.deep.equal({ left: [], badges: [1, 0] });
    });

    it('leaves when the person allows what is signed in already, and stays for other extensions', async () => {
        builderIdIs({ ...SIGNED_IN, scopes: SCOPES } as ConnectionState);
        requests.add('aws-builder-id', SCOPES, TOOL);
        requests.add('aws-builder-id', SCOPES, OTHER);
        await settled();
        expect(menus.requests).to.have.length(2);
        await consents.allow({ extension: TOOL, connectionId: 'builder-id' });
        await settled();
        expect(menus.requests.map(({ label }) => label)).to.deep.equal([LABEL('AWS Builder ID', 'Acme Other')]);
    });

    it('asks for permission alone when there is a sign-in that has everything asked for', async () => {
        builderIdIs({ ...SIGNED_IN, scopes: [...SCOPES, 'codewhisperer:more'] } as ConnectionState);
        requests.add('aws-builder-id', SCOPES, TOOL);
        await settled();
        await commands.get(menus.requests[0].commandId)?.();
        await settled();
        expect(questions)
            .to.deep.equal([{ extension: TOOL, subject: 'AWS Builder ID', scopes: SCOPES, detail: undefined, signsIn: false }]);
        expect({ asked, allowed: consents.all, left: menus.requests }).to.deep.equal({
            asked: [],
            allowed: [{ extension: TOOL, connectionId: 'builder-id', scopes: SCOPES }],
            left: []
        });
    });

    it('stays when the person says no to that, which is no error', async () => {
        builderIdIs({ ...SIGNED_IN, scopes: SCOPES } as ConnectionState);
        requests.add('aws-builder-id', SCOPES, TOOL);
        await settled();
        allows = false;
        const outcome = await commands.get(menus.requests[0].commandId)?.().then(() => undefined, isCancelled);
        expect({ outcome, asked, allowed: consents.all }).to.deep.equal({ outcome: true, asked: [], allowed: [] });
        expect(menus.requests).to.have.length(1);
    });

    it('signs in when what is signed in already lacks a scope, and needs no other word', async () => {
        builderIdIs({ ...SIGNED_IN, scopes: SCOPES.slice(1) } as ConnectionState);
        requests.add('aws-builder-id', SCOPES, TOOL);
        await settled();
        await commands.get(menus.requests[0].commandId)?.();
        expect({ asked, questions, allowed: consents.all }).to.deep.equal({
            asked: [SCOPES],
            questions: [],
            allowed: [{ extension: TOOL, connectionId: 'builder-id', scopes: SCOPES }]
        });
    });

    it('stays as long as the sign-in lacks a scope that was asked for', async () => {
        requests.add('aws-builder-id', SCOPES, TOOL);
        await consents.allow({ extension: TOOL, connectionId: 'builder-id' });
        builderIdIs({ ...SIGNED_IN, scopes: SCOPES.slice(1) } as ConnectionState);
        await settled();
        expect(menus.requests).to.have.length(1);
    });

    it('comes back when the extension asks again after the permission was taken back', async () => {
        builderIdIs({ ...SIGNED_IN, scopes: SCOPES } as ConnectionState);
        requests.add('aws-builder-id', SCOPES, TOOL);
        await consents.allow({ extension: TOOL, connectionId: 'builder-id' });
        await settled();
        await consents.revoke({ extension: TOOL, connectionId: 'builder-id' });
        requests.add('aws-builder-id', SCOPES, TOOL);
        await settled();
        expect(menus.requests).to.have.length(1);
    });

    it('is one entry for each method that an extension asks for, each with its own command', async () => {
        requests.add('aws-builder-id', SCOPES, TOOL);
        requests.add('aws-builder-id', SCOPES, TOOL);
        requests.add('aws-iam-identity-center', SCOPES, TOOL);
        await settled();
        expect(menus.requests.map(({ label }) => label)).to.deep.equal(
            ['AWS Builder ID', 'IAM Identity Center'].map(method => LABEL(method, 'Acme Tool'))
        );
        expect(new Set(menus.requests.map(({ commandId }) => commandId)).size).to.equal(2);
    });

    it('is no way for an extension to be allowed in the name of another', async () => {
        requests.add('aws-builder-id', SCOPES, TOOL);
        expect(requests.find([...requests.of('aws-builder-id')].map(({ key }) => key))).to.equal(undefined);
    });
});
