import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { DialogProps } from '@theia/core/lib/browser/dialogs';
import { Container, injectable } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { expect } from 'chai';
import { ModalDialog } from './modal-dialog';
disableJSDOM();

@injectable()
class Question extends ModalDialog<string> {

    protected renderContent(): React.ReactNode {
        return <button data-first-focus>Yes</button>;
    }
}

@injectable()
class Alert extends Question {

    protected override get role(): 'alertdialog' {
        return 'alertdialog';
    }
}

describe('a dialog of this product', () => {
    let disable: () => void;

    before(() => (disable = enableJSDOM()));
    after(() => disable());

    function made(type: typeof Question): Element | null {
        const container = new Container();
        container.bind(DialogProps).toConstantValue({ title: 'Really?' });
        container.bind(type).toSelf();
        return container.get(type).node.querySelector('.dialogBlock');
    }

    it('is announced by its title, as a dialog that holds the focus', () => {
        const block = made(Question);
        expect([block?.getAttribute('role'), block?.getAttribute('aria-modal')]).to.deep.equal(['dialog', 'true']);
        const label = block?.getAttribute('aria-labelledby') ?? '';
        expect(block?.querySelector(`#${label}`)?.textContent).to.equal('Really?');
    });

    it('is announced as an alert where it interrupts the person', () => expect(made(Alert)?.getAttribute('role')).to.equal('alertdialog'));
});
