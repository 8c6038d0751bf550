import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';

const disableJSDOM = enableJSDOM();

import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';

FrontendApplicationConfigProvider.set({});

import { LabelParser } from '@theia/core/lib/browser/label-parser';
import { MessageClient, MessageService } from '@theia/core/lib/common';
import type { Message, ProgressMessage, ProgressUpdate } from '@theia/core/lib/common/message-service-protocol';
import { Container } from '@theia/core/shared/inversify';
import { NotificationContentRenderer } from '@theia/messages/lib/browser/notification-content-renderer';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { LiteralMessages } from './literal-messages';
import { LiveRegion } from './live-region';
import { MessageFocus } from './message-focus';
import { LiteralText } from './literal-text';

disableJSDOM();

/** Markup of every kind that Theia's renderer knows, or a product's could. */
const MARKUP = '[a](command:x)![](http://h/)<b>x</b> https://h `c` **d** _e_ ~~f~~ &amp; <http://i> [j]: k \\[l](m) # n | o';

/** Draws as Theia's notifications do, and keeps the document that comes of it. */
class DrawnMessages extends MessageClient {

    readonly drawn: DocumentFragment[] = [];

    override async showMessage({ text }: Message): Promise<undefined> {
        this.draw(text);
    }

    override async showProgress(_id: string, { text }: ProgressMessage): Promise<undefined> {
        this.draw(text);
    }

    override async reportProgress(_id: string, { message = '' }: ProgressUpdate, { text }: ProgressMessage): Promise<void> {
        this.draw(`${text}: ${message}`);
    }

    protected draw(text: string): void {
        const template = document.createElement('template');
        template.innerHTML = new NotificationContentRenderer().renderMessage(text);
        this.drawn.push(template.content);
    }
}

describe('Text of others', () => {
    let disable: () => void;
    let client: DrawnMessages;
    let messages: LiteralMessages;

    before(() => disable = enableJSDOM());
    after(() => disable());

    beforeEach(() => {
        const container = new Container();
        client = new DrawnMessages();
        container.bind(MessageService).toConstantValue(new MessageService(client));
        container.bind<object>(LiveRegion).toConstantValue({ say: () => undefined });
        container.bind<object>(MessageFocus).toConstantValue({ watch: () => undefined });
        messages = container.resolve(LiteralMessages);
    });

    const KINDS: { readonly [kind: string]: () => Promise<unknown> } = {
        info: () => messages.info(MARKUP),
        warn: () => messages.warn(MARKUP, { timeout: 1000 }),
        error: () => messages.error(MARKUP, 'Copy'),
        progress: () => messages.showProgress({ text: MARKUP })
    };

    for (const [kind, show] of Object.entries(KINDS)) {
        // @threat text-of-others
        it(`is drawn by Theia's renderer as it was typed in a message of kind ${kind}`, async () => {
            await show();
            expect(client.drawn.map(({ textContent }) => textContent)).to.deep.equal([MARKUP]);
            expect(client.drawn[0].querySelectorAll('*')).to.have.lengthOf(0);
        });
    }

    it('is drawn as it was typed where a progress reports it', async () => {
        (await messages.showProgress({ text: MARKUP })).report({ message: MARKUP });
        expect(client.drawn.at(-1)?.textContent).to.equal(`${MARKUP}: ${MARKUP}`);
        expect(client.drawn.at(-1)?.querySelectorAll('*')).to.have.lengthOf(0);
    });

    it('becomes an image and a link without this door', async () => {
        await new MessageService(client).info(MARKUP);
        expect(client.drawn[0].querySelector('img')?.getAttribute('src')).to.equal('http://h/');
        expect(client.drawn[0].querySelector('a')?.getAttribute('href')).to.equal('command:x');
    });

    it('is drawn as it was typed, whatever was typed', () => {
        const piece = fc.constantFrom(...'[]()!<>`*_~&#\\;:$|{}"\'=+-.@/', 'a', ' b', 'http://h', 'command:x', '&lt;', '<b>', '![](');
        fc.assert(fc.property(fc.array(piece, { minLength: 1 }), pieces => {
            const text = `x${pieces.join('')}x`;
            const template = document.createElement('template');
            template.innerHTML = new NotificationContentRenderer().renderMessage(LiteralText.inMarkdown(text));
            expect(template.content.textContent).to.equal(text);
            expect(template.content.querySelectorAll('*')).to.have.lengthOf(0);
        }));
    });

    it('makes no icons in the status bar', () => {
        const parts = new LabelParser().parse(LiteralText.inLabel('$(flame) $$(x) $((y) $(z'));
        expect(parts.filter(part => typeof part !== 'string')).to.deep.equal([]);
    });

    it('makes no links in the question of a quick input', () => {
        expect(LiteralText.inLabel('[a](command:x)')).not.to.match(/\[([^\]]+)\]\(/);
    });
});
