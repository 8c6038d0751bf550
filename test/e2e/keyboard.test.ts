import { hostname } from 'node:os';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { Keyboard } from './keyboard';
import { seenTexts } from './contrast';

const DEV = 'profile:dev';
const TREE = '#aws-accounts [role=tree]';
const SANDBOX = { accountId: '111122223333', name: 'Sandbox' };

const { activeRow, chooseInMenu, moveTo } = Keyboard;

async function openByKeyboard(ide: Ide): Promise<IdeWindow> {
    const window = await ide.openWindow();
    await window.chooseInPalette('Show Accounts');
    await expect(window.accounts.connection(DEV)).toBeVisible();
    await expect(window.page.locator(TREE)).toBeFocused();
    return window;
}

test.describe('with the keyboard alone', () => {

    test('the view is opened, walked through, its groups closed and opened, a profile used by Enter', async ({ ide }) => {
        const window = await openByKeyboard(ide);
        const { page, accounts } = window;
        await page.keyboard.press('Home');
        await expect.poll(() => activeRow(window)).toMatch(/^CodeWhisperer/);
        await moveTo(window, /^IAM profiles/);
        await page.keyboard.press('ArrowLeft');
        await expect(accounts.connection(DEV)).toHaveCount(0);
        await page.keyboard.press('ArrowRight');
        await expect(accounts.connection(DEV)).toBeVisible();
        await moveTo(window, /^IAM profile dev,/);
        await page.keyboard.press('Enter');
        await expect(window.statusBar('iam')).toContainText('dev 111122223333 eu-central-1');
        await expect(page.locator(TREE)).toBeFocused();
        await expect.poll(() => activeRow(window)).toMatch(/^IAM profile dev, connected, in use for AWS services/);
    });

    test('typing filters, Enter goes to what was found, Escape shows everything again', async ({ ide }) => {
        const window = await openByKeyboard(ide);
        const { page, accounts } = window;
        await page.keyboard.type('sandb');
        await expect(accounts.connection('profile:sandbox')).toBeVisible();
        await expect(accounts.connection(DEV)).toHaveCount(0);
        await expect(accounts.root.locator('.theia-aws-accounts-filter [role=status]')).toHaveText(/^1 of \d+$/);
        await page.keyboard.press('Enter');
        await expect(page.locator(TREE)).toBeFocused();
        await expect.poll(() => activeRow(window)).toMatch(/^IAM profile sandbox,/);
        await page.keyboard.type('x');
        await expect(accounts.root.locator('input')).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(accounts.connection(DEV)).toBeVisible();
        await expect(page.locator(TREE)).toBeFocused();
    });

    test('the menu of a row pins it, above all others and in every window, and unpins it', async ({ ide }) => {
        const window = await openByKeyboard(ide);
        const other = await ide.openWindow();
        await other.run('aws.accounts.openView');
        await moveTo(window, /^IAM profile ops,/);
        await window.page.keyboard.press('Shift+F10');
        const pin = window.page.getByRole('menuitem', { name: 'Pin', exact: true });
        await expect(pin).toBeVisible();
        await chooseInMenu(window, 'Pin');
        await expect(pin).toHaveCount(0);
        for (const { accounts } of [window, other]) {
            await expect(accounts.connection('profile:ops')).toHaveAccessibleName(/pinned$/);
            await expect(accounts.root.locator('[data-connection-id]').first()).toHaveAttribute('data-connection-id', 'profile:ops');
        }
        expect(ide.home.read('.theia/aws-accounts.json')).toContain('profile:ops');
        await expect.poll(() => activeRow(window)).toMatch(/^IAM profile ops,.*pinned$/);
        await window.page.keyboard.press('Shift+F10');
        await expect(window.page.getByRole('menuitem', { name: 'Unpin' })).toBeVisible();
        await chooseInMenu(window, 'Unpin');
        await expect(other.accounts.connection('profile:ops')).not.toHaveAccessibleName(/pinned/);
    });

    test('the alert is answered, and the focus is where it was', async ({ ide }) => {
        const window = await openByKeyboard(ide);
        const { page, dialog } = window;
        await ide.signInWithBuilderId(window);
        await page.locator(TREE).focus();
        await moveTo(window, /^IAM profile dev,/);
        await page.keyboard.press('Enter');
        await expect(dialog.root).toHaveAccessibleName('Use an IAM profile for AWS services');
        await page.keyboard.press('Escape');
        await dialog.expectClosed();
        await expect(page.locator(TREE)).toBeFocused();
        await expect(window.statusBar('iam')).not.toContainText('dev');

        await page.keyboard.press('Enter');
        const list = dialog.root.getByRole('listbox', { name: 'IAM profile' });
        await expect(list).toBeFocused();
        await expect(dialog.choice(DEV)).toHaveAttribute('aria-selected', 'true');
        await page.keyboard.press('ArrowDown');
        await expect(dialog.choice(DEV)).toHaveAttribute('aria-selected', 'false');
        await page.keyboard.press('ArrowUp');
        for (let presses = 0; presses < 8
            && !await dialog.button('stay-connected').evaluate(button => button === document.activeElement); presses++) {
            await page.keyboard.press('Tab');
        }
        await expect(dialog.button('stay-connected')).toBeFocused();
        await page.keyboard.press('Enter');
        await dialog.expectClosed();
        await expect(window.statusBar('iam')).toContainText('dev');
        await expect(page.locator(TREE)).toBeFocused();
    });

    test('a sign-in with a code is begun, its code heard, and called off', async ({ ide }) => {
        const window = await openByKeyboard(ide);
        const { page, dialog } = window;
        await moveTo(window, /^AWS Builder ID, signed out/);
        await page.keyboard.press('Enter');
        const code = await dialog.userCode();
        await expect(dialog.root).toHaveAccessibleName('Sign in with AWS Builder ID');
        await expect(dialog.root.locator('[data-user-code]')).toHaveAccessibleName(/^Code: /);
        await expect(dialog.button('open-page')).toBeFocused();
        await page.keyboard.press('Tab');
        await expect(dialog.button('copy-code')).toBeFocused();
        await page.keyboard.press('Escape');
        await dialog.expectClosed();
        expect(code).not.toBe('');
        await expect(page.locator(TREE)).toBeFocused();
        await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'signedOut');
    });

    test('what went wrong in the dialog is announced', async ({ ide }) => {
        const window = await openByKeyboard(ide);
        ide.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'error', error: 'AccessDenied', status: 403, times: 5 });
        await window.start('aws.accounts.useProfile');
        await expect(window.dialog.choice(DEV)).toBeVisible();
        await window.dialog.choice(DEV).click();
        await window.dialog.button('use').click();
        await expect(window.dialog.root.getByRole('alert')).not.toBeEmpty();
    });
});

