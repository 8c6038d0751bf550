import { expect, test } from './ide';

const DEV = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

test('the environment of the backend is a connection: shown with its variables, used by commands, remembered', async ({ ide }) => {
    await ide.startBackend({ ...DEV, AWS_REGION: 'eu-west-1' });
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    const row = window.accounts.connection('environment');
    await expect(row).toContainText('Environment');
    await expect(row).toContainText('eu-west-1 (environment) · keys in variables');
    await expect(row).toHaveAttribute('data-connection-state', 'notConnected');
    expect(ide.emulator.count('GetCallerIdentity')).toBe(0);

    const command = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: { order: 42 } });
    await window.dialog.choice('environment').click();
    await expect(window.dialog.button('use')).toHaveText('Use the backend\'s environment');
    await window.dialog.button('use').click();
    expect((await command.outcome()).result).toMatchObject({ event: { order: 42 }, caller: 'arn:aws:iam::111122223333:user/dev' });
    await expect(window.statusBar('iam')).toContainText('Environment 111122223333 eu-west-1 (environment)');
    await expect(window.accounts.use('awsServices')).toContainText('Environment');

    await window.reload();
    await expect(window.statusBar('iam')).toContainText('Environment 111122223333 eu-west-1 (environment)');
    await window.run('aws.accounts.openView');
    await expect(row).toContainText('in use');
    expect((await window.run('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} })).result).toMatchObject(
        { caller: 'arn:aws:iam::111122223333:user/dev' }
    );

    await window.run('aws.accounts.useProfile', 'profile:ops');
    await expect(window.statusBar('iam')).toContainText('ops');
    await window.notifications.getByRole('button', { name: 'Undo' }).click();
    await expect(window.statusBar('iam')).toContainText('Environment');
    expect(ide.logs(window)).not.toContain(DEV.AWS_SECRET_ACCESS_KEY);
});
