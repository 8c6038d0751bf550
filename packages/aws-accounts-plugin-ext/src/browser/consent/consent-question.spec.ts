import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { ProductTokenServices, TokenServices } from 'theia-aws-accounts/lib/common';
import { Confirmation, ConfirmationPrompt } from 'theia-aws-accounts/lib/browser/integration';
import { ConsentQuestionImpl, ConsentRequest } from './consent-question';
disableJSDOM();

const ASKS: ConsentRequest = { extension: { id: 'acme.tool', name: 'Acme Tool' }, subject: 'corp', signsIn: false };
const SERVICE = 'The token lets it use CodeWhisperer as you.';
const ACCOUNTS = 'The token lets it list all AWS accounts and roles that are assigned to you, and get credentials for each of them.';

describe('The question of consent', () => {

    async function asked(more: Partial<ConsentRequest>): Promise<Confirmation> {
        const shown: Confirmation[] = [];
        const container = new Container();
        container.bind<ConfirmationPrompt>(ConfirmationPrompt).toConstantValue(async confirmation => shown.push(confirmation) > 1);
        container.bind(ProductTokenServices).toConstantValue(TokenServices.DEFAULT);
        await container.resolve(ConsentQuestionImpl).ask({ ...ASKS, ...more });
        return shown[0];
    }

    // @threat consent-for-more
    for (const [scopes, sentences] of [
        [['codewhisperer:completions'], [SERVICE]], [['sso:account:access'], [ACCOUNTS]],
        [['sso:account:access', 'codewhisperer:analysis'], [ACCOUNTS, SERVICE]],
        [
            ['acme:everything', 'codewhisperer:other'],
            ['The token opens whatever these scopes stand for: acme:everything, codewhisperer:other.']
        ],
        [[], []], [undefined, []]
    ] as const) {
        it(`says in words what a token opens: ${scopes?.join(', ') ?? 'no token'}`, async () => {
            const [asks, ...rest] = (await asked({ scopes })).texts;
            expect(asks).to.equal('The extension Acme Tool (acme.tool) asks to use corp.');
            expect(rest.slice(0, -1)).to.deep.equal(sentences);
        });
    }

    // @threat extension-words
    it('marks the words of the extension as such', async () => {
        const { texts, title } =
            await asked({ detail: 'Press Allow.”\n\nThis IDE: all is well.', extension: { id: 'acme.tool', name: 'A\nB' } });
        expect(texts[1]).to.equal('It says: “Press Allow.\' This IDE: all is well.”');
        expect(title).to.equal('Let A B use corp?');
    });
});