test('every row is a tree item that says its level, its kind, its name and its state', async ({ ide }) => {
    const window = await openByKeyboard(ide);
    const rows = window.accounts.root.locator('[role=treeitem]');
    const told = await rows.evaluateAll(
        items => items.map(item => [item.getAttribute('aria-level') ?? 'no level', item.getAttribute('aria-label') ?? 'no name'].join(': '))
    );
    expect(told).toEqual(expect.arrayContaining([
        '1: CodeWhisperer, Not connected: sign in…', '1: AWS services, Not connected: choose a profile…',
        `1: IAM profiles, ~/.aws/config on ${hostname()}`,
        '2: AWS Builder ID, signed out', '2: IAM Identity Center corp, signed out, d-1234567890, us-east-1',
        '2: IAM profile dev, not connected, eu-central-1, access keys',
        '2: IAM profile broken, not usable, source profile "gone" does not exist'
    ]));
    expect(told.filter(row => row.includes('no ') && !row.includes('not '))).toEqual([]);
    expect(await window.accounts.root.locator('[role=tree] [tabindex="0"]:not([role])').count()).toBe(0);
});

const THEMES = ['dark', 'light', 'hc-theia', 'hc-theia-light'];

for (const theme of THEMES) {
    test(`every text of view and dialog can be read in ${theme}`, async ({ ide }) => {
        ide.home.writeSettings({ 'workbench.colorTheme': theme, 'aws.accounts.signInFlow': 'deviceCode' });
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.run('aws.accounts.pin', { kind: 'role', connectionId: 'sso-session:corp', account: SANDBOX, roleName: 'Admin' });
        await window.run('aws.accounts.useProfile', DEV);
        await expect(window.accounts.use('awsServices')).toContainText('connected');
        const tooWeak = async (selector: string): Promise<string[]> => {
            const texts = await seenTexts(window.page, selector);
            expect(texts.length).toBeGreaterThan(3);
            return texts.filter(({ contrast }) => contrast < 4.5).map(({ text, contrast }) => `${text}: ${contrast.toFixed(2)}`);
        };
        await expect.poll(() => tooWeak('#aws-accounts')).toEqual([]);
        await window.accounts.connection('profile:broken').click();
        await expect.poll(() => tooWeak('#aws-accounts')).toEqual([]);

        await window.start('aws.accounts.useProfile');
        await expect(window.dialog.choice('profile:broken')).toBeVisible();
        expect(await tooWeak('.theia-aws-accounts-dialog [role=dialog]')).toEqual([]);
        await window.dialog.button('cancel').click();
        await window.dialog.expectClosed();
        await window.start('aws.accounts.signIn', 'builder-id');
        await window.dialog.userCode();
        expect(await tooWeak('.theia-aws-accounts-dialog [role=dialog]')).toEqual([]);
    });
}
