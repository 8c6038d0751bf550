import type { Locator } from '@playwright/test';
import { CONFIG, CREDENTIALS } from './home-folder';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { Keyboard } from './keyboard';
import { listen } from './live-region';

const TREE = '#aws-accounts [role=tree]';
const DEVICE = 'arn:aws:iam::777788889999:mfa/careful';
const CAREFUL = '\n[careful]\naws_access_key_id = AKIAJQ6MFAUSEREXAMPL\naws_secret_access_key = ZkQ9c0mfaUserSecretAccessKey/EXAMPLEKEY0\n';

/** Opens the view, and moves to a row. */
async function openAt(ide: Ide, row: RegExp): Promise<IdeWindow> {
    const window = await ide.openWindow();
    await window.chooseInPalette('Show Accounts');
    await expect(window.page.locator(TREE)).toBeFocused();
    await Keyboard.moveTo(window, row);
    return window;
}

async function chooseInMenuOfRow(window: IdeWindow, label: string): Promise<void> {
    await window.page.keyboard.press('Shift+F10');
    await Keyboard.chooseInMenu(window, label);
}

/** Takes back what the newest message tells. */
async function undo(window: IdeWindow): Promise<void> {
    await Keyboard.press(window, window.notifications.getByRole('button', { name: 'Undo' }).last());
}

/** The focus is in the view again, on the row that it was on or on a button of it. */
async function expectRow(window: IdeWindow, row: RegExp): Promise<void> {
    await expect(window.accounts.root.locator(':focus')).toHaveCount(1);
    await expect.poll(() => Keyboard.activeRow(window)).toMatch(row);
}

function dialogOf({ page }: IdeWindow): Locator {
    return page.locator('.theia-aws-accounts-dialog').getByRole('dialog');
}

test.describe('profiles with the keyboard alone', () => {
    // Each journey has many stops.
    test.describe.configure({ timeout: 180_000 });

    test('one that wants a code is used: the code is asked, a wrong one said, and the focus is where it was', async ({ ide }) => {
        ide.home.write('.aws/config', `${CONFIG}\n[profile careful]\nregion = eu-central-1\nmfa_serial = ${DEVICE}\n`);
        ide.home.write('.aws/credentials', CREDENTIALS + CAREFUL);
        const window = await openAt(ide, /^IAM profile careful,/);
        const { page } = window;
        const heard = await listen(window);
        await page.keyboard.press('Enter');
        const code = page.locator('.quick-input-widget input[aria-label*="careful"]');
        for (const [typed, answer] of [['000000', 'AWS did not accept the code'], ['123456', '']]) {
            await expect(code).toBeFocused();
            await page.keyboard.type(typed);
            await expect(code).toHaveValue(typed);
            await page.keyboard.press('Enter');
            await (answer === '' ? expect(code).toBeHidden() : expect(page.locator('.quick-input-widget')).toContainText(answer));
        }
        await expect(window.statusBar('iam')).toContainText('careful 777788889999');
        await expectRow(window, /^IAM profile careful, connected/);
        const news = (await heard()).join('. ');
        expect(news.match(/careful: connected/g), news).toHaveLength(1);
        expect(news.match(/careful: in use/g), news).toHaveLength(1);
    });

    test('one is edited and removed from the menu of its row, and put back', async ({ ide }) => {
        const window = await openAt(ide, /^IAM profile ops,/);
        const { page } = window;
        await chooseInMenuOfRow(window, 'Edit Profile...');
        await Keyboard.moveFocus(window, dialogOf(window).locator('select[name="region"]'));
        await page.keyboard.type('eu-west-1');
        await expect(dialogOf(window).locator('select[name="region"]')).toHaveValue('eu-west-1');
        await Keyboard.press(window, dialogOf(window).locator('[data-action="write"]'));
        await expect(dialogOf(window)).toHaveCount(0);
        const edited = CONFIG.replace('source_profile = dev\n', 'source_profile = dev\nregion = eu-west-1\n');
        expect(ide.home.read('.aws/config')).toBe(edited);
        await expectRow(window, /^IAM profile ops,/);

        const heard = await listen(window);
        await chooseInMenuOfRow(window, 'Remove Profile...');
        const question = page.getByRole('alertdialog');
        await expect(question.locator('[data-action="cancel"]')).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(question).toHaveCount(0);
        await expectRow(window, /^IAM profile ops,/);
        await chooseInMenuOfRow(window, 'Remove Profile...');
        await Keyboard.press(window, question.locator('[data-action="confirm"]'));
        await expect(window.accounts.connection('profile:ops')).toHaveCount(0);
        await expect(page.locator(TREE)).toBeFocused();
        await undo(window);
        await expect(window.accounts.connection('profile:ops')).toBeVisible();
        expect(ide.home.read('.aws/config')).toBe(edited);
        await expect(window.accounts.root.locator(':focus')).toHaveCount(1);
        expect((await heard()).filter(text => text.includes('ops'))).toHaveLength(1);
    });

    test('a role is written as a profile, and taken back', async ({ ide }) => {
        const window = await openAt(ide, /^IAM Identity Center corp,/);
        const { page, accounts } = window;
        await page.keyboard.press('Enter');
        ide.emulator.approve(await window.dialog.userCode());
        await window.dialog.expectClosed();
        await expect(page.locator(TREE)).toBeFocused();
        await Keyboard.moveTo(window, /^Account Sandbox/);
        await page.keyboard.press('ArrowRight');
        await expect(accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
        await Keyboard.moveTo(window, /^Role ReadOnly in account Sandbox/);
        await chooseInMenuOfRow(window, 'Write as Profile...');
        await Keyboard.fill(window, dialogOf(window).locator('[name=profile]'), 'reader');
        const heard = await listen(window);
        await Keyboard.press(window, dialogOf(window).locator('[data-action=write]'));
        await expect(accounts.connection('profile:reader')).toBeVisible();
        await expectRow(window, /^Role ReadOnly in account Sandbox/);
        await expect.poll(async () => (await heard()).filter(text => text.includes('reader')).length).toBe(1);
        await undo(window);
        await expect(accounts.connection('profile:reader')).toHaveCount(0);
        await expectRow(window, /^Role ReadOnly in account Sandbox/);
        expect(ide.home.read('.aws/config').trimEnd()).toBe(CONFIG.trimEnd());
    });
});
