import { mkdirSync } from 'node:fs';
import { expect, test } from './ide';

test('a broken line is named with file and line, and everything else is still there', async ({ ide }) => {
    ide.home.write('.aws/config', '[profile dev]\nregion = eu-central-1\nwhat is this\n[profile other]\ncredential_process = true\n');
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.root).toContainText('config:3');
    await expect(window.accounts.connection('profile:other')).toBeVisible();
});

test('a config file that cannot be read is reported, not taken for an empty one', async ({ ide }) => {
    ide.home.remove();
    mkdirSync(ide.home.pathOf('.aws', 'config'), { recursive: true });
    mkdirSync(ide.home.workspace);
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.root).toContainText('cannot be read');
});

test('no files at all: the view says where it looked', async ({ ide }) => {
    ide.home.remove();
    mkdirSync(ide.home.workspace, { recursive: true });
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.root).toContainText('.aws/config');
    await expect(window.accounts.root).toContainText('.aws/credentials');
});

test('an AWS that answers nonsense: said in words, and another try works', async ({ ide }) => {
    const window = await ide.openWindow();
    ide.emulator.faults.add({ operation: 'RegisterClient', kind: 'html', times: 1 });
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    await expect(window.dialog.root.getByRole('alert')).toContainText('sent an answer that AWS would not send');
    await window.dialog.button('again').click();
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
});

test('no network: nobody is signed out, and it is said', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await ide.signInWithBuilderId(window);
    ide.emulator.faults.add({ operation: '*', kind: 'drop' });
    const command = await window.start('aws.sample.showCallerIdentity');
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('stay-connected').click();
    await expect(window.dialog.root.getByRole('alert')).toContainText('cannot be reached');
    await window.dialog.button('cancel').click();
    expect(await command.outcome()).toEqual({ error: 'Canceled' });
    await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'signedIn');
});

test('a home folder that cannot be written: signing in works for this session', async ({ ide }) => {
    // A file where the folder should be: no permission helps, whoever runs the test.
    ide.home.write('.aws/sso', 'not a folder');
    const window = await ide.openWindow();
    await ide.signInWithBuilderId(window);
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
    const { result } = await window.run('aws.sample.suggestCode');
    expect(result).toContain('items.filter');
});
