import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { DialogOverlayService } from '@theia/core/lib/browser/dialogs';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { FakeTimer } from '../guard/test/fake-timer';
import { Timer } from '../time/timer';
import { Confirmation, ConfirmationPrompt, createConfirmationPrompt } from './confirmation-dialog';
disableJSDOM();

describe('A question before something is given away', () => {
    let disable: () => void;
    let timer: FakeTimer;
    let answer: boolean | undefined;

    before(() => {
        disable = enableJSDOM();
        new DialogOverlayService().initialize();
    });
    after(() => disable());

    afterEach(async () => {
        button('cancel')?.click();
        await until(() => button('cancel') === null);
    });

    async function ask(more: Partial<Confirmation> = {}): Promise<void> {
        timer = new FakeTimer();
        answer = undefined;
        const container = new Container();
        container.bind<object>(Timer).toConstantValue(timer);
        container.bind(ConfirmationPrompt).toDynamicValue(createConfirmationPrompt);
        const prompt = container.get<ConfirmationPrompt>(ConfirmationPrompt);
        void prompt({ title: 'Let it?', texts: ['It asks.'], confirm: 'Allow', ...more }).then(given => answer = given);
        await until(() => button('confirm') !== null && document.activeElement === button('cancel'));
    }

    /** React draws by itself, and dialogs come and go with the next frame. */
    async function until(fits: () => boolean): Promise<void> {
        while (!fits()) {
            await new Promise(resolve => setImmediate(resolve));
        }
    }

    function button(action: string): HTMLButtonElement | null {
        return document.querySelector(`[data-action=${action}]`);
    }

    /** Presses a key as a browser does: the button that has the focus is clicked unless somebody took the key. */
    function press(key: string, init: KeyboardEventInit = {}): void {
        const target = document.activeElement as HTMLElement;
        if (target.dispatchEvent(
            new window.KeyboardEvent('keydown', { key, code: key === ' ' ? 'Space' : key, bubbles: true, cancelable: true, ...init })
        )) {
            target.click();
        }
    }

    async function read(): Promise<void> {
        timer.ring();
        await until(() => button('confirm')?.disabled === false);
    }

    // @threat stray-enter
    it('takes no key and no yes for half a second: they were meant for something else', async () => {
        await ask();
        expect([timer.delayMs, button('confirm')?.disabled]).to.deep.equal([500, true]);
        press('Enter');
        press(' ');
        button('confirm')?.removeAttribute('disabled');
        button('confirm')?.click();
        await new Promise(resolve => setImmediate(resolve));
        expect([answer, button('confirm') !== null]).to.deep.equal([undefined, true]);
    });

    // @threat stray-enter
    it('has Enter on Cancel when it can have been read, and takes no key that is held down', async () => {
        await ask();
        await read();
        press('Enter', { repeat: true });
        expect(button('confirm')).not.to.equal(null);
        press('Enter');
        await until(() => answer !== undefined);
        expect(answer).to.equal(false);
    });

    it('takes a press of the button after that for a yes', async () => {
        await ask();
        await read();
        button('confirm')?.click();
        await until(() => answer !== undefined);
        expect(answer).to.equal(true);
    });

    it('lets Cancel count at once where the person has just asked for what it is about', async () => {
        await ask({ answersPerson: true });
        expect(button('confirm')?.disabled).to.equal(true);
        press('Enter');
        await until(() => answer !== undefined);
        expect(answer).to.equal(false);
    });
});
