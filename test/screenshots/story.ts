import { join } from 'node:path';
import { expect, Ide, test } from '../e2e/ide';
import type { IdeWindow } from '../e2e/ide-window';

const LOOK = join(__dirname, '..', 'results', 'look');

const LOOKS = [
    { theme: 'dark', width: 1280, height: 800 },
    { theme: 'light', width: 1280, height: 800 },
    { theme: 'light', width: 640, height: 900 },
    { theme: 'hc-theia', width: 1280, height: 800 }
];

for (const { theme, width, height } of LOOKS) {
    test(`the story in ${theme}, ${width} wide`, async ({ ide }) => {
        const picture = (name: string): string => join(LOOK, `${theme}-${width}-${name}.png`);
        const window = await openIn(ide, theme, width, height);
        await window.page.screenshot({ path: picture('1-start') });
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        const code = await window.dialog.userCode();
        await window.page.screenshot({ path: picture('2-code') });
        ide.emulator.approve(code);
        await signIn.outcome();
        const command = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} });
        await window.dialog.choice('profile:dev').click();
        await window.page.screenshot({ path: picture('3-alert') });
        await window.dialog.button('stay-connected').click();
        await command.outcome();
        await expect(window.statusBar('iam')).toContainText('dev');
        await window.page.screenshot({ path: picture('4-done') });
    });
}

async function openIn(ide: Ide, theme: string, width: number, height: number): Promise<IdeWindow> {
    ide.home.writeSettings({ 'workbench.colorTheme': theme, 'aws.accounts.signInFlow': 'deviceCode' });
    const window = await ide.openWindow();
    await window.page.setViewportSize({ width, height });
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    return window;
}

test('signing in through the browser', async ({ ide }) => {
    ide.home.writeSettings({ 'workbench.colorTheme': 'dark' });
    const window = await ide.openWindow();
    await window.start('aws.accounts.signIn', 'builder-id');
    await window.dialog.root.locator('summary').click();
    await window.page.screenshot({ path: join(LOOK, 'dark-1280-browser.png') });
});
