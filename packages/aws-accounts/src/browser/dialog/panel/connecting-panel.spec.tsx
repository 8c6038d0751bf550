import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { Deferred } from '@theia/core/lib/common/promise-util';
import { Container } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { flushSync } from '@theia/core/shared/react-dom';
import { createRoot } from '@theia/core/shared/react-dom/client';
import { expect } from 'chai';
import { MfaPrompt } from '../../mfa/mfa-prompt';
import { ConnectingPanel } from './connecting-panel';
import { LiteralQuickInput } from '../../literal/literal-quick-input';
disableJSDOM();

const REQUEST = { profile: 'operator', device: 'arn:aws:iam::111122223333:mfa/jo', triesLeft: 3 };

function drawn(awaitsCode: boolean): string | undefined {
    const element = document.createElement('div');
    flushSync(() =>
        createRoot(element).render(<ConnectingPanel controller={undefined as never} name='operator' awaitsCode={awaitsCode} />)
    );
    return element.querySelector('[role=status]')?.textContent ?? undefined;
}

describe('the dialog while a profile connects', () => {
    let enabled: () => void;
    before(() => { enabled = enableJSDOM(); });
    after(() => enabled());

    it('says that AWS is asked', () => expect(drawn(false)).to.equal('Asking AWS who operator is...'));

    it('says where the code is asked for that it waits for', () =>
        expect(drawn(true)).to.equal('Waiting for the code that is asked for at the top of the window.'));

    for (const end of ['answered', 'closed', 'broken'] as const) {
        it(`knows from the question for the code whether it is open: until it is ${end}`, async () => {
            const answer = new Deferred<string | undefined>();
            const container = new Container();
            container.bind<object>(LiteralQuickInput).toConstantValue({ input: () => answer.promise });
            container.bind(MfaPrompt).toSelf();
            const prompt = container.get(MfaPrompt);
            const seen: boolean[] = [];
            prompt.onDidChange(() => seen.push(prompt.isOpen));
            const asked = prompt.ask(REQUEST).catch(() => undefined);
            expect(prompt.isOpen).to.equal(true);
            if (end === 'broken') {
                answer.reject(new Error('no window'));
            } else {
                answer.resolve(end === 'answered' ? '123456' : undefined);
            }
            expect(await asked).to.equal(end === 'answered' ? '123456' : undefined);
            expect(seen).to.deep.equal([true, false]);
        });
    }
});
