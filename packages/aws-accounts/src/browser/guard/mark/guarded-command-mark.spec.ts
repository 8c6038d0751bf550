import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import { KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { BrowserMenuNodeFactory } from '@theia/core/lib/browser/menu/browser-menu-node-factory';
import { QuickCommandService } from '@theia/core/lib/browser/quick-input/quick-command-service';
import type { Command } from '@theia/core/lib/common/command';
import { expect } from 'chai';
import { GuardFixture } from '../test/guard-fixture';
disableJSDOM();

describe('the lock of guarded commands in menus', () => {
    const table: readonly (readonly [id: string, own: string | undefined, declared: boolean, icon: string | undefined])[] = [
        ['guarded', undefined, true, 'codicon codicon-lock'],
        ['free', undefined, false, undefined],
        ['guarded, with an icon of its own', 'codicon codicon-rocket', true, 'codicon codicon-rocket']
    ];
    for (const [name, own, declared, icon] of table) {
        it(`${name}: ${icon ?? 'no icon'}`, () => {
            const fixture = new GuardFixture();
            fixture.container.bind<object>(ContextKeyService).toConstantValue({});
            fixture.container.bind<object>(KeybindingRegistry).toConstantValue({});
            fixture.container.bind(BrowserMenuNodeFactory).toSelf().inSingletonScope();
            fixture.command('deploy');
            const node = fixture.container.get(BrowserMenuNodeFactory).createCommandMenu({ commandId: 'deploy', icon: own });
            if (declared) {
                fixture.requirements.register('deploy', { kind: 'iam' });
            }
            expect(node).to.deep.include({ icon, label: 'Run deploy...' });
            expect(node.isEnabled([]) && node.isVisible([], { match: () => true }, undefined)).to.equal(true);
        });
    }
});

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
