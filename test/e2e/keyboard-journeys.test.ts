import type { Locator } from '@playwright/test';
import { CONFIG, CREDENTIALS } from './home-folder';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { Keyboard } from './keyboard';
import { listen } from './live-region';

const DEV = 'profile:dev';
const CORP = 'sso-session:corp';
const CONSOLE_USER = 'arn:aws:iam::111122223333:user/dev';
const TREE = '#aws-accounts [role=tree]';
const KEYS = { accessKeyId: 'AKIAI44QH8DHBEXAMPLE', secretAccessKey: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY' };

async function runByPalette(window: IdeWindow, label: string): Promise<void> {
    await window.page.keyboard.press('F1');
    await window.typeIntoPick(label);
}

/** Opens the view, and signs in from its row. */
async function signInByKeyboard(ide: Ide, row: RegExp): Promise<IdeWindow> {
    const window = await ide.openWindow();
    await runByPalette(window, 'Show Accounts');
    await expect(window.page.locator(TREE)).toBeFocused();
    await Keyboard.moveTo(window, row);
    await window.page.keyboard.press('Enter');
    ide.emulator.approve(await window.dialog.userCode());
    await window.dialog.expectClosed();
    return window;
}

/**
 * Chooses the method, names the profile, and chooses its region, until the page of AWS can be opened: what has the focus while the
 * sign-in begins goes with that panel.
 */
async function beginConsoleSignIn(window: IdeWindow): Promise<void> {
    await runByPalette(window, 'Sign In...');
    await window.typeIntoPick('Management', 'AWS Management Console');
    const name = window.page.locator('.quick-input-widget input[type="text"]');
    await expect(name).toHaveValue('console');
    await window.page.keyboard.press('ControlOrMeta+A');
    await window.page.keyboard.type('work');
    await window.page.keyboard.press('Enter');
    await window.typeIntoPick('eu-central-1');
    await expect(window.dialog.button('open-page')).toBeFocused();
}

/** Signs in on the page of AWS in a browser elsewhere. @returns the text that its last page shows */
async function consoleText(window: IdeWindow): Promise<string> {
    const opened = window.page.context().waitForEvent('page');
    await Keyboard.press(window, window.dialog.button('open-page'));
    const aws = await opened;
    await aws.getByRole('button', { name: 'Continue' }).press('Enter');
    const text = await aws.locator('#text').innerText();
    await aws.close();
    return text;
}

function wizard({ page }: IdeWindow): Locator {
    return page.locator('.theia-aws-profile-dialog [role=dialog]');
}

test.describe('a whole journey with the keyboard alone', () => {

    test('a command of the palette needs a profile, gets it, goes on, and each change is heard once', async ({ ide }) => {
        const window = await signInByKeyboard(ide, /^AWS Builder ID, signed out/);
        const heard = await listen(window);
        await runByPalette(window, 'Invoke Lambda Function...');
        await expect(window.dialog.root).toHaveAccessibleName('Invoke Lambda Function needs IAM credentials');
        await Keyboard.choose(window, window.dialog.choice(DEV));
        await Keyboard.press(window, window.dialog.button('stay-connected'));
        await window.typeIntoPick('hello-world');
        await expect.poll(() => ide.emulator.count('Invoke')).toBe(1);
        await expect(window.statusBar('iam')).toContainText('dev 111122223333');
        await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
        const news = (await heard()).join('. ').split('. ');
        expect(news.filter(text => /dev: in use for AWS services/.test(text))).toHaveLength(1);
        expect(news.filter(text => /dev: connected/.test(text))).toHaveLength(1);
    });

    test('a profile is marked as production, and a change in it is confirmed', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', DEV);
        await runByPalette(window, 'Show Accounts');
        await Keyboard.moveTo(window, /^IAM profile dev,/);
        await window.page.keyboard.press('Shift+F10');
        await Keyboard.chooseInMenu(window, 'Mark as Production');
        await expect(window.statusBar('iam')).toContainText('production');
        await runByPalette(window, 'Invoke Lambda Function...');
        const question = window.page.locator('.theia-aws-accounts-dialog [role=alertdialog]');
        await expect(question.locator('[data-action="cancel"]')).toBeFocused();
        await Keyboard.press(window, question.locator('[data-action="run-in-production"]'));
        await window.typeIntoPick('hello-world');
        await expect.poll(() => ide.emulator.count('Invoke')).toBe(1);
    });

    test('a role is found below its sign-in and used, and its sign-in is ended', async ({ ide }) => {
        const window = await signInByKeyboard(ide, /^IAM Identity Center corp, signed out/);
        const { page, accounts } = window;
        await expect(accounts.root.locator('[data-account-id="111122223333"]').first()).toBeVisible();
        await page.locator(TREE).focus();
        await Keyboard.moveTo(window, /^Account Sandbox/);
        await page.keyboard.press('ArrowRight');
        await expect(accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
        await Keyboard.moveTo(window, /^Role ReadOnly in account Sandbox/);
        await page.keyboard.press('Enter');
        await expect(window.statusBar('iam')).toContainText('ReadOnly');
        expect(ide.home.read('.aws/config')).toContain('sso_role_name = ReadOnly');
        await runByPalette(window, 'Sign Out...');
        await window.typeIntoPick('corp');
        await Keyboard.press(window, page.locator('.dialogBlock').getByRole('button', { name: 'Sign Out' }));
        await expect(accounts.connection(CORP)).toHaveAttribute('data-connection-state', 'signedOut');
    });

    test('a sign-in to the console is called off, finished by a pasted text, and ended with a look at what ends with '
        + 'it', async ({ ide }) => {
        ide.home.write('.aws/config', `${CONFIG}\n[profile same]\nregion = eu-central-1\nlogin_session = ${CONSOLE_USER}\n`);
        const window = await ide.openWindow();
        await runByPalette(window, 'Show Accounts');
        await beginConsoleSignIn(window);
        await expect(window.dialog.root).toHaveAccessibleName('Sign in with AWS Management Console');
        await Keyboard.press(window, window.dialog.button('cancel'));
        await window.dialog.expectClosed();
        expect(ide.home.read('.aws/config')).not.toContain('[profile work]');

        await beginConsoleSignIn(window);
        const text = await consoleText(window);
        const field = window.dialog.root.locator('[name=consoleText]');
        await Keyboard.moveFocus(window, field);
        await window.page.keyboard.insertText(text);
        await Keyboard.press(window, window.dialog.button('paste'));
        await window.dialog.expectClosed();
        await expect(window.statusBar('iam')).toContainText('work');

        await runByPalette(window, 'Sign Out...');
        await window.typeIntoPick('work');
        const question = window.page.getByRole('alertdialog');
        await expect(question).toContainText('AWS services is disconnected. Profiles that need this sign-in stop working: same.');
        await Keyboard.press(window, question.locator('[data-action="confirm"]'));
        await expect(window.accounts.connection('profile:work')).toHaveAttribute('data-connection-state', 'expired');
        await window.page.locator(TREE).focus();
        await Keyboard.moveTo(window, /^IAM profile work, .*expired/);
        await window.page.keyboard.press('Enter');
        await expect(window.dialog.root).toHaveAccessibleName('Sign in with AWS Management Console');
        await expect(window.dialog.button('open-page')).toBeFocused();
        await window.page.keyboard.press('Escape');
        await window.dialog.expectClosed();
    });

    test('a profile is added', async ({ ide }) => {
        const window = await ide.openWindow();
        await runByPalette(window, 'Add IAM Profile...');
        await Keyboard.press(window, wizard(window).locator('[data-action="accessKeys"]'));
        for (const [field, value] of Object.entries({ name: 'staging', ...KEYS })) {
            const input = wizard(window).locator(`input[name="${field}"]`);
            for (let stops = 0; stops < 10 && !await input.evaluate(element => element === document.activeElement); stops++) {
                await window.page.keyboard.press('Tab');
            }
            await window.page.keyboard.insertText(value);
            await expect(input).toHaveValue(value);
        }
        await Keyboard.press(window, wizard(window).locator('[data-action="write"]'));
        await expect(wizard(window)).toHaveCount(0);
        expect(ide.home.read('.aws/config')).toBe(CONFIG);
        expect(ide.home.read('.aws/credentials').startsWith(CREDENTIALS)).toBe(true);
        expect(ide.home.read('.aws/credentials')).toContain('[staging]');
    });

    test('a region is changed, and a terminal is opened as a profile', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', DEV);
        await runByPalette(window, 'Open AWS Terminal...');
        await window.typeIntoPick('dev');
        await expect(window.page.locator('#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]', { hasText: 'dev' }))
            .toHaveCount(1);
        await runByPalette(window, 'Change Region...');
        await expect(window.page.locator('.quick-input-widget input[type="text"]')).toBeFocused();
        await window.page.keyboard.type('eu-west-1');
        await expect(window.page.locator('.quick-input-widget .monaco-list-row.focused')).toContainText('eu-west-1');
        await window.page.keyboard.press('Enter');
        await expect(window.statusBar('iam')).toContainText('eu-west-1');
    });
});
