import { fillField } from './fill-field';
import { expect, test } from './ide';

test.describe('signing in with AWS Builder ID', () => {

    test('by code, from the picker, and seeing it in view and status bar', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'signedOut');

        const signIn = await window.start('aws.accounts.signIn');
        await window.pick('AWS Builder ID');
        const code = await window.dialog.userCode();
        expect(ide.emulator.approve(code)).toBe(true);
        await signIn.outcome();

        await window.dialog.expectClosed();
        await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'signedIn');
        await expect(window.accounts.use('codeWhisperer')).toContainText('AWS Builder ID');
        await expect(window.statusBar('codewhisperer')).toContainText('CodeWhisperer: Builder ID');
    });

    test('through the page that the button opens, by clicking Allow', async ({ ide }) => {
        const window = await ide.openWindow();
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        const code = await window.dialog.userCode();
        const opening = window.page.context().waitForEvent('page');
        await window.dialog.button('open-page').click();
        const aws = await opening;
        await expect(aws.locator('.code')).toHaveText(code);
        await aws.getByRole('button', { name: 'Allow access' }).click();
        await expect(aws.getByRole('heading')).toHaveText('Request approved');
        await signIn.outcome();
        await expect(window.statusBar('codewhisperer')).toContainText('CodeWhisperer: Builder ID');
    });

    test('cancelled: nothing has changed', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        await window.dialog.userCode();
        await window.dialog.button('cancel').click();
        await signIn.outcome();
        await window.dialog.expectClosed();
        await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'signedOut');
        await expect(window.notifications).toHaveCount(0);
    });

    test('denied: said calmly, with another try that works', async ({ ide }) => {
        const window = await ide.openWindow();
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        ide.emulator.deny(await window.dialog.userCode());
        await expect(window.dialog.root.getByRole('alert')).toContainText('Access was denied');
        await window.dialog.button('again').click();
        ide.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
        await expect(window.statusBar('codewhisperer')).toContainText('CodeWhisperer: Builder ID');
    });

    test('expired: a new code is one click away', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.start('aws.accounts.signIn', 'builder-id');
        const first = await window.dialog.userCode();
        ide.emulator.faults.add({ operation: 'CreateToken', kind: 'error', error: 'expired_token', times: 1 });
        await expect(window.dialog.root.getByRole('alert')).toContainText('was not approved in time');
        await window.dialog.button('again').click();
        expect(await window.dialog.userCode()).not.toBe(first);
    });
});

test('a configured SSO session is offered by name, and its profiles work after signing in', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    const signIn = await window.start('aws.accounts.signIn');
    await window.pick('corp');
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await expect(window.accounts.connection('sso-session:corp')).toHaveAttribute('data-connection-state', 'signedIn');
    await window.run('aws.accounts.useProfile', 'profile:sandbox');
    await expect(window.statusBar('iam')).toContainText('sandbox 111122223333');
});

test('IAM Identity Center by start URL: bad input is named as it is typed, good input signs in', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    const signIn = await window.start('aws.accounts.signIn');
    await window.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'For members of an organization' }).click();
    const { dialog } = window;
    const startUrl = dialog.root.locator('[name=startUrl]');
    await fillField(dialog.root, startUrl, 'htp://globex.awsapps.com/start');
    await expect(dialog.root).toContainText('not with htp');
    await fillField(dialog.root, startUrl, 'https://globex.awsapps.com/');
    await expect(dialog.root).toContainText('Did you mean https://globex.awsapps.com/start?');
    await expect(dialog.button('continue')).toBeDisabled();

    await fillField(dialog.root, startUrl, ' https://nobody.awsapps.com/start/#/ ');
    await dialog.button('continue').click();
    await expect(dialog.root.getByRole('alert')).toContainText(
        'https://nobody.awsapps.com/start was not accepted. Check the start URL and the region.'
    );
    await dialog.button('again').click();

    await fillField(dialog.root, startUrl, 'https://globex.awsapps.com/start/');
    await dialog.root.locator('[name=region]').selectOption('eu-central-1');
    await dialog.button('continue').click();
    ide.emulator.approve(await dialog.userCode());
    await signIn.outcome();
    await expect(window.accounts.connection('sso-session:globex')).toHaveAttribute('data-connection-state', 'signedIn');
});
