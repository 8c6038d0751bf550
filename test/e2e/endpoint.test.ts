import { expect, test } from './ide';

test('an address that calls go to instead of AWS is shown in the view, and before and while somebody signs in', async ({ ide }) => {
    const { host } = new URL(ide.emulator.url);
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.root).toContainText(`Calls go to ${host} instead of AWS (AWS_ENDPOINT_URL)`);
    const choosing = await window.start('aws.sample.suggestCode');
    await expect(window.dialog.root).toContainText(`This sign-in talks to ${host}, not to AWS`);
    expect(ide.emulator.requests).toEqual([]);
    await window.dialog.button('cancel').click();
    await choosing.outcome();
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    await window.dialog.userCode();
    await expect(window.dialog.root).toContainText(`This sign-in talks to ${host}, not to AWS`);
    await window.dialog.button('cancel').click();
    await signIn.outcome();
});
