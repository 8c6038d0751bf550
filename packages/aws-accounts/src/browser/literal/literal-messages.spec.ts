import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { MessageService } from '@theia/core/lib/common/message-service';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { LiteralMessages } from './literal-messages';
import { LiveRegion } from './live-region';
import { MessageFocus } from './message-focus';

disableJSDOM();

describe('LiteralMessages', () => {
    let disable: () => void;
    let messages: LiteralMessages;
    let said: string[];
    let answer: (action: string | undefined) => void;

    const element = (id: string): HTMLElement => document.getElementById(id) ?? expect.fail(id);

    before(() => disable = enableJSDOM());
    after(() => disable());

    beforeEach(() => {
        document.body.innerHTML = '<input id="editor"><input id="other"><div class="theia-notifications-overlay"><button '
            + 'id="undo"></button></div>';
        said = [];
        const container = new Container();
        const show = (): Promise<string | undefined> => new Promise(resolve => answer = resolve);
        container.bind<object>(MessageService).toConstantValue({ info: show, warn: show, error: show });
        container.bind<object>(LiveRegion).toConstantValue({ say: (text: string) => said.push(text) });
        container.bind(MessageFocus).toSelf().inSingletonScope();
        container.bind(LiteralMessages).toSelf().inSingletonScope();
        messages = container.get(LiteralMessages);
    });

    afterEach(() => document.body.innerHTML = '');

    it('says every text as it is, but what people have heard of already', () => {
        void messages.info('1 *new*');
        void messages.warn('2');
        void messages.error('3');
        void messages.silentInfo('4');
        expect(said).to.deep.equal(['1 *new*', '2', '3']);
    });

    it('gives the focus back to what had it before the person answered', async () => {
        element('editor').focus();
        const asking = messages.info('Removed profile dev.', 'Undo');
        element('undo').focus();
        answer('Undo');
        expect(await asking).to.equal('Undo');
        expect(document.activeElement?.id).to.equal('editor');
    });

    it('leaves the focus where the person has taken it meanwhile', async () => {
        element('editor').focus();
        const asking = messages.info('Removed profile dev.', 'Undo');
        element('undo').focus();
        element('other').focus();
        answer('Undo');
        await asking;
        expect(document.activeElement?.id).to.equal('other');
    });

    it('leaves the focus alone when a message goes away unanswered, or what had it is gone', async () => {
        element('editor').focus();
        const ignored = messages.info('Removed profile dev.');
        element('undo').focus();
        answer(undefined);
        await ignored;
        expect(document.activeElement?.id).to.equal('undo');
        const asking = messages.info('Removed profile dev.', 'Undo');
        element('editor').remove();
        answer('Undo');
        await asking;
        expect(document.activeElement?.id).to.equal('undo');
    });
});
