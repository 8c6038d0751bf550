import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { Keyboard } from './keyboard';
import { listen } from './live-region';

const TREE = '#aws-accounts [role=tree]';
const START_URL = 'https://d-1234567890.awsapps.com/start';
const CORP = /^IAM Identity Center corp/;

/** Opens the view, and leaves the focus on it. */
async function openView(ide: Ide): Promise<IdeWindow> {
    const window = await ide.openWindow();
    await window.chooseInPalette('Show Accounts');
    await expect(window.page.locator(TREE)).toBeFocused();
    return window;
}

test.describe('signing in with the keyboard alone', () => {
    // Each journey has many stops.
    test.describe.configure({ timeout: 180_000 });

    test('IAM Identity Center is set up from nothing: start URL, code, account, role', async ({ ide }) => {
        ide.home.write('.aws/config', '');
        ide.home.write('.aws/credentials', '');
        const window = await openView(ide);
        const { page, dialog, accounts } = window;
        const heard = await listen(window);
        await window.chooseInPalette('Sign In...');
        await window.typeIntoPick('Identity', 'IAM Identity Center');
        const startUrl = dialog.root.locator('[name=startUrl]');
        await expect(startUrl).toBeFocused();
        await page.keyboard.insertText('d-1234567890');
        await expect(startUrl).toHaveAccessibleDescription(/https:\/\//);
        await Keyboard.fill(window, startUrl, START_URL);
        await Keyboard.moveFocus(window, dialog.root.locator('[name=region]'));
        await page.keyboard.type('us-east-1');
        await expect(dialog.root.locator('[name=region]')).toHaveValue('us-east-1');
        await Keyboard.press(window, dialog.button('continue'));
        await expect(dialog.button('open-page')).toBeFocused();
        ide.emulator.approve(await dialog.userCode());
        await dialog.expectClosed();
        await expect(page.locator(TREE)).toBeFocused();

        await Keyboard.moveTo(window, /^IAM Identity Center d-1234567890, signed in/);
        await page.keyboard.press('ArrowRight');
        await expect(accounts.root.locator('[data-account-id="111122223333"]').first()).toBeVisible();
        await Keyboard.moveTo(window, /^Account Sandbox/);
        await page.keyboard.press('ArrowRight');
        await expect(accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
        await Keyboard.moveTo(window, /^Role ReadOnly in account Sandbox/);
        await page.keyboard.press('Enter');
        await expect(window.statusBar('iam')).toContainText('ReadOnly');
        await expect(page.locator(TREE)).toBeFocused();
        const news = (await heard()).join('. ');
        expect(news.match(/in use for AWS services/g), news).toHaveLength(1);
    });

    test('the text of a sign-in to the console is pasted, its profile used, and its console opened', async ({ ide }) => {
        const window = await openView(ide);
        const { page, dialog } = window;
        await window.chooseInPalette('Sign In...');
        await window.typeIntoPick('Management', 'AWS Management Console');
        const name = page.locator('.quick-input-widget input[type="text"]');
        await expect(name).toHaveValue('console');
        await page.keyboard.press('Enter');
        await window.typeIntoPick('eu-central-1');
        await expect(dialog.button('open-page')).toBeFocused();
        const opened = page.context().waitForEvent('page');
        await page.keyboard.press('Enter');
        const aws = await opened;
        await aws.getByRole('button', { name: 'Continue' }).press('Enter');
        const text = await aws.locator('#text').innerText();
        await aws.close();
        const field = dialog.root.locator('[name=consoleText]');
        await Keyboard.fill(window, field, 'part of a text');
        await Keyboard.press(window, dialog.button('paste'));
        await expect(dialog.root).toContainText('This is not the whole text.');
        await expect(field).toBeFocused();
        await Keyboard.fill(window, field, text);
        await Keyboard.press(window, dialog.button('paste'));
        await dialog.expectClosed();
        await expect(window.statusBar('iam')).toContainText('console');
        await expect(page.locator(TREE)).toBeFocused();
    });

    test('a developer profile is chosen, and heard once', async ({ ide }) => {
        const window = await openView(ide);
        const { page, dialog } = window;
        await window.chooseInPalette('Choose CodeWhisperer Connection...');
        await Keyboard.choose(window, dialog.choice('sso-session:corp'));
        await Keyboard.press(window, dialog.button('use'));
        ide.emulator.approve(await dialog.userCode());
        await dialog.expectClosed();
        await expect(page.locator(TREE)).toBeFocused();
        await Keyboard.moveTo(window, CORP);
        const heard = await listen(window);
        await window.chooseInPalette('Choose Developer Profile...');
        await window.typeIntoPick('Data team');
        await expect(window.accounts.use('codeWhisperer')).toContainText('Data team');
        await expect(page.locator(TREE)).toBeFocused();
        await expect.poll(async () => (await heard()).filter(text => text.includes('Data team')).length).toBe(1);
    });

    test('the console of a role is opened from the palette', async ({ ide }) => {
        const window = await openView(ide);
        const { page, notifications } = window;
        const heard = await listen(window);
        await window.chooseInPalette('Open AWS Console...');
        await window.typeIntoPick('ops');
        const open = notifications.getByRole('button', { name: 'Open AWS Console' });
        await expect.poll(async () => (await heard()).filter(text => text.includes('The AWS console opens as Deployer')).length).toBe(1);
        const opened = page.context().waitForEvent('page');
        await Keyboard.press(window, open);
        await expect((await opened).locator('body')).toContainText('https://console.aws.amazon.com');
        await page.bringToFront();
        await expect(window.accounts.root.locator(':focus')).toHaveCount(1);
    });
});
