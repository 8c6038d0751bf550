import type { Locator } from '@playwright/test';
import { expect, test } from './ide';
import type { IdeWindow } from './ide-window';

const DEV = 'profile:dev';

/** The button of a row, which shows when the row is pointed at. */
function button(window: IdeWindow, action: string): Locator {
    return window.accounts.root.locator(`[data-row-id="connection:${DEV}"][data-action-id="${action}"]`);
}

async function clipboard({ page }: IdeWindow): Promise<string> {
    return page.evaluate(() => navigator.clipboard.readText());
}

async function allowClipboard({ page }: IdeWindow): Promise<void> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
}

test('a clock that is off: the row says by how much, and its one action works once the clock is right', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    ide.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'clockSkew', ms: 20 * 60_000 });
    await window.run('aws.accounts.useProfile', DEV);
    await expect(window.accounts.connection(DEV)).toHaveAttribute('data-connection-state', 'failed');
    await expect(window.accounts.connection(DEV)).toContainText(
        'The clock of this machine is 20 minutes behind dev. Set the clock, then try again.'
    );
    ide.emulator.faults.clear();
    await window.accounts.connection(DEV).hover();
    await button(window, 'connect').click();
    await expect(window.statusBar('iam')).toContainText('dev 111122223333');
});

test.describe('behind a proxy with a password', () => {

    test.use({ proxyLogin: 'jo:hunter22' });

    test('the diagnosis of a profile that failed is copied from the menu of its row, without secrets', async ({ ide }) => {
        await ide.startBackend({ ...ide.aws.proxyVariables, AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjEXAMPLEsessionTokenOfTheShell' });
        const window = await ide.openWindow();
        await allowClipboard(window);
        await window.run('aws.accounts.openView');
        ide.emulator.faults.add({ operation: 'GetCallerIdentity', kind: 'clockSkew', ms: 20 * 60_000 });
        await window.run('aws.accounts.useProfile', DEV);
        await expect(window.accounts.connection(DEV)).toHaveAttribute('data-connection-state', 'failed');
        await window.accounts.connection(DEV).click({ button: 'right' });
        await window.page.locator('.lm-Menu-item', { hasText: 'Copy Diagnosis' }).click();
        await expect(window.notifications.filter({ hasText: 'Diagnosis copied. It contains no secrets.' })).toBeVisible();
        const text = await clipboard(window);
        const parts = ['Name: dev', 'Class: clock skew', 'behind AWS', 'eu-central-1 (from the profile)', '~/.aws/config:4', 'Theia: 1.'];
        const proxy = `Proxy: ${new URL(ide.aws.proxyServer).host} (https_proxy)`;
        for (const part of [...parts, proxy]) {
            expect(text).toContain(part);
        }
        expect(text).not.toContain(ide.home.path);
        expect(text).not.toMatch(/AKIA|wJalr|IQoJ|hunter22|jo:|111122223333/);
    });
});

test('a dialog that says what failed offers the diagnosis of that failure', async ({ ide }) => {
    const window = await ide.openWindow();
    await allowClipboard(window);
    ide.emulator.faults.add({ operation: 'RegisterClient', kind: 'html' });
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    await expect(window.dialog.root.getByRole('alert')).toContainText('sent an answer that AWS would not send');
    await window.dialog.button('copy-diagnosis').click();
    await expect(window.notifications).toContainText('Diagnosis copied.');
    expect(await clipboard(window)).toMatch(/Kind: AWS Builder ID[^]*Class: malformed response/);
    await window.dialog.button('cancel').click();
    await signIn.outcome();
});
