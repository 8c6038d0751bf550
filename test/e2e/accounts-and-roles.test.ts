import type { Locator } from '@playwright/test';
import { fillField } from './fill-field';
import { CONFIG } from './home-folder';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const CORP = 'sso-session:corp';
const SANDBOX = '111122223333';

/** A row of an account, or of a role in it. */
function row({ accounts }: IdeWindow, accountId: string, roleName?: string): Locator {
    const role = roleName === undefined ? ':not([data-role-name])' : `[data-role-name="${roleName}"]`;
    return accounts.root.locator(`[role=treeitem][data-account-id="${accountId}"]${role}`);
}

/** Presses one of the buttons of a role, which show when it is pointed at. */
async function act(window: IdeWindow, roleName: string, action: string): Promise<void> {
    await row(window, SANDBOX, roleName).hover();
    await window.accounts.root.locator(`[data-row-id="role:${SANDBOX} ${roleName} ${CORP}"][data-action-id="${action}"]`).click();
}

async function signInToCorp(ide: Ide, window: IdeWindow): Promise<void> {
    await window.run('aws.accounts.openView');
    const signIn = await window.start('aws.accounts.signIn', CORP);
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await expect(window.accounts.connection(CORP)).toHaveAttribute('data-connection-state', 'signedIn');
}

test.describe('accounts and roles of IAM Identity Center', () => {

    test('appear below the sign-in, each account opened by a click', async ({ ide }) => {
        const window = await ide.openWindow();
        await signInToCorp(ide, window);
        await expect(row(window, SANDBOX)).toHaveAccessibleName(`Account Sandbox, ${SANDBOX}`);
        await expect(row(window, SANDBOX)).toHaveAttribute('aria-level', '3');
        await expect(row(window, SANDBOX)).toHaveAttribute('aria-expanded', 'false');
        expect(ide.emulator.count('ListAccountRoles')).toBe(0);

        await row(window, SANDBOX).click();
        await expect(row(window, SANDBOX, 'AdministratorAccess')).toBeVisible();
        await expect(row(window, SANDBOX, 'ReadOnly')).toHaveAccessibleName(`Role ReadOnly in account Sandbox, ${SANDBOX}`);
        await expect(row(window, SANDBOX, 'ReadOnly')).toHaveAttribute('aria-level', '4');
        expect(ide.emulator.count('ListAccountRoles')).toBe(1);
    });

    test('are found by typing, also in accounts that nobody has opened', async ({ ide }) => {
        const window = await ide.openWindow();
        await signInToCorp(ide, window);
        await row(window, SANDBOX).focus();
        await row(window, SANDBOX).click();
        await expect(window.accounts.root.getByRole('tree')).toBeFocused();
        await window.page.keyboard.type('readonly');
        await expect(window.accounts.root.locator('[data-role-name="ReadOnly"]')).toHaveCount(3);
        await expect(window.accounts.root.locator('[data-role-name="AdministratorAccess"]')).toHaveCount(0);
    });

    test('of one account fail alone, and come with another try', async ({ ide }) => {
        const window = await ide.openWindow();
        await signInToCorp(ide, window);
        ide.emulator.faults.add({ operation: 'ListAccountRoles', kind: 'malformed', times: 1 });
        await row(window, SANDBOX).click();
        const again = window.accounts.root.locator('[data-action-id="listAgain"]');
        await expect(again).toBeVisible();
        await expect(window.accounts.root.locator('[data-account-id]')).toHaveCount(3);
        await again.click();
        await expect(row(window, SANDBOX, 'ReadOnly')).toBeVisible();
        await expect(again).toHaveCount(0);
    });

    test('are forgotten with the sign-in', async ({ ide }) => {
        const window = await ide.openWindow();
        await signInToCorp(ide, window);
        await expect(row(window, SANDBOX)).toBeVisible();
        await window.accounts.connection(CORP).hover();
        await window.page.locator(`[data-row-id="connection:${CORP}"][data-action-id="signOut"]`).click();
        await window.page.locator('.dialogBlock').getByRole('button', { name: 'Sign Out' }).click();
        await expect(row(window, SANDBOX)).toHaveCount(0);
        await expect(window.accounts.connection(CORP)).toHaveAttribute('data-connection-state', 'signedOut');
    });

    test('are used with one click, which makes a profile that the AWS CLI has too; Undo takes it back', async ({ ide }) => {
        const window = await ide.openWindow();
        await signInToCorp(ide, window);
        await row(window, SANDBOX).click();
        await act(window, 'ReadOnly', 'use');
        await expect(window.statusBar('iam')).toContainText('corp-sandbox-ReadOnly');
        expect(ide.home.read('.aws/config')).toContain(
            '[profile corp-sandbox-ReadOnly]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = ReadOnly\n'
        );
        await expect(row(window, SANDBOX, 'ReadOnly')).toContainText('in use');
        const written = window.notifications.filter({ hasText: 'The role is now profile corp-sandbox-ReadOnly' });
        await written.getByRole('button', { name: 'Undo' }).click();
        await expect(window.statusBar('iam')).toContainText('choose profile');
        await expect(window.accounts.connection('profile:corp-sandbox-ReadOnly')).toHaveCount(0);
        expect(ide.home.read('.aws/config').trimEnd()).toBe(CONFIG.trimEnd());
    });

    test('use the profile that is there already instead of writing another', async ({ ide }) => {
        const window = await ide.openWindow();
        await signInToCorp(ide, window);
        await row(window, SANDBOX).click();
        await act(window, 'AdministratorAccess', 'use');
        await expect(window.statusBar('iam')).toContainText('AWS: sandbox');
        expect(ide.home.read('.aws/config')).toBe(CONFIG);
    });

    test('are written under a chosen name after a look at what will be written, and removed again', async ({ ide }) => {
        const window = await ide.openWindow();
        await signInToCorp(ide, window);
        await row(window, SANDBOX).click();
        await act(window, 'ReadOnly', 'writeProfile');
        const dialog = window.page.getByRole('dialog');
        await fillField(dialog, dialog.locator('[name=profile]'), 'dev');
        await expect(dialog).toContainText('There is another profile called dev.');
        await expect(dialog.locator('[data-action=write]')).toBeDisabled();
        await fillField(dialog, dialog.locator('[name=profile]'), 'reader');
        await expect(dialog.locator('pre')).toContainText('[profile reader]');
        expect(ide.home.read('.aws/config')).toBe(CONFIG);
        await dialog.locator('[data-action=write]').click();
        await expect(window.accounts.connection('profile:reader')).toBeVisible();
        await window.run('aws.accounts.removeProfile', 'profile:reader');
        await expect(window.accounts.connection('profile:reader')).toHaveCount(0);
        expect(ide.home.read('.aws/config').trimEnd()).toBe(CONFIG.trimEnd());
    });
});
