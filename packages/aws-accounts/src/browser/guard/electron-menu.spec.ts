import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { ContextKeyService } from '@theia/core/lib/browser/context-key-service';
import { ContextMenuContext } from '@theia/core/lib/browser/menu/context-menu-context';
import { BrowserMenuNodeFactory } from '@theia/core/lib/browser/menu/browser-menu-node-factory';
import { KeybindingRegistry } from '@theia/core/lib/browser/keybinding';
import { CorePreferences } from '@theia/core/lib/common/core-preferences';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { MAIN_MENU_BAR, MenuContribution, MenuModelRegistry } from '@theia/core/lib/common/menu';
import { MenuNodeFactory } from '@theia/core/lib/common/menu/menu-model-registry';
import { Event } from '@theia/core/lib/common/event';
import { ElectronMainMenuFactory } from '@theia/core/lib/electron-browser/menu/electron-main-menu-factory';
import type { MenuDto } from '@theia/core/lib/electron-common/electron-api';
import { expect } from 'chai';
import { CONNECTED, profile } from '../test/snapshot-samples';
import { GuardCancelled } from './guard-errors';
import { errorOf, GuardFixture } from './test/guard-fixture';
disableJSDOM();

const CONTEXT_MENU = ['explorer-context-menu'];

/**
 * Theia's own factory of the desktop application's native menus, over the guarded registry. Electron itself is handed plain objects with an
 * `execute`.
 */
function menuFactory(fixture: GuardFixture): ElectronMainMenuFactory {
    const { container } = fixture;
    const nothing = {
        onDidChange: Event.None,
        onKeybindingsChanged: Event.None,
        onPreferenceChanged: Event.None,
        ready: Promise.resolve()
    };
    const contextKeys = { ...nothing, match: () => true, parseKeys: () => undefined };
    container.bind(KeybindingRegistry).toConstantValue({ ...nothing, getKeybindingsForCommand: () => [] } as unknown as KeybindingRegistry);
    container.bind(ContextKeyService).toConstantValue(contextKeys);
    container.bind(CorePreferences).toConstantValue(nothing);
    container.bind(ContextMenuContext).toConstantValue({} as ContextMenuContext);
    container.bind(MenuNodeFactory).to(BrowserMenuNodeFactory).inSingletonScope();
    bindContributionProvider(container, MenuContribution);
    container.bind(MenuModelRegistry).toSelf().inSingletonScope();
    container.bind(ElectronMainMenuFactory).toSelf().inSingletonScope();
    const menus = container.get(MenuModelRegistry);
    menus.registerSubmenu([...MAIN_MENU_BAR, 'aws'], 'AWS');
    menus.registerMenuAction([...MAIN_MENU_BAR, 'aws'], { commandId: 'deploy' });
    menus.registerMenuAction(CONTEXT_MENU, { commandId: 'deploy' });
    return container.get(ElectronMainMenuFactory);
}

/** A menu of the bar, which hands nothing over, and one on something, which hands that over. */
interface Menu {
    readonly name: string;
    readonly args: readonly unknown[];
    items(factory: ElectronMainMenuFactory, menus: MenuModelRegistry): MenuDto[];
}

const MENUS: readonly Menu[] = [
    { name: 'menu bar', args: [], items: factory => factory.createElectronMenuBar().flatMap(({ submenu = [] }) => submenu) },
    {
        name: 'context menus', args: ['file:///stack.yaml'],
        items: (factory, menus) => {
            const menu = menus.getMenu(CONTEXT_MENU);
            return menu ? factory.createElectronContextMenu(CONTEXT_MENU, menu, { match: () => true }, ['file:///stack.yaml']) : [];
        }
    }
];

for (const { name, args, items } of MENUS) {
    describe(`the native ${name} of the desktop application`, () => {
        it('shows a guarded command as it is, and leads through the guard', async () => {
            const fixture = new GuardFixture([{ registerRequirements: requirements => requirements.register('deploy', { kind: 'iam' }) }]);
            fixture.attach();
            const { runs } = fixture.command('deploy');
            const factory = menuFactory(fixture);
            const item = items(factory, fixture.container.get(MenuModelRegistry)).find(({ id }) => id === 'deploy');
            expect(item).to.include({ label: 'Run deploy...', enabled: true, visible: true });

            const denied = errorOf(Promise.resolve(item?.execute?.()));
            await fixture.chooser.question();
            fixture.chooser.answer(false);
            expect(await denied).to.be.instanceOf(GuardCancelled);
            expect(runs).to.be.empty;

            const allowed = errorOf(Promise.resolve(item?.execute?.()));
            await fixture.chooser.question();
            fixture.use(profile('dev'), CONNECTED);
            fixture.chooser.answer(true);
            expect(await allowed).to.equal(undefined);
            expect(runs).to.deep.equal([args]);
        });
    });
}
