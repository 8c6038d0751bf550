import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const CHOOSE = 'aws.accounts.chooseDeveloperProfile';

/** Signed in by Identity Center for CodeWhisperer, with the Accounts view open. */
async function openWith(ide: Ide, session: string): Promise<IdeWindow> {
    const window = await ide.openWindow();
    const signIn = await window.start('aws.accounts.useForCodeWhisperer', `sso-session:${session}`);
    await window.dialog.button('use').click();
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await window.run('aws.accounts.openView');
    return window;
}

test('the only developer profile is used without a question, and shown beside CodeWhisperer', async ({ ide }) => {
    ide.home.write('.aws/config', '[sso-session globex]\nsso_start_url = https://globex.awsapps.com/start\nsso_region = eu-central-1\n');
    const window = await openWith(ide, 'globex');
    await window.run(CHOOSE, 'codeWhisperer');
    await expect(window.accounts.use('codeWhisperer')).toContainText('Globex · 222233334444 · eu-central-1');
    await expect(window.notifications.filter({ hasText: 'You have no other.' })).toHaveCount(1);
    expect(ide.emulator.codeWhispererCalls.map(({ host }) => host).sort())
        .toEqual(['codewhisperer.us-east-1.amazonaws.com', 'q.eu-central-1.amazonaws.com']);
});

test('where nobody made a developer profile, a sentence says whom to ask', async ({ ide }) => {
    ide.emulator.settings.withoutDeveloperProfiles = true;
    const window = await openWith(ide, 'corp');
    await window.run(CHOOSE, 'codeWhisperer');
    await expect(window.notifications).toContainText(
        ['CodeWhisperer has no developer profile for you. Ask the administrator of your IAM Identity Center']
    );
    await expect(window.accounts.connection('sso-session:corp')).toHaveAttribute('data-connection-state', 'signedIn');
});

test('a region that is down is a gap of the list: the other region is offered, and the gap is said; '
    + 'later the person changes the profile', async ({ ide }) => {
    const window = await openWith(ide, 'corp');
    ide.emulator.settings.regionsDown = 'eu-central-1';
    await window.run(CHOOSE, 'codeWhisperer');
    await expect(window.notifications.filter({ hasText: 'Web team · 111122223333 · us-east-1' })).toContainText(
        'eu-central-1 did not answer'
    );
    await expect(window.accounts.use('codeWhisperer')).toContainText('Web team');
    ide.emulator.settings.regionsDown = '';
    const choose = await window.start(CHOOSE, 'codeWhisperer');
    await window.pick('Data team');
    await choose.outcome();
    await expect(window.accounts.use('codeWhisperer')).toContainText('Data team · 444455556666 · eu-central-1');
    await window.reload();
    await expect(window.accounts.use('codeWhisperer')).toContainText('Data team');
});

test('where no region answers the person is told so, and whom to ask', async ({ ide }) => {
    const window = await openWith(ide, 'corp');
    ide.emulator.settings.regionsDown = 'eu-central-1,us-east-1';
    await window.run(CHOOSE, 'codeWhisperer');
    await expect(window.notifications.filter({ hasText: 'administrator of your IAM Identity Center' })).toContainText('did not answer');
});
