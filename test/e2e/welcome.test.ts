import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const DEMO = { AWS_ACCOUNTS_SAMPLE_DEMO: 'true' };

async function openDemo(ide: Ide): Promise<IdeWindow> {
    await ide.startBackend(DEMO);
    return ide.openWindow();
}

test('the demo opens with a page of four steps, which tick themselves off', async ({ ide }) => {
    const window = await openDemo(ide);
    const page = window.page.locator('#aws-sample-welcome');
    const taken = (step: string): ReturnType<typeof page.locator> => page.locator(`[data-step="${step}"][data-taken="true"]`);
    await expect(page.getByRole('listitem')).toHaveCount(4);
    await expect(page.getByRole('status')).toHaveText('0 of 4 steps done');

    await page.getByRole('button', { name: 'Sign In', exact: true }).click();
    ide.emulator.approve(await window.dialog.userCode());
    await window.dialog.expectClosed();
    await expect(taken('signIn').getByRole('img')).toHaveAccessibleName('Done');

    await page.getByRole('button', { name: 'Invoke Lambda Function' }).press('Enter');
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('stay-connected').click();
    await expect(taken('guard')).toBeVisible();

    await page.getByRole('button', { name: 'Sign In to corp' }).click();
    ide.emulator.approve(await window.dialog.userCode());
    await window.dialog.expectClosed();
    await window.accounts.root.locator('[data-account-id="111122223333"]').first().click();
    const using = await window.start('aws.accounts.useRole', {
        connectionId: 'sso-session:corp', account: { accountId: '111122223333', name: 'Sandbox' }, roleName: 'ReadOnly'
    });
    await using.outcome();
    await expect(taken('role')).toBeVisible();

    await window.run('aws.accounts.setProduction', 'profile:dev', true);
    await expect(page.getByRole('status')).toHaveText('4 of 4 steps done');
});

test('the page takes the keyboard to the step that is next', async ({ ide }) => {
    const window = await openDemo(ide);
    await window.run('aws.sample.openWelcome');
    await expect(window.page.locator('[data-step="signIn"] button')).toBeFocused();
    await window.page.keyboard.press('Tab');
    await expect(window.page.locator('[data-step="guard"] button')).toBeFocused();
});

test('an application with files of its own opens without the page', async ({ ide }) => {
    const window = await ide.openWindow();
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    await expect(window.page.locator('#aws-sample-welcome')).toHaveCount(0);
});
