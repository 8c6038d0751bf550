import { expect, test } from './ide';

test('the region of a profile can be changed: shown with where it comes from, used by commands, remembered', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await window.run('aws.accounts.useProfile', 'profile:dev');
    await expect(window.statusBar('iam')).toContainText('dev 111122223333 eu-central-1');
    const command = await window.start('aws.accounts.changeRegion');
    const list = window.page.locator('.quick-input-widget');
    await expect(list.locator('.monaco-list-row.focused')).toHaveAttribute(
        'aria-label', /eu-central-1.*Europe \(Frankfurt\) · in use, set by the profile/
    );
    await expect(list).not.toContainText('us-gov');
    await window.pick('Asia Pacific (Mumbai)');
    await command.outcome();
    await expect(window.statusBar('iam')).toContainText('dev 111122223333 ap-south-1 (chosen here)');
    await expect(window.accounts.connection('profile:dev')).toContainText('ap-south-1 (chosen here)');
    await window.reload();
    await expect(window.statusBar('iam')).toContainText('ap-south-1 (chosen here)');
    const back = await window.start('aws.accounts.changeRegion', 'profile:dev');
    await expect(list).toContainText('eu-central-1, set by the profile');
    await window.pick("Use the profile's own region");
    await back.outcome();
    await expect(window.statusBar('iam')).toContainText('eu-central-1');
});

test('the status bar leads to the region, by keyboard alone', async ({ ide }) => {
    const window = await ide.openWindow();
    await window.run('aws.accounts.useProfile', 'profile:dev');
    await window.statusBar('iam').click();
    const change = window.dialog.button('change-region');
    await expect(change).toHaveText('Change Region (eu-central-1)...');
    await change.focus();
    await window.page.keyboard.press('Enter');
    await expect(window.page.locator('.quick-input-widget')).toContainText('Europe (Frankfurt)');
    await window.typeIntoPick('stockholm', 'Stockholm');
    await expect(window.statusBar('iam')).toContainText('dev 111122223333 eu-north-1 (chosen here)');
});
