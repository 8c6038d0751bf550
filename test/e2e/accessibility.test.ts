import { seriousFindings } from './axe';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { CONFIG } from './home-folder';

const VIEW = '#aws-accounts';
const DIALOG = '.theia-aws-accounts-dialog';
const STATUS = '#theia-statusBar';
const CORP = 'sso-session:corp';
const SANDBOX = { accountId: '111122223333', name: 'Sandbox' };
const BROKEN = `${CONFIG}
[profile role-without-source]
role_arn = arn:aws:iam::111122223333:role/Nobody

[profile work]
region = eu-central-1
login_session = arn:aws:iam::111122223333:user/dev
`;

async function open(ide: Ide, theme: string): Promise<IdeWindow> {
    ide.home.write('.aws/config', BROKEN);
    ide.home.writeSettings({ 'workbench.colorTheme': theme, 'aws.accounts.signInFlow': 'deviceCode' });
    await ide.startBackend({ AWS_ACCOUNTS_SAMPLE_DEMO: 'true' });
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    return window;
}

/** Closes the dialog as a person does who has seen it. */
async function leaveDialog({ page, dialog }: IdeWindow): Promise<void> {
    await page.keyboard.press('Escape');
    await dialog.expectClosed();
}

for (const theme of ['light', 'dark', 'hc-theia', 'hc-theia-light']) {
    test(`axe finds nothing serious in view, page and status bar in the theme ${theme}`, async ({ ide }) => {
        const window = await open(ide, theme);
        const { page, accounts } = window;
        await expect(page.locator('#aws-sample-welcome')).toBeVisible();
        expect(await seriousFindings(page, VIEW, '#aws-sample-welcome')).toEqual([]);

        const signIn = await window.start('aws.accounts.signIn', CORP);
        ide.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
        await accounts.root.locator('[data-account-id="111122223333"]').first().click();
        await window.run('aws.accounts.pin', { kind: 'profile', connectionId: 'profile:ops' });
        const choosing = await window.start('aws.accounts.useProfile', 'profile:dev');
        await choosing.outcome();
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        await expect(window.statusBar('iam')).toContainText('111122223333');
        expect(await seriousFindings(page, VIEW, STATUS)).toEqual([]);
        const unnamed = await accounts.root.getByRole('treeitem').evaluateAll(rows => rows.filter(row => {
            const name = row.querySelector('.theia-aws-row-name')?.textContent ?? '';
            return !row.getAttribute('aria-label')?.includes(name);
        }).map(row => row.id));
        expect(unnamed, 'rows whose name is not heard').toEqual([]);
    });

    test(`axe finds nothing serious in the dialogs in the theme ${theme}`, async ({ ide }) => {
        const window = await open(ide, theme);
        const { page, dialog } = window;
        await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
        await dialog.choice('profile:dev').click();
        expect(await seriousFindings(page, DIALOG), 'alert').toEqual([]);
        await leaveDialog(window);

        const signIn = await window.start('aws.accounts.signIn', CORP);
        const code = await dialog.userCode();
        expect(await seriousFindings(page, DIALOG), 'code').toEqual([]);
        ide.emulator.approve(code);
        await signIn.outcome();

        await window.start('aws.accounts.writeProfiles', { connectionId: CORP, account: SANDBOX, roleName: 'ReadOnly' });
        await expect(dialog.root.locator('.theia-aws-preview')).toBeVisible();
        expect(await seriousFindings(page, DIALOG), 'role').toEqual([]);
        await leaveDialog(window);

        await window.start('aws.accounts.addProfile');
        await expect(dialog.root).toBeVisible();
        expect(await seriousFindings(page, DIALOG), 'wizard').toEqual([]);
        await leaveDialog(window);
    });

    test(`axe finds nothing serious in sign-in forms and questions in the theme ${theme}`, async ({ ide }) => {
        const window = await open(ide, theme);
        const { page, dialog } = window;
        await window.start('aws.accounts.signIn', 'profile:work');
        await dialog.root.locator('[name=consoleText]').fill('part of a text');
        await dialog.button('paste').click();
        await expect(dialog.root).toContainText('This is not the whole text.');
        expect(await seriousFindings(page, DIALOG), 'console').toEqual([]);
        await leaveDialog(window);

        await window.start('aws.accounts.signIn');
        await window.pick('For members of an organization');
        await dialog.root.locator('[name=startUrl]').fill('no address');
        expect(await seriousFindings(page, DIALOG), 'start URL').toEqual([]);
        await leaveDialog(window);

        await window.start('aws.accounts.deleteProfile', 'profile:ops');
        await expect(page.getByRole('alertdialog').locator('[data-action="confirm"]')).toBeEnabled();
        expect(await seriousFindings(page, DIALOG), 'removal').toEqual([]);
    });
}
