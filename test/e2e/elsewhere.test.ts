import { AwsCli } from '../interop/aws-cli';
import { expect, test } from './ide';

/** Time within which a change made elsewhere shows, in milliseconds. */
const SHOWN_AFTER_MS = 2000;
const CORP = 'sso-session:corp';

test('a sign-in and a sign-out with the AWS CLI show within 2 s, in every window, without a word', async ({ ide }) => {
    const windows = [await ide.openWindow(), await ide.openWindow()];
    for (const window of windows) {
        await window.run('aws.accounts.openView');
        await expect(window.accounts.connection(CORP)).toHaveAttribute('data-connection-state', 'signedOut');
    }
    const cli = new AwsCli(ide.home.path, ide.emulator.url, ide.aws.proxyVariables);

    const signedIn = await cli.signIn('approve', '--profile', 'sandbox');
    expect(signedIn).toMatchObject({ code: 0 });
    await Promise.all(windows.map(({ accounts }) => expect(accounts.connection(CORP)).toHaveAttribute(
        'data-connection-state', 'signedIn', { timeout: SHOWN_AFTER_MS }
    )));
    await windows[0].run('aws.accounts.useProfile', 'profile:sandbox');
    await expect(windows[0].statusBar('iam'), 'their token serves this product').toContainText('sandbox 111122223333');

    const signedOut = await cli.run('sso', 'logout');
    expect(signedOut).toMatchObject({ code: 0 });
    await Promise.all(windows.map(({ accounts }) => expect(accounts.connection(CORP)).toHaveAttribute(
        'data-connection-state', 'signedOut', { timeout: SHOWN_AFTER_MS }
    )));
    await expect(windows[0].notifications, 'only of the choice made there').toHaveCount(1);
    await expect(windows[1].notifications).toHaveCount(0);
    for (const { dialog } of windows) {
        await dialog.expectClosed();
    }
});
