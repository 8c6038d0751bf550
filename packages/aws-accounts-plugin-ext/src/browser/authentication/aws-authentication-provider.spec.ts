import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});
// First and whole: parts of it import each other in a circle.
import '@theia/core/lib/browser';

import {
    AuthenticationProviderAuthenticationSessionsChangeEvent,
    AuthenticationService
} from '@theia/core/lib/browser/authentication-service';
import { CommandService } from '@theia/core/lib/common/command';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsAccountsModel, ConnectionState, ProductTokenServices, TokenServices } from 'theia-aws-accounts/lib/browser';
import { Clock } from 'theia-aws-accounts/lib/browser/integration';
import {
    BUILDER_ID,
    CONNECTED,
    CORP,
    entry,
    NOW,
    profile,
    SIGNED_IN,
    snapshot
} from 'theia-aws-accounts/lib/browser/test/snapshot-samples';
import type { AuthenticationProviderId } from '../../common/authentication-provider-id';
import { AwsPluginServerProxy } from '../backend/aws-plugin-server-proxy';
import { AwsPluginClientImpl, ExtensionConsents } from '../consent/extension-consents';
import { SessionConsent } from '../consent/session-consent';
import { FakePluginServer } from '../test/fake-plugin-server';
import { AwsAuthenticationProvider } from './aws-authentication-provider';
import { ProviderSignIn } from './provider-sign-in';
import { SignInRequests } from './sign-in-requests';
disableJSDOM();

const EXTENSION = { id: 'acme.tool', name: 'Acme Tool' };
type Change = { added: string[]; removed: string[]; changed: string[] };

