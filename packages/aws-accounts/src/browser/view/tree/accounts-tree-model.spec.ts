import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { createTreeTestContainer } from '@theia/core/lib/browser/tree/test/tree-test-container';
import { TreeFocusService, TreeFocusServiceImpl } from '@theia/core/lib/browser/tree/tree-focus-service';
import { TreeModel } from '@theia/core/lib/browser/tree/tree-model';
import { expect } from 'chai';
import type { AwsAccountsSnapshot } from '../../../common/snapshot/aws-accounts-snapshot';
import type { ConnectionState } from '../../../common/state/connection-state';
import { CONNECTED, CORP, entry, NOW, profile, SIGNED_IN, snapshot } from '../../test/snapshot-samples';
import type { AccountsRow } from '../rows/accounts-row';
import type { RowSources } from '../rows/row-context';
import { accountsRows } from '../rows/accounts-rows';
import { filteredRows } from '../rows/rows-filter';
import { AccountsNode } from './accounts-node';
import { AccountsTreeModel } from './accounts-tree-model';
disableJSDOM();

const AT_REST = { kind: 'notConnected' } as const;

function rows(...names: readonly string[]): AccountsRow[] {
    return rowsOf(snapshot(names.map(name => entry(profile(name), AT_REST))));
}

function rowsOf(source: AwsAccountsSnapshot): AccountsRow[] {
    return accountsRows(source, { now: NOW, home: undefined });
}

const id = (name: string): string => `connection:profile:${name}`;

