import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Emitter } from '@theia/core/lib/common/event';
import { Deferred } from '@theia/core/lib/common/promise-util';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AssignedAccount, AssignedAccountsListing, AssignedRolesListing } from '../../common/connection/assigned-role';
import type { ConnectionState } from '../../common/state/connection-state';
import { AwsAccountsClientImpl } from '../connection/aws-accounts-client';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AssignedRolesServerProxy } from '../connection/backend-services';
import { MfaPrompt } from '../mfa/mfa-prompt';
import { Clock } from '../time/clock';
import { CORP, entry, NOW, SIGNED_IN, snapshot } from '../test/snapshot-samples';
import { AssignedRolesModel } from './assigned-roles-model';
disableJSDOM();

const ACCOUNTS: readonly AssignedAccount[] = Array.from({ length: 6 }, (_, index) => ({
    accountId: `11112222333${index}`,
    name: `Account ${index}`
}));
const CORP_ACCOUNTS = { connectionId: CORP.id };
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** Answers when a spec says so. */
class ToldServer {

    readonly closed = new Emitter<void>();
    readonly onDidCloseConnection = this.closed.event;
    readonly asked: string[] = [];
    readonly forgotten: string[] = [];
    accounts = new Deferred<AssignedAccountsListing>();
    readonly roles = new Map<string, Deferred<AssignedRolesListing>>();

    listAccounts(connectionId: string): Promise<AssignedAccountsListing> {
        this.asked.push(connectionId);
        this.accounts = new Deferred();
        return this.accounts.promise;
    }

    listRoles(_connectionId: string, accountId: string): Promise<AssignedRolesListing> {
        this.asked.push(accountId);
        const answer = new Deferred<AssignedRolesListing>();
        this.roles.set(accountId, answer);
        return answer.promise;
    }

    async forgetAccounts(connectionId: string): Promise<void> {
        this.forgotten.push(connectionId);
    }
}

