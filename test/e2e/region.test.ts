import { expect, test } from './ide';

test('the region of a profile can be changed: shown with where it comes from, used by commands, remembered', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await window.run('aws.accounts.useProfile', 'profile:dev');
    await expect(window.statusBar('iam')).toContainText('dev 111122223333 eu-central-1');
    const command = await window.start('aws.accounts.changeRegion');
    await window.pick('ap-south-1');
    await command.outcome();
    await expect(window.statusBar('iam')).toContainText('dev 111122223333 ap-south-1 (chosen here)');
    await expect(window.accounts.connection('profile:dev')).toContainText('ap-south-1 (chosen here)');
    await window.reload();
    await expect(window.statusBar('iam')).toContainText('ap-south-1 (chosen here)');
    const back = await window.start('aws.accounts.changeRegion', 'profile:dev');
    await window.pick('As configuration and environment say');
    await back.outcome();
    await expect(window.statusBar('iam')).toContainText('eu-central-1');
});
