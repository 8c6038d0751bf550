import { join } from 'node:path';
import { expect, Ide, test } from '../e2e/ide';
import type { IdeWindow } from '../e2e/ide-window';
import { CONFIG } from '../e2e/home-folder';

const LOOK = join(__dirname, '..', 'results', 'look');
const CORP = 'sso-session:corp';

const PROBLEMS = `${CONFIG}
[profile role-without-source]
role_arn = arn:aws:iam::111122223333:role/Nobody

[profile round]
role_arn = arn:aws:iam::111122223333:role/Nobody
source_profile = trip

[profile trip]
role_arn = arn:aws:iam::111122223333:role/Nobody
source_profile = round

[profile lost-session]
sso_session = gone
sso_account_id = 111122223333
sso_role_name = ReadOnly

[profile a-profile-with-a-name-that-is-much-too-long-for-any-side-bar]
credential_process = /usr/local/bin/get-credentials --for someone
`;

async function openWide(ide: Ide, theme: string, width: number): Promise<IdeWindow> {
    ide.home.writeSettings({
        'workbench.colorTheme': theme, 'workbench.tree.renderIndentGuides': 'always', 'aws.accounts.signInFlow': 'deviceCode'
    });
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    await window.resizeLeft(width);
    return window;
}

async function fill(ide: Ide, window: IdeWindow): Promise<void> {
    const signIn = await window.start('aws.accounts.signIn', CORP);
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await window.accounts.root.locator('[data-account-id="111122223333"]').first().click();
    await expect(window.accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
    const account = { accountId: '111122223333', name: 'Sandbox' };
    await window.run('aws.accounts.pin', { kind: 'profile', connectionId: 'profile:ops' });
    await window.run('aws.accounts.pin', { kind: 'role', connectionId: CORP, account, roleName: 'ReadOnly' });
    const choosing = await window.start('aws.accounts.useProfile', 'profile:dev');
    await choosing.outcome();
    await expect(window.statusBar('iam')).toContainText('111122223333');
    await expect(window.notifications).toHaveCount(1);
    await window.page.keyboard.press('Escape');
}

for (const theme of ['dark', 'light', 'hc-theia', 'hc-theia-light']) {
    for (const width of [200, 320, 560]) {
        test(`the view in ${theme}, ${width} wide`, async ({ ide }) => {
            ide.home.write('.aws/config', PROBLEMS);
            const window = await openWide(ide, theme, width);
            await fill(ide, window);
            await window.page.locator('#aws-accounts').screenshot({ path: join(LOOK, `view-${theme}-${width}.png`) });
        });
    }
}

test('the view with nothing', async ({ ide }) => {
    ide.home.delete('.aws/config');
    ide.home.delete('.aws/credentials');
    const window = await openWide(ide, 'dark', 260);
    await window.page.locator('#aws-accounts').screenshot({ path: join(LOOK, 'view-empty-260.png') });
});

test('the choice with pins', async ({ ide }) => {
    ide.home.write('.aws/config', PROBLEMS);
    const window = await openWide(ide, 'dark', 320);
    await window.run('aws.accounts.pin', { kind: 'profile', connectionId: 'profile:ops' });
    await window.start('aws.accounts.useProfile');
    await expect(window.dialog.choice('profile:ops')).toBeVisible();
    await window.page.screenshot({ path: join(LOOK, 'choice-pins.png') });
});

for (const theme of ['dark', 'light']) {
    test(`the page of the demo in ${theme}`, async ({ ide }) => {
        ide.home.writeSettings({ 'workbench.colorTheme': theme, 'aws.accounts.signInFlow': 'deviceCode' });
        await ide.startBackend({ AWS_ACCOUNTS_SAMPLE_DEMO: 'true' });
        const window = await ide.openWindow();
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        ide.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
        await expect(window.page.locator('[data-step="signIn"][data-taken="true"]')).toBeVisible();
        await window.page.screenshot({ path: join(LOOK, `welcome-${theme}.png`) });
    });
}

test('the context menu of a profile', async ({ ide }) => {
    const window = await openWide(ide, 'light', 320);
    await window.accounts.root.locator('[data-connection-id="profile:dev"]').click({ button: 'right' });
    await expect(window.page.locator('.lm-Menu')).toBeVisible();
    await window.page.screenshot({ path: join(LOOK, 'context-menu.png') });
});
