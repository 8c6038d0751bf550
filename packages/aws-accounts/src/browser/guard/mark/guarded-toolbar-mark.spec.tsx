import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import type { TabBarToolbarRegistry } from '@theia/core/lib/browser/shell/tab-bar-toolbar/tab-bar-toolbar-registry';
import type { TabBarToolbarItem } from '@theia/core/lib/browser/shell/tab-bar-toolbar/tab-toolbar-item';
import type { Widget } from '@theia/core/lib/browser/widgets/widget';
import type { interfaces } from '@theia/core/shared/inversify';
import * as React from '@theia/core/shared/react';
import { expect } from 'chai';
import { markGuardedToolbars } from './guarded-toolbar-mark';
import { GuardFixture } from '../test/guard-fixture';
disableJSDOM();

describe('the lock of guarded commands in toolbars', () => {

    const drawn = (fixture: GuardFixture, command: string | undefined): unknown => {
        const kept: TabBarToolbarItem[] = [];
        const toolbars = { doRegisterItem: (item: TabBarToolbarItem) => kept.push(item) } as unknown as TabBarToolbarRegistry;
        markGuardedToolbars({ container: fixture.container } as unknown as interfaces.Context, toolbars);
        toolbars.doRegisterItem({
            id: 'item',
            action: { command },
            render: () => <div className='item enabled' />
        } as unknown as TabBarToolbarItem);
        return (kept[0].render({} as Widget) as React.ReactElement<{ className: string }>).props.className;
    };

    for (const [command, classes] of [
        ['guarded', 'item enabled theia-aws-guarded'],
        ['free', 'item enabled'],
        [undefined, 'item enabled']
    ] as const) {
        it(`${command ?? 'no command'}: ${classes}`, () => {
            const fixture = new GuardFixture([{ registerRequirements: requirements => requirements.register('guarded', { kind: 'iam' }) }]);
            expect(drawn(fixture, command)).to.equal(classes);
        });
    }
});
