import { CodeEditor, languageServer } from './code-editor';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { recordFrames } from './recorded-frames';

const DATA = 'arn:aws:codewhisperer:eu-central-1:444455556666:profile/QRSTUVWXYZAB';

test.beforeEach(({ ide }) => ide.home.write('workspace/shop.ts', 'export function titles(items: Item[]): string[] {\n'));

async function openWithIdentityCenter(ide: Ide): Promise<IdeWindow> {
    ide.emulator.settings.requireDeveloperProfile = true;
    await ide.startBackend(languageServer());
    const window = await ide.openWindow();
    const signIn = await window.start('aws.accounts.useForCodeWhisperer', 'sso-session:corp');
    await window.dialog.button('use').click();
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    return window;
}

/** The token of the organization's sign-in opens accounts, so the example gets one that does not, after one more sign-in. */
async function signInForSuggestions(ide: Ide, window: IdeWindow): Promise<void> {
    await window.notifications.filter({ hasText: 'need a sign-in for CodeWhisperer alone' }).getByRole('button', { name: 'Sign In...' })
        .click();
    ide.emulator.approve(await window.dialog.userCode());
    await window.dialog.expectClosed();
}

test('after Identity Center the person picks a developer profile once, and it reaches the service: '
    + 'in its region, by no secret in the page', async ({ ide }) => {
    const window = await openWithIdentityCenter(ide);
    const frames = recordFrames(window.page);
    await window.reload();
    const editor = await CodeEditor.open(window, 'shop.ts');
    await editor.type('    ');
    await signInForSuggestions(ide, window);
    const list = window.page.locator('.quick-input-widget .monaco-list-row');
    await expect(list.filter({ hasText: 'Web team' })).toContainText('111122223333 · us-east-1');
    await expect(list.filter({ hasText: 'Data team' })).toContainText('444455556666 · eu-central-1');
    await window.pick('Data team');
    await editor.root.locator('.view-lines').click();
    await editor.type('const titles = ');
    await expect(editor.suggestion).toContainText('items.filter');
    const call = ide.emulator.codeWhispererCalls.filter(({ operation }) => operation === 'GenerateCompletions').at(-1);
    expect(call).toMatchObject({ host: 'q.eu-central-1.amazonaws.com', body: { profileArn: DATA } });
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toContainText('Data team · 444455556666 · eu-central-1');

    const secrets = ide.emulator.issuedSecrets();
    expect(secrets.filter(secret => frames.join('\n').includes(secret) || ide.logs(window).includes(secret))).toEqual([]);
    await window.reload();
    await expect(window.accounts.use('codeWhisperer')).toContainText('Data team');
});

test('without a developer profile the words of the service stand on the use, and choosing one mends it', async ({ ide }) => {
    const window = await openWithIdentityCenter(ide);
    await window.run('aws.accounts.openView');
    const editor = await CodeEditor.open(window, 'shop.ts');
    await editor.type('    ');
    await signInForSuggestions(ide, window);
    await expect(window.page.locator('.quick-input-widget .monaco-list-row')).toHaveCount(2);
    await editor.press('Escape');
    await editor.root.locator('.view-lines').click();
    await editor.type('const none = ');
    await expect(window.accounts.use('codeWhisperer')).toContainText('profileArn is required for this request.');
    await expect(window.accounts.connection('sso-session:corp')).toHaveAttribute('data-connection-state', 'signedIn');
    const choose = await window.start('aws.accounts.chooseDeveloperProfile', 'codeWhisperer');
    await window.pick('Web team');
    await choose.outcome();
    await expect(window.accounts.use('codeWhisperer')).not.toContainText('profileArn');
    await editor.root.locator('.view-lines').click();
    await editor.type('const titles = ');
    await expect(editor.suggestion).toContainText('items.filter');
});
