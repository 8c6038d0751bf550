import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import * as React from '@theia/core/shared/react';
import { flushSync } from '@theia/core/shared/react-dom';
import { createRoot, Root } from '@theia/core/shared/react-dom/client';
import { expect } from 'chai';
import type { ChoiceRow } from '../choice/choice-rows';
import { ChoiceList } from './choice-list';
disableJSDOM();

const ROWS: readonly ChoiceRow[] = Array.from(
    { length: 10_000 }, (_, index) => ({ id: `p${index}`, name: `p${index}`, detail: '', state: '' })
);

describe('the list of a dialog with thousands of rows', () => {
    let enabled: () => void;
    let element: HTMLElement;
    let root: Root;
    before(() => { enabled = enableJSDOM(); });
    after(() => enabled());

    beforeEach(() => {
        element = document.createElement('div');
        root = createRoot(element);
    });

    afterEach(() => flushSync(() => root.unmount()));

    function draw(selectedId: string, filter = '', rows = ROWS): HTMLElement[] {
        const controller = { choice: { selectedId, filter } } as never;
        flushSync(() => root.render(<ChoiceList label='' rows={rows} controller={controller} onConfirm={() => undefined} />));
        return options();
    }

    const options = (): HTMLElement[] => Array.from(element.querySelectorAll<HTMLElement>('[role=option]'));
    const ids = (all: readonly HTMLElement[]): (string | undefined)[] => all.map(({ dataset }) => dataset.connectionId);

    it('builds some of them, and says which of how many each is', () => {
        const built = draw('p0');
        expect(built.length).to.be.lessThan(200);
        expect([built[2].getAttribute('aria-posinset'), built[2].getAttribute('aria-setsize')]).to.deep.equal(['3', '10000']);
    });

    for (const selected of ['p0', 'p59', 'p60', 'p5000', 'p9999']) {
        it(`builds ${selected} when it is selected, and its neighbors`, () => {
            const index = Number(selected.slice(1));
            const built = ids(draw(selected));
            expect(built.length).to.be.lessThan(200);
            expect(built).to.include.members([index - 1, index, index + 1].filter(at => at >= 0 && at < 10_000).map(at => `p${at}`));
        });
    }

    it('builds more where somebody scrolls to', async () => {
        const before = draw('p0').length;
        const list = element.querySelector('[role=listbox]') ?? element;
        const built = new Promise(resolve => new window.MutationObserver(resolve).observe(list, { childList: true }));
        list.dispatchEvent(new window.Event('scroll', { bubbles: true }));
        await built;
        expect(options().length).to.be.greaterThan(before);
    });

    it('begins at the top of what another filter finds', () => {
        draw('p5000');
        expect(ids(draw('p7', '7', ROWS.filter(({ id }) => id.includes('7'))))[0]).to.equal('p7');
    });

    it('builds all of a few', () => {
        expect(ids(draw('p1', '', ROWS.slice(0, 3)))).to.deep.equal(['p0', 'p1', 'p2']);
    });
});
