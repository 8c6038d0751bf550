import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { QuickCommandService } from '@theia/core/lib/browser/quick-input/quick-command-service';
import type { Command } from '@theia/core/lib/common/command';
import { expect } from 'chai';
import { GuardFixture } from './test/guard-fixture';
disableJSDOM();

describe('the lock of guarded commands in the palette', () => {
    const icons: { readonly [id: string]: string[] | undefined } = { toggled: ['codicon', 'codicon-check'] };
    const table: readonly (readonly [id: string, iconClasses: string[] | undefined])[] = [
        ['guarded', ['codicon', 'codicon-lock']],
        ['free', undefined],
        ['toggled', ['codicon', 'codicon-check']]
    ];
    for (const [id, iconClasses] of table) {
        it(`${id}: ${iconClasses?.join(' ') ?? 'no icon'}`, () => {
            const fixture = new GuardFixture();
            fixture.requirements.register(['guarded', 'toggled'], { kind: 'iam' });
            const plain = { toItem: (command: Command) => ({ label: command.id, alwaysShow: true, iconClasses: icons[command.id] }) };
            fixture.container.bind(QuickCommandService).toConstantValue(plain as unknown as QuickCommandService);
            expect(fixture.container.get(QuickCommandService).toItem({ id })).to.deep.equal({ label: id, alwaysShow: true, iconClasses });
        });
    }
});