describe('the authentication providers', () => {
    let container: Container;
    let model: AwsAccountsModel;
    let revision: number;
    let handedOver: (readonly string[])[];
    let commands: unknown[][];
    let said: readonly string[];

    beforeEach(() => {
        revision = 0;
        handedOver = [];
        commands = [];
        said = [];
        container = new Container();
        container.bind(Clock).toConstantValue({ now: () => NOW });
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        container.bind(AwsAccountsModel).toSelf().inSingletonScope();
        container.bind(ILogger).to(MockLogger);
        container.bind(AwsPluginServerProxy).toConstantValue(new FakePluginServer());
        container.bind(AwsPluginClientImpl).toSelf().inSingletonScope();
        container.bind(ExtensionConsents).toSelf().inSingletonScope();
        container
            .bind(AuthenticationService)
            .toConstantValue({ requestNewSession: (_id: string, scopes: readonly string[]) => handedOver.push(scopes) });
        container.bind(SignInRequests).toSelf().inSingletonScope();
        container.bind(CommandService).toConstantValue({ executeCommand: async (...args: unknown[]) => commands.push(args) });
        container.bind(ProviderSignIn).toConstantValue({
            signIn: async (_provider: string, _scopes: readonly string[], notes: readonly string[] = []) => {
                said = notes;
                builderIdIs(SIGNED_IN);
                return BUILDER_ID.id;
            }
        } as unknown as ProviderSignIn);
        container.bind<object>(SessionConsent).toConstantValue({ obtain: () => { throw new Error('Nobody is to be asked.'); } });
        container.bind(AwsAuthenticationProvider).toSelf();
        model = container.get(AwsAccountsModel);
    });

    function builderIdIs(state: ConnectionState): void {
        revision += 1;
        model.accept(snapshot([entry(BUILDER_ID, state), entry(CORP, SIGNED_IN), entry(profile('dev'), CONNECTED)], { revision }));
    }

    function started(id: AuthenticationProviderId): { provider: AwsAuthenticationProvider; changes: Change[] } {
        const provider = Object.assign(container.get(AwsAuthenticationProvider), { id });
        const changes: Change[] = [];
        const ids = (sessions: AuthenticationProviderAuthenticationSessionsChangeEvent['added']): string[] =>
            (sessions ?? []).map(session => session.id);
        provider.onDidChangeSessions(({ added, removed, changed }) =>
            changes.push({ added: ids(added), removed: ids(removed), changed: ids(changed) })
        );
        provider.start();
        return { provider, changes };
    }

    it('have the sessions of their own kind, whose access token is the id of the connection', async () => {
        builderIdIs(SIGNED_IN);
        const [session] = await started('aws-builder-id').provider.getSessions();
        expect(session).to.deep.equal({
            id: 'builder-id',
            accessToken: 'builder-id',
            account: { id: 'builder-id', label: 'AWS Builder ID' },
            scopes: ['codewhisperer:completions']
        });
        const organisations = await started('aws-iam-identity-center').provider.getSessions();
        expect(organisations.map(({ account }) => account.label)).to.deep.equal(['corp']);
    });

    it('leave out sessions without the scopes asked for, also those of a challenge', async () => {
        builderIdIs(SIGNED_IN);
        const { provider } = started('aws-builder-id');
        expect(await provider.getSessions(['codewhisperer:completions'])).to.have.length(1);
        expect(await provider.getSessions(['codewhisperer:analysis'])).to.have.length(0);
        expect(await provider.getSessions({ wwwAuthenticate: 'Bearer', fallbackScopes: ['codewhisperer:analysis'] })).to.have.length(0);
    });

    it('announce restored sessions, so that the Accounts menu shows them', () => {
        builderIdIs(SIGNED_IN);
        expect(started('aws-builder-id').changes).to.deep.equal([{ added: ['builder-id'], removed: [], changed: [] }]);
    });

    const steps: { state: ConnectionState; says: Change | undefined }[] = [
        { state: { kind: 'signedOut' }, says: { added: [], removed: ['builder-id'], changed: [] } },
        { state: { kind: 'expired' }, says: { added: [], removed: ['builder-id'], changed: [] } },
        {
            state: { ...SIGNED_IN, expiresAt: new Date(NOW - 1).toISOString(), renews: false } as ConnectionState,
            says: { added: [], removed: ['builder-id'], changed: [] }
        },
        { state: { ...SIGNED_IN, scopes: ['more'] } as ConnectionState, says: { added: [], removed: [], changed: ['builder-id'] } },
        { state: { kind: 'unreachable', failure: { reason: 'network' } }, says: undefined },
        { state: { kind: 'signingIn' }, says: undefined },
        { state: SIGNED_IN, says: undefined }
    ];
    for (const { state, says } of steps) {
        it(`tell ${says ? JSON.stringify(says) : 'nothing'} when a signed-in connection becomes ${JSON.stringify(state)}`, () => {
            builderIdIs(SIGNED_IN);
            const { changes } = started('aws-builder-id');
            builderIdIs(state);
            expect(changes.slice(1)).to.deep.equal(says ? [says] : []);
        });
    }

    it('tell extensions to look again when a permission was given or taken back', async () => {
        builderIdIs(SIGNED_IN);
        const { changes } = started('aws-builder-id');
        await container.get(ExtensionConsents).allow({ extension: EXTENSION, connectionId: 'builder-id' });
        expect(changes.slice(1)).to.deep.equal([{ added: [], removed: [], changed: ['builder-id'] }]);
    });

    it('take "Sign in with X to use Y" of the Accounts menu as the consent for Y, and any other sign-in for nobody', async () => {
        const { provider } = started('aws-builder-id');
        const consents = container.get(ExtensionConsents);
        await provider.createSession(['codewhisperer:completions']);
        expect(consents.all).to.deep.equal([]);
        builderIdIs({ kind: 'signedOut' });
        container.get(SignInRequests).add('aws-builder-id', ['codewhisperer:completions'], EXTENSION);
        await provider.createSession(handedOver[0]);
        expect(consents.all).to.deep.equal([{ extension: EXTENSION, connectionId: 'builder-id', scopes: ['codewhisperer:completions'] }]);
    });

    // @threat token-opens-more
    it('say in the sign-in of "Sign in with X to use Y" what Y gets, since it is the consent; and in any other sign-in nothing', async () => {
        const { provider } = started('aws-builder-id');
        await provider.createSession(['codewhisperer:completions']);
        expect(said).to.deep.equal([]);
        builderIdIs({ kind: 'signedOut' });
        container.get(SignInRequests).add('aws-builder-id', ['sso:account:access', 'codewhisperer:completions', 'other:read'], EXTENSION);
        await provider.createSession(handedOver[0]);
        expect(said.slice(0, -1)).to.deep.equal([
            'The extension Acme Tool (acme.tool) asks you to sign in with AWS Builder ID.',
            'The token lets it list all AWS accounts and roles that are assigned to you, and get credentials for each of them.',
            'The token lets it use CodeWhisperer as you.',
            'The token opens whatever these scopes stand for: other:read.'
        ]);
        expect(said.at(-1)).to.contain('until you take that back with');
    });

    it('sign out of the account that was chosen in the Accounts menu, by the same command as everywhere', async () => {
        builderIdIs(SIGNED_IN);
        await started('aws-iam-identity-center').provider.signOut('corp');
        expect(commands).to.deep.equal([['aws.accounts.signOut', CORP.id]]);
    });
});
