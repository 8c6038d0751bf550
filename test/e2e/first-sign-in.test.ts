import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const START_URL = 'https://d-1234567890.awsapps.com/start';
const CORP = 'sso-session:corp';
const FIRST = 'sso-session:d-1234567890';
const SANDBOX = '[data-account-id="111122223333"]';

async function openView(ide: Ide): Promise<IdeWindow> {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    return window;
}

async function signInToCorp(ide: Ide, window: IdeWindow): Promise<void> {
    const running = await window.start('aws.accounts.signIn', CORP);
    ide.emulator.approve(await window.dialog.userCode());
    await running.outcome();
    await expectState(window, 'signedIn');
}

async function signOutOfCorp(window: IdeWindow): Promise<void> {
    const running = await window.start('aws.accounts.signOut', CORP);
    await window.page.locator('.dialogBlock').getByRole('button', { name: 'Sign Out' }).click();
    await running.outcome();
    await expectState(window, 'signedOut');
}

async function expectState({ accounts }: IdeWindow, state: string): Promise<void> {
    await expect(accounts.connection(CORP)).toHaveAttribute('data-connection-state', state);
}

test.describe('the accounts of a sign-in', () => {

    test('show by themselves after the first one, by a start URL that no file had', async ({ ide }) => {
        ide.home.write('.aws/config', '');
        ide.home.write('.aws/credentials', '');
        const window = await openView(ide);
        const { dialog, accounts } = window;
        const running = await window.start('aws.accounts.signIn');
        await window.pick('For members of an organization');
        await dialog.root.locator('[name=startUrl]').fill(START_URL);
        await dialog.root.locator('[name=region]').selectOption('us-east-1');
        await dialog.button('continue').click();
        ide.emulator.approve(await dialog.userCode());
        await running.outcome();
        await expect(accounts.connection(FIRST)).toHaveAttribute('aria-expanded', 'true');
        await expect(accounts.root.locator(SANDBOX)).toBeVisible();
    });

    test('stay closed where the person has closed them, also after another sign-in and in the next page', async ({ ide }) => {
        const window = await openView(ide);
        const { accounts } = window;
        const corp = accounts.connection(CORP);
        await signInToCorp(ide, window);
        await expect(corp).toHaveAttribute('aria-expanded', 'true');
        await corp.click();
        await expect(corp).toHaveAttribute('aria-expanded', 'false');
        await signOutOfCorp(window);
        await signInToCorp(ide, window);
        await expect(corp).toHaveAttribute('aria-expanded', 'false');
        await signOutOfCorp(window);
        await window.reload();
        await expectState(window, 'signedOut');
        await signInToCorp(ide, window);
        await expect(corp).toHaveAttribute('aria-expanded', 'false');
    });

    test('do not move the rows of a person who looks at another window', async ({ ide }) => {
        const window = await openView(ide);
        const other = await openView(ide);
        await signInToCorp(ide, window);
        await expect(window.accounts.root.locator(SANDBOX)).toBeVisible();
        await expectState(other, 'signedIn');
        await expect(other.accounts.connection(CORP)).toHaveAttribute('aria-expanded', 'false');
    });
});
