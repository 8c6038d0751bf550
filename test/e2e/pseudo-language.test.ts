import { hostname } from 'node:os';
import { expect, Ide, test } from './ide';
import { CONFIG } from './home-folder';
import type { IdeWindow } from './ide-window';
import { cutOff, openInPseudoLanguage, untranslated } from './pseudo-language';
import { ASKING_EXTENSIONS, furnish, TOURS } from './tour';

const VIEW = '#aws-accounts';
const DIALOG = ['.theia-aws-accounts-dialog [role=dialog]', '.theia-aws-accounts-dialog [role=alertdialog]',
    '.theia-aws-profile-dialog [role=dialog]'].join(', ');
const STATUS = '[id^="status-bar-aws-accounts-"]';
const TOASTS = '.theia-notification-toasts .theia-notification-message, .theia-notification-toasts .theia-notification-buttons';
const MENU = '.lm-Menu .lm-Menu-itemLabel';
const PICK = '.quick-input-widget .monaco-list-row';
/** Theia shows the English label below the translated one. */
const LABEL = `${PICK} .quick-input-list-row:first-child .label-name`;
const CORP = 'sso-session:corp';
const HOVER = '.theia-hover';
/** The buttons above the view, and the icon that opens it. */
const BUTTONS = '.theia-sidepanel-toolbar [role=button]';
const AROUND = `${BUTTONS}, .theia-sidepanel-toolbar .theia-sidepanel-title, #shell-tab-aws-accounts`;
const TERMINAL_TABS = '#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]';
/** Marks that this product puts on the tab of a terminal, whose own name a shell chooses. */
const MARKS = `${TERMINAL_TABS} .lm-TabBar-tail`;
/** "AWS", as the category of commands says it. */
const CATEGORY = 'ÅŴŠ';
const SANDBOX = { accountId: '111122223333', name: 'Sandbox' };
const PROFILES = `${CONFIG}
[profile round]
role_arn = arn:aws:iam::111122223333:role/Nobody
source_profile = trip

[profile trip]
role_arn = arn:aws:iam::111122223333:role/Nobody
source_profile = round
`;

/** Words that are no texts of the product: names of others, and the few that are the same in every language. */
const DATA = new RegExp([
    // Files, addresses, hosts, ARNs, regions, keys.
    '~?[\\w.-]*\\/[\\w./-]+', 'https?:\\S+', 'arn:\\S+', '[a-z]{2}-[a-z]+-\\d', 'AKIA\\w+', '\\bd-\\d+', hostname(),
    // Names of files of the test, and of the emulator.
    '\\b(default|dev|ops|sandbox|broken|round|trip|gone|corp|staging)\\b', '\\b(Sandbox|Production|Staging|Shared Services|Deployer|Nobody|AdministratorAccess|Administrator|ReadOnly|Admin|PowerUser)\\b',
    // A command of the samples, a code to compare, and what Theia says itself.
    'Invoke Lambda Function', '\\b[A-Z]{4}-[A-Z]{4}\\b', '^(Cancel|Close|Undo|Pin|Unpin)$', '(config|credentials):\\d+',
    // Theia's own words for these, and Monaco's for what a list has and what keys do.
    '^(Allow|Continue|Remove|Replace)$', '^\\d+ Results$', "\\(Press 'Enter' to confirm or 'Escape' to cancel\\)",
    // AWS's names of regions, and the developer profiles of the test.
    '\\b(Asia Pacific|Canada|Canada West|Europe) \\([\\w ]+\\)', '\\b(Web|Data) team\\b',
    '\\b(work|careful|staging|(samples\\.)?asker|htp|nobody\\.example)\\b',
    'ARN|MFA|SSO|IAM|AWS|STS|URL|CodeWhisperer|Builder ID|user|aws:\\S+'
].join('|'));

