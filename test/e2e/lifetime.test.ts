import { createHash } from 'node:crypto';
import { expect, test } from './ide';

test('a profile edited on disk shows by itself, without a prompt', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.connection('profile:broken')).toHaveAttribute('data-connection-state', 'invalid');
    ide.home.write('.aws/config', '[profile fresh]\ncredential_process = true\n');
    await expect(window.accounts.connection('profile:fresh')).toBeVisible({ timeout: 2500 });
    await expect(window.accounts.connection('profile:broken')).toHaveCount(0);
    await expect(window.notifications).toHaveCount(0);
});

test('sign-in and choices survive a reload and a restart of the backend', async ({ ide }) => {
    const window = await ide.openWindow();
    await ide.signInWithBuilderId(window);
    const choosing = await window.start('aws.accounts.useProfile', 'profile:dev');
    await window.dialog.button('stay-connected').click();
    await choosing.outcome();
    await window.reload();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
    await expect(window.statusBar('iam')).toContainText('dev');

    await ide.backend.stop();
    await ide.startBackend();
    ide.emulator.forgetRequests();
    const restarted = await ide.openWindow();
    await expect(restarted.statusBar('codewhisperer')).toContainText('Builder ID');
    await expect(restarted.statusBar('iam')).toContainText('dev');
    expect(ide.emulator.requests, 'a restart asks AWS nothing').toEqual([]);
    const { result } = await restarted.run('aws.sample.showCallerIdentity');
    expect(result, 'the remembered profile is checked on its first use, without a question').toBe('arn:aws:iam::111122223333:user/dev');
});

test('two windows of one backend show the same, and keep a profile each', async ({ ide }) => {
    ide.home.write('other/readme.txt', '');
    const first = await ide.openWindow();
    const second = await ide.openWindow(ide.home.pathOf('other'));
    await ide.signInWithBuilderId(first);
    await expect(second.statusBar('codewhisperer')).toContainText('Builder ID');
    await expect(second.dialog.root).toHaveCount(0);
    const choosing = await first.start('aws.accounts.useProfile', 'profile:dev');
    await first.dialog.button('stay-connected').click();
    await choosing.outcome();
    await expect(first.statusBar('iam')).toContainText('dev');
    await expect(second.statusBar('iam')).toContainText('choose profile');
});

test('starting with every sign-in expired asks nobody anything', async ({ ide }) => {
    const expired = { region: 'us-east-1', accessToken: 'old', expiresAt: '2020-01-01T00:00:00Z' };
    const startUrls = { '__RESERVED__AwsBuilderId': 'https://view.awsapps.com/start', corp: 'https://d-1234567890.awsapps.com/start' };
    for (const [session, startUrl] of Object.entries(startUrls)) {
        const file = `${createHash('sha1').update(session).digest('hex')}.json`;
        ide.home.write(`.aws/sso/cache/${file}`, JSON.stringify({ startUrl, ...expired }));
    }
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'expired');
    await expect(window.accounts.connection('sso-session:corp')).toHaveAttribute('data-connection-state', 'expired');
    expect(ide.emulator.requests).toEqual([]);
    await expect(window.notifications).toHaveCount(0);
});
