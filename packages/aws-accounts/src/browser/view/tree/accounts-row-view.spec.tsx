import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import * as React from '@theia/core/shared/react';
import { flushSync } from '@theia/core/shared/react-dom';
import { createRoot } from '@theia/core/shared/react-dom/client';
import { expect } from 'chai';
import { CONNECTED, entry, NOW, profile, snapshot } from '../../test/snapshot-samples';
import { accountsRows } from '../rows/accounts-rows';
import { AccountsNode } from './accounts-node';
import { AccountsRowActions, AccountsRowIcon, AccountsRowText, iconClasses, rowElementId } from './accounts-row-view';
import { ActiveDescendant } from './active-descendant';
import { FocusKeeper } from './focus-keeper';
import { rowAttributes } from './row-attributes';
disableJSDOM();

const NAME = 'team a';
const ROWS = accountsRows(snapshot([entry(profile(NAME), CONNECTED)], { uses: { awsServices: `profile:${NAME}` } }), {
    now: NOW,
    home: undefined
});

function drawn(row: AccountsNode): HTMLElement {
    const element = document.createElement('div');
    flushSync(() => createRoot(element).render(<div {...rowAttributes(row)}>
        <AccountsRowIcon row={row.row} /><AccountsRowText row={row.row} /><AccountsRowActions row={row.row} reachable={true} />
    </div>));
    return element.firstElementChild as HTMLElement;
}

describe('a drawn row', () => {
    let enabled: () => void;
    let group: AccountsNode;
    let connection: AccountsNode;

    before(() => {
        enabled = enableJSDOM();
        group = AccountsNode.create(ROWS[4]);
        connection = Object.assign(AccountsNode.create((ROWS[4].children ?? [])[0]), { parent: group, selected: true });
        Object.assign(group, { children: [connection] });
    });
    after(() => enabled());

    it('is a tree item with kind, name and state in its name', () => {
        const row = drawn(connection);
        expect(row.getAttribute('role')).to.equal('treeitem');
        expect(row.getAttribute('aria-label')).to.match(/^IAM profile team a, connected, in use for AWS services/);
    });

    it('says where it stands, since the list holds only a part of the rows', () => {
        const row = drawn(connection);
        expect(['level', 'setsize', 'posinset', 'selected', 'expanded'].map(name => row.getAttribute(`aria-${name}`))).to.deep.equal([
            '2',
            '1',
            '1',
            'true',
            null
        ]);
        expect(drawn(group).getAttribute('aria-expanded')).to.equal('true');
    });

    it('is found by scripts', () => {
        expect(drawn(connection).dataset).to.include({ connectionId: 'profile:team a', connectionState: 'connected' });
        expect(drawn(AccountsNode.create(ROWS[1])).dataset).to.include({ awsUse: 'awsServices' });
    });

    it('has an id without spaces, since a list of ids is split at them', () =>
        expect(drawn(connection).id).to.equal('aws-accounts-row-connection%3Aprofile%3Ateam%20a'));

    it('has buttons that are named after what they do and to what', () => {
        const buttons = Array.from(drawn(connection).querySelectorAll('[role=button]'));
        expect(buttons.map(button => button.getAttribute('aria-label'))).to.include('Stop Using: team a');
        expect(buttons.map(button => button.getAttribute('tabindex'))).to.deep.equal(buttons.map(() => '0'));
    });

    it('says its state in words besides the icon', () => expect(drawn(connection).textContent).to.contain('connected'));

    it('turns the icon of what is under way', () =>
        expect(iconClasses('sync~spin')).to.contain('codicon-sync').and.to.contain('codicon-modifier-spin'));
});

describe('the focus of the tree', () => {
    let disable: () => void;
    let tree: HTMLElement;
    const settled = (): Promise<void> => Promise.resolve();

    beforeEach(() => {
        disable = enableJSDOM();
        tree = document.createElement('div');
        tree.tabIndex = 0;
        document.body.replaceChildren(tree);
    });
    afterEach(() => disable());

    it('is said to be on the focused row as long as that is in the DOM', async () => {
        const row = document.createElement('div');
        row.id = rowElementId('a');
        const active = new ActiveDescendant(tree, () => rowElementId('a'));
        active.update();
        expect(tree.getAttribute('aria-activedescendant')).to.equal(null);
        tree.append(row);
        await settled();
        expect(tree.getAttribute('aria-activedescendant')).to.equal(row.id);
        row.remove();
        await settled();
        expect(tree.getAttribute('aria-activedescendant')).to.equal(null);
        active.dispose();
    });

    it('comes back to the tree when the button that had it is gone', async () => {
        const keeper = new FocusKeeper(tree);
        const button = document.createElement('button');
        tree.append(button);
        button.focus();
        button.remove();
        await settled();
        keeper.update();
        expect(document.activeElement).to.equal(tree);
        keeper.dispose();
    });

    it('is not taken back after the person went elsewhere', async () => {
        const keeper = new FocusKeeper(tree);
        const button = document.createElement('button');
        tree.append(button);
        button.focus();
        button.blur();
        await settled();
        button.remove();
        keeper.update();
        expect(document.activeElement).to.equal(document.body);
        keeper.dispose();
    });
});