describe('the tree of rows', () => {
    let model: AccountsTreeModel;

    beforeEach(() => {
        const container = createTreeTestContainer();
        container.rebind(TreeFocusService).to(TreeFocusServiceImpl).inSingletonScope();
        container.bind(AccountsTreeModel).toSelf();
        container.rebind(TreeModel).toService(AccountsTreeModel);
        model = container.get(AccountsTreeModel);
    });

    function node(nodeId: string): AccountsNode {
        const found = model.getNode(nodeId);
        expect(AccountsNode.is(found), nodeId).to.be.true;
        return found as AccountsNode;
    }

    it('has a node for each row, below the row of its method', () => {
        model.show(rows('a', 'b'));
        expect(node(id('b')).parent?.id).to.equal('group:iamProfile');
        expect(AccountsNode.position(node(id('b')))).to.deep.equal({ level: 2, setSize: 2, posInSet: 2 });
        expect(AccountsNode.position(node('group:iamProfile'))).to.deep.equal({ level: 1, setSize: 5, posInSet: 5 });
    });

    it('keeps selection and focus when a snapshot brings new rows', () => {
        model.show(rows('a', 'b'));
        model.selectNode(node(id('b')));
        model.show(rowsOf(snapshot([entry(profile('new'), AT_REST), entry(profile('b'), CONNECTED)])));
        expect(model.selectedNodes.map(selected => selected.id)).to.deep.equal([id('b')]);
        expect(model.getFocusedNode()?.id).to.equal(id('b'));
        expect(node(id('b'))).to.include({ selected: true });
        expect(node(id('b')).row.tone).to.equal('good');
    });

    it('keeps a group closed that the person has closed', async () => {
        model.show(rows('a'));
        await model.collapseNode(node('group:iamProfile') as never);
        model.show(rows('a', 'b'));
        expect(node('group:iamProfile')).to.include({ expanded: false });
        expect(model.expansion.collapsedIds).to.deep.equal(['group:iamProfile']);
    });

    it('opens closed groups while a filter is on, and closes them again after it', () => {
        model.collapse(['group:iamProfile']);
        model.show(rows('a'), rows('a'), true);
        expect(node('group:iamProfile')).to.include({ expanded: true });
        model.show(rows('a'));
        expect(node('group:iamProfile')).to.include({ expanded: false });
    });

    it('keeps the selection of a row that a filter hides for a while', () => {
        model.show(rows('a', 'b'));
        model.selectNode(node(id('a')));
        model.show(rows('b'), rows('a', 'b'), true);
        expect(model.selectedNodes).to.be.empty;
        model.show(rows('a', 'b'));
        expect(model.selectedNodes.map(selected => selected.id)).to.deep.equal([id('a')]);
    });

    it('moves the focus to the row that takes the place of one that is gone', () => {
        model.show(rows('a', 'b', 'c'));
        model.selectNode(node(id('b')));
        model.show(rows('a', 'c'));
        expect(model.getFocusedNode()?.id).to.equal(id('c'));
        expect(model.selectedNodes.map(selected => selected.id)).to.deep.equal([id('c')]);
        model.show(rows('a'));
        expect(model.getFocusedNode()?.id).to.equal(id('a'));
    });

    describe('with accounts and roles', () => {

        const SANDBOX = { accountId: '111122223333', name: 'Sandbox' };
        const LISTED = { kind: 'listed' } as const;
        const CORP_ROW = `connection:${CORP.id}`;
        const ACCOUNT_ROW = `account:${SANDBOX.accountId} ${CORP.id}`;
        const assigned: RowSources['assigned'] = new Map([
            [
                CORP.id,
                {
                    accounts: { items: [SANDBOX], progress: LISTED },
                    roles: new Map([
                        [SANDBOX.accountId, { items: [{ accountId: SANDBOX.accountId, roleName: 'Admin' }], progress: LISTED }]
                    ])
                }
            ]
        ]);
        const corpRows = (state: ConnectionState = SIGNED_IN): AccountsRow[] =>
            accountsRows(snapshot([entry(CORP, state)]), { now: NOW, home: undefined, assigned });

        it('opens what is closed at first only for the person, and lists no sooner', async () => {
            model.show(corpRows());
            expect(node(CORP_ROW)).to.include({ expanded: false });
            expect(model.openListings).to.deep.equal([]);
            await model.expandNode(node(CORP_ROW) as never);
            await model.expandNode(node(ACCOUNT_ROW) as never);
            model.show(corpRows());
            expect(model.openListings).to.deep.equal([{ connectionId: CORP.id }, { connectionId: CORP.id, accountId: SANDBOX.accountId }]);
            expect(model.expansion.openedIds).to.deep.equal([CORP_ROW, ACCOUNT_ROW]);
            await model.collapseNode(node(CORP_ROW) as never);
            expect(model.openListings).to.deep.equal([]);
            expect([model.expansion.openedIds, model.expansion.collapsedIds]).to.deep.equal([[ACCOUNT_ROW], []]);
        });

        it('opens the row of a sign-in once it is there, unless the person has closed it before', async () => {
            model.openUnlessClosed(CORP_ROW);
            model.show(corpRows());
            expect(node(CORP_ROW)).to.include({ expanded: true });
            await model.collapseNode(node(CORP_ROW) as never);
            expect(model.expansion.closedAgainIds).to.deep.equal([CORP_ROW]);
            model.show(corpRows({ kind: 'signedOut' }));
            model.openUnlessClosed(CORP_ROW);
            model.show(corpRows());
            expect(node(CORP_ROW)).to.include({ expanded: false });
            await model.expandNode(node(CORP_ROW) as never);
            expect(model.expansion.closedAgainIds).to.deep.equal([]);
        });

        it('remembers from an earlier window what the person has closed', () => {
            model.expansion.rememberClosed([CORP_ROW]);
            model.openUnlessClosed(CORP_ROW);
            model.show(corpRows());
            expect(node(CORP_ROW)).to.include({ expanded: false });
        });

        it('says how deep a row stands', () => {
            model.open([CORP_ROW, ACCOUNT_ROW]);
            model.show(corpRows());
            expect(AccountsNode.position(node(`role:${SANDBOX.accountId} Admin ${CORP.id}`))).to.deep.equal({
                level: 4,
                setSize: 1,
                posInSet: 1
            });
        });

        it('keeps the node of a sign-in that gets accounts below it, and loses them', () => {
            model.show(corpRows({ kind: 'signedOut' }));
            const corp = node(CORP_ROW);
            expect(AccountsNode.isGroup(corp)).to.be.false;
            model.selectNode(corp);
            model.show(corpRows());
            expect(AccountsNode.isGroup(node(CORP_ROW))).to.be.true;
            expect(model.selectedNodes).to.deep.equal([node(CORP_ROW)]);
            model.show(corpRows({ kind: 'expired' }));
            expect(AccountsNode.isGroup(node(CORP_ROW))).to.be.false;
            expect(node(CORP_ROW)).to.equal(corp);
        });

        it('selects a role that was found, not what stands above it', () => {
            const { rows: found } = filteredRows(corpRows(), 'admin');
            model.show(found, corpRows(), true);
            model.selectFirstConnection();
            expect(model.getFocusedNode()?.id).to.equal(`role:${SANDBOX.accountId} Admin ${CORP.id}`);
        });
    });

    it('selects the first match when the person goes on from the filter', () => {
        model.show(rows('a', 'b'));
        expect(model.selectFirstConnection()).to.be.true;
        expect(model.getFocusedNode()?.id).to.equal(id('a'));
    });
});