/** Beside that, a shell by which Theia calls a terminal. */
const SHELL = new RegExp(`${DATA.source}|\\b(ba|z|da)?sh\\b`);

async function expectWell(window: IdeWindow, place: string, ...selectors: string[]): Promise<void> {
    expect(await untranslated(window.page, DATA, ...selectors), `not translated: ${place}`).toEqual([]);
    expect(await cutOff(window.page, ...selectors), `does not fit: ${place}`).toEqual([]);
}

async function open(ide: Ide): Promise<IdeWindow> {
    ide.home.write('.aws/config', PROFILES);
    const window = await openInPseudoLanguage(ide);
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    return window;
}

async function leaveDialog({ page }: IdeWindow): Promise<void> {
    await page.keyboard.press('Escape');
    await expect(page.locator(DIALOG)).toHaveCount(0);
}

test.describe('in a language that does not exist, and whose texts are long', () => {

    test('view, menus, status bar and messages are translated, and fit', async ({ ide }) => {
        const window = await open(ide);
        const { page, accounts, notifications } = window;
        await expectWell(window, 'the view at first', VIEW, STATUS);
        const signIn = await window.start('aws.accounts.signIn', CORP);
        ide.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
        await accounts.root.locator('[data-account-id="111122223333"]').first().click();
        await expect(accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await expect(notifications).not.toHaveCount(0);
        await expectWell(window, 'the message after a change', TOASTS);
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        await window.run('aws.accounts.pin', { kind: 'profile', connectionId: 'profile:ops' });
        await expectWell(window, 'the view in use', VIEW, STATUS);
        await window.resizeLeft(240);
        await expectWell(window, 'the narrow view', VIEW);
        for (const row of [
            '[data-connection-id="profile:dev"]', `[data-connection-id="${CORP}"]`,
            '[data-role-name="ReadOnly"]', '[data-account-id="111122223333"]'
        ]) {
            await accounts.root.locator(row).first().click({ button: 'right' });
            await expect(page.locator('.lm-Menu')).toBeVisible();
            await expectWell(window, `the menu of ${row}`, MENU);
            await page.locator('#theia-statusBar').click({ position: { x: 600, y: 8 } });
            await expect(page.locator('.lm-Menu')).toHaveCount(0);
        }
    });

    test('hovers of rows, of the status bar, and what buttons are called are translated', async ({ ide }) => {
        const window = await open(ide);
        const { page, accounts } = window;
        const signIn = await window.start('aws.accounts.signIn', CORP);
        ide.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        await window.run('aws.accounts.useProfile', 'profile:dev');
        ide.emulator.faults.add({ operation: '*', kind: 'drop' });
        await window.run('aws.accounts.useProfile', 'profile:ops');
        await expect(page.locator(BUTTONS).first()).toBeVisible();
        expect(await untranslated(page, new RegExp(`${DATA.source}|^More Actions\\.{3}$`), AROUND), 'not translated: around the view').toEqual([]);
        const rows = ['profile:dev', 'profile:ops', 'profile:broken', CORP].map(id => accounts.connection(id));
        const entries = [window.statusBar('iam'), window.statusBar('codewhisperer')];
        for (const hovered of [...rows, accounts.use('awsServices'), accounts.use('codeWhisperer'), ...entries]) {
            await hovered.hover();
            await expect(page.locator(HOVER)).toBeVisible();
            expect(await untranslated(page, DATA, HOVER), `not translated: the hover of ${await hovered.getAttribute('id')}`).toEqual([]);
            await page.mouse.move(640, 400);
            await expect(page.locator(HOVER)).toHaveCount(0);
        }
    });

    test('tabs of terminals, and messages that nobody asked for, are translated', async ({ ide }) => {
        ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode', 'aws.accounts.terminalEnvironment': true });
        const window = await open(ide);
        const { page, notifications } = window;
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await window.run('terminal:new');
        await window.run('aws.accounts.stopUsingProfile');
        await window.run('aws.accounts.openTerminal', 'profile:ops');
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        // "no longer in use" and "production" for one, its profile for the other.
        await expect(page.locator(MARKS)).toHaveCount(3);
        await expectWell(window, 'marks of terminals', MARKS);
        await page.locator(TERMINAL_TABS, { hasText: 'ops' }).hover();
        await expect(page.locator(HOVER)).toBeVisible();
        expect(await untranslated(page, SHELL, HOVER), 'the hover of the tab').toEqual([]);
        await window.run('aws.accounts.openConsole', 'profile:dev');
        await expect(notifications.filter({ hasText: 'dev' })).not.toHaveCount(0);
        await expectWell(window, 'messages', TOASTS);
    });

    test('dialogs are translated, and fit', async ({ ide }) => {
        const window = await open(ide);
        const { dialog } = window;
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        const code = await dialog.userCode();
        await expectWell(window, 'the code', DIALOG);
        ide.emulator.approve(code);
        await signIn.outcome();
        await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
        await dialog.choice('profile:dev').click();
        await expectWell(window, 'the alert', DIALOG);
        await leaveDialog(window);
        await window.start('aws.accounts.addProfile');
        await expect(window.page.locator(DIALOG)).toBeVisible();
        await expectWell(window, 'the ways to a profile', DIALOG);
        await window.page.locator('.theia-aws-profile-dialog [data-action="accessKeys"]').click();
        await expectWell(window, 'the profile', DIALOG);
        await leaveDialog(window);
        await window.start('aws.accounts.useProfile', 'profile:dev');
        await dialog.button('stay-connected').click();
        await expect(window.statusBar('iam')).toContainText('dev');
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} });
        await expect(window.page.locator(DIALOG)).toBeVisible();
        await expectWell(window, 'the question in production', DIALOG);
        await leaveDialog(window);
    });

    test('what a role becomes is translated, and fits', async ({ ide }) => {
        const window = await open(ide);
        const signIn = await window.start('aws.accounts.signIn', CORP);
        ide.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
        await window.start('aws.accounts.writeProfiles', { connectionId: CORP, account: SANDBOX, roleName: 'ReadOnly' });
        await expect(window.dialog.root.locator('.theia-aws-preview')).toBeVisible();
        await expectWell(window, 'the lines of a profile', DIALOG);
        await leaveDialog(window);
    });

    test('commands and choices of the palette are translated', async ({ ide }) => {
        const window = await open(ide);
        const { page } = window;
        await page.keyboard.press('F1');
        await expect(page.locator('.quick-input-widget input[type="text"]')).toBeFocused();
        await page.keyboard.type(CATEGORY);
        await expect(page.locator(PICK, { hasText: CATEGORY }).first()).toBeVisible();
        expect(await untranslated(page, DATA, LABEL), 'not translated: commands').toEqual([]);
        await page.keyboard.press('Escape');
        for (const command of ['signIn', 'openTerminal']) {
            await window.start(`aws.accounts.${command}`);
            await expect(page.locator(PICK).first()).toBeVisible();
            expect(await untranslated(page, DATA, PICK), `not translated: the choice of ${command}`).toEqual([]);
            await expect(page.locator('.quick-input-widget input[type="text"]')).toBeFocused();
            await page.keyboard.press('Escape');
            await expect(page.locator('.quick-input-widget')).toBeHidden();
        }
    });

    for (const { name, visit } of TOURS) {
        test(`all is translated, and fits: ${name}`, async ({ ide }) => {
            furnish(ide);
            const window = await openInPseudoLanguage(ide, ASKING_EXTENSIONS);
            await visit(ide, window, async (place, selector) => {
                expect.soft(await untranslated(window.page, DATA, selector), `not translated: ${place}`).toEqual([]);
                expect.soft(await cutOff(window.page, selector), `does not fit: ${place}`).toEqual([]);
            });
        });
    }
});