describe("a window's accounts and roles", () => {

    let server: ToldServer;
    let client: AwsAccountsClientImpl;
    let accounts: AwsAccountsModel;
    let model: AssignedRolesModel;
    let revision = 1;

    beforeEach(() => {
        server = new ToldServer();
        const container = new Container();
        container.bind(Clock).toConstantValue({ now: () => NOW });
        container.bind(AssignedRolesServerProxy).toConstantValue(server);
        container.bind(MfaPrompt).toConstantValue({ ask: async () => undefined } as unknown as MfaPrompt);
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        for (const service of [AwsAccountsClientImpl, AwsAccountsModel, AssignedRolesModel]) {
            container.bind(service).toSelf().inSingletonScope();
        }
        client = container.get(AwsAccountsClientImpl);
        accounts = container.get(AwsAccountsModel);
        accounts.reset(snapshot([entry(CORP, SIGNED_IN)], { revision }));
        model = container.get(AssignedRolesModel);
    });

    function turnTo(state: ConnectionState): void {
        accounts.accept(snapshot([entry(CORP, state)], { revision: revision += 1 }));
    }

    const shown = (): readonly [number, string] | undefined => {
        const known = model.assigned.get(CORP.id);
        return known && [known.accounts.items.length, known.accounts.progress.kind];
    };
    const page = (...items: readonly AssignedAccount[]): void => client.notifyAssignedAccounts({ connectionId: CORP.id, accounts: items });

    /** Lists all accounts. */
    async function listed(): Promise<void> {
        model.ensure(CORP_ACCOUNTS);
        server.accounts.resolve({ kind: 'listed', items: ACCOUNTS });
        await settled();
    }

    it('are asked for again after somebody has signed in anew elsewhere, whatever else stays the same', async () => {
        model.ensure(CORP_ACCOUNTS);
        server.accounts.resolve({ kind: 'listed', items: ACCOUNTS });
        await settled();
        let changes = 0;
        model.onDidChange(() => changes += 1);
        client.notifyAccountsForgotten(CORP.id);
        expect([changes, model.find(CORP_ACCOUNTS)]).to.deep.equal([1, undefined]);
        model.ensure(CORP_ACCOUNTS);
        expect(server.asked).to.deep.equal([CORP.id, CORP.id]);
    });

    it('grow page by page until the whole is there', async () => {
        model.ensure(CORP_ACCOUNTS);
        expect(shown()).to.deep.equal([0, 'loading']);
        page(...ACCOUNTS.slice(0, 2));
        page(...ACCOUNTS.slice(1, 4));
        expect(shown()).to.deep.equal([4, 'loading']);
        server.accounts.resolve({ kind: 'listed', items: ACCOUNTS });
        await settled();
        expect(shown()).to.deep.equal([6, 'listed']);
    });

    it('are asked for once, however often the rows are drawn', async () => {
        model.ensure(CORP_ACCOUNTS);
        model.ensure(CORP_ACCOUNTS);
        await listed();
        expect(server.asked).to.deep.equal([CORP.id]);
    });

    it('stay when the rest fails, and are asked for again only by a person', async () => {
        model.ensure(CORP_ACCOUNTS);
        page(...ACCOUNTS.slice(0, 2));
        server.accounts.reject(AwsFailure.toError({ reason: 'throttled' }));
        await settled();
        expect(shown()).to.deep.equal([2, 'failed']);
        model.ensure(CORP_ACCOUNTS);
        expect(server.asked).to.have.length(1);
        void model.listAgain(CORP_ACCOUNTS);
        expect(shown()).to.deep.equal([2, 'loading']);
        expect(server.forgotten, 'there is nothing to forget').to.deep.equal([]);
    });

    it('stay while AWS is asked once more for a list that was complete', async () => {
        await listed();
        const again = model.listAgain(CORP_ACCOUNTS);
        await settled();
        expect(server.forgotten).to.deep.equal([CORP.id]);
        expect(shown()).to.deep.equal([6, 'loading']);
        server.accounts.resolve({ kind: 'listed', items: ACCOUNTS.slice(0, 5) });
        await again;
        expect(shown()).to.deep.equal([5, 'listed']);
    });

    it('have roles that come and fail for each account alone', async () => {
        await listed();
        const [one, other] = ACCOUNTS.map(({ accountId }) => ({ connectionId: CORP.id, accountId }));
        model.ensure(one);
        model.ensure(other);
        server.roles.get(one.accountId)?.reject(AwsFailure.toError({ reason: 'accessDenied' }));
        server.roles.get(other.accountId)?.resolve({ kind: 'listed', items: [{ accountId: other.accountId, roleName: 'Admin' }] });
        await settled();
        expect([one, other].map(request => model.find(request)?.progress.kind)).to.deep.equal(['failed', 'listed']);
        expect(shown()).to.deep.equal([6, 'listed']);
    });

    it('say which scope is missing', async () => {
        model.ensure(CORP_ACCOUNTS);
        server.accounts.resolve({ kind: 'missingScopes', scopes: ['sso:account:access'] });
        await settled();
        expect(model.find(CORP_ACCOUNTS)?.progress).to.deep.equal({ kind: 'missingScopes', scopes: ['sso:account:access'] });
    });

    const ends: readonly (readonly [string, ConnectionState, boolean])[] = [
        ['a sign-out', { kind: 'signedOut' }, false],
        ['an end of the session', { kind: 'expired' }, false],
        ['a sign-in that covers more', { ...SIGNED_IN, scopes: ['sso:account:access'] } as ConnectionState, false],
        ['trouble with the network', { kind: 'unreachable', failure: { reason: 'network' } }, true],
        ['a refreshed token', { ...SIGNED_IN, expiresAt: '2030-01-01T20:00:00Z' } as ConnectionState, true]
    ];
    for (const [what, state, stays] of ends) {
        it(`${stays ? 'outlive' : 'are forgotten with'} ${what}`, async () => {
            await listed();
            turnTo(state);
            expect(shown() !== undefined).to.equal(stays);
        });
    }

    it('do not come back with an answer that was on its way when the person signed out', async () => {
        model.ensure(CORP_ACCOUNTS);
        turnTo({ kind: 'signedOut' });
        server.accounts.resolve({ kind: 'listed', items: ACCOUNTS });
        await settled();
        expect(shown()).to.equal(undefined);
    });

    it('say that they are cut off when the backend goes away, and wait for it', async () => {
        model.ensure(CORP_ACCOUNTS);
        page(...ACCOUNTS.slice(0, 2));
        accounts.disconnect();
        server.closed.fire();
        server.accounts.reject(new Error('The channel was closed.'));
        await settled();
        expect(model.find(CORP_ACCOUNTS)?.progress).to.deep.equal({ kind: 'failed', failure: { reason: 'network' } });
        expect(shown()).to.deep.equal([2, 'failed']);
        model.ensure({ connectionId: CORP.id, accountId: ACCOUNTS[0].accountId });
        expect(server.asked).to.deep.equal([CORP.id]);
    });

    describe('while somebody searches', () => {

        const answer = (accountId: string): void => server.roles.get(accountId)?.resolve({ kind: 'listed', items: [] });

        it('have the roles in all accounts listed, four at once', async () => {
            await listed();
            model.setSearching(true);
            expect(server.roles.size).to.equal(4);
            answer(ACCOUNTS[0].accountId);
            answer(ACCOUNTS[1].accountId);
            await settled();
            expect(server.roles.size).to.equal(6);
        });

        it('have them listed as accounts arrive', () => {
            model.ensure(CORP_ACCOUNTS);
            model.setSearching(true);
            page(...ACCOUNTS.slice(0, 2));
            expect([...server.roles.keys()]).to.deep.equal(ACCOUNTS.slice(0, 2).map(({ accountId }) => accountId));
        });

        it('begin no more when the search ends', async () => {
            await listed();
            model.setSearching(true);
            model.setSearching(false);
            [...server.roles.keys()].forEach(answer);
            await settled();
            expect(server.roles.size).to.equal(4);
        });
    });
});
