import { configOf } from '../figures/generated-profiles';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { listen } from './live-region';

const PROFILES = 2_000;
const TABS = '#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]';

async function openList(ide: Ide): Promise<IdeWindow> {
    ide.home.write('.aws/config', configOf(PROFILES));
    const window = await ide.openWindow();
    await window.start('aws.accounts.openTerminal');
    await expect(window.page.locator('.quick-input-widget input[type="text"]')).toBeFocused();
    return window;
}

const focused = ({ page }: IdeWindow): ReturnType<typeof page.locator> => page.locator('.quick-input-widget .monaco-list-row.focused');

test.describe('a list of thousands', () => {

    test('shows the best matches of what is typed, the first of them to be taken by Enter', async ({ ide }) => {
        const window = await openList(ide);
        await expect(focused(window)).toContainText('p0');
        await window.page.keyboard.type('P1');
        await expect(focused(window).locator('.label-name .highlight')).toHaveText('p1');
        await window.page.keyboard.type('99');
        await expect(focused(window)).toContainText('p199');
        await window.page.keyboard.press('ArrowDown');
        await expect(focused(window)).toContainText('p1990');
        await window.page.keyboard.press('Enter');
        await expect(window.page.locator('.quick-input-widget')).toBeHidden();
        await expect(window.page.locator(TABS, { hasText: 'p1990' })).toHaveCount(1);
    });

    test('says in its last line, and to those who hear it, how many more there are', async ({ ide }) => {
        const window = await openList(ide);
        const heard = await listen(window);
        await window.page.keyboard.type('p');
        await expect.poll(async () => (await heard()).at(-1)).toBe('1,900 more. Type to narrow the list down.');
        await window.page.keyboard.press('ArrowUp');
        await expect(focused(window)).toHaveAttribute('aria-label', /^1,900 more\. Type to narrow the list down\./);
        // The line stands for no profile.
        await window.page.keyboard.press('Enter');
        await expect(focused(window)).toContainText('1,900 more');
        await window.page.keyboard.type('1234');
        await expect(focused(window)).toContainText('p1234');
        await expect(window.page.locator('.quick-input-widget .monaco-list-row')).toHaveCount(1);
        await window.page.keyboard.press('Escape');
        await expect(window.page.locator('.quick-input-widget')).toBeHidden();
        await expect(window.page.locator(TABS, { hasText: 'p1234' })).toHaveCount(0);
    });
});
