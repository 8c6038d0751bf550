import { CodeEditor, languageServer } from './code-editor';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const SUGGESTED = 'return items.filter(item => item.done).map(item => item.title);';

/** A window that is signed in with Builder ID, and the cursor in a file. */
async function signedInEditor(ide: Ide): Promise<{ readonly window: IdeWindow; readonly editor: CodeEditor }> {
    await ide.startBackend(languageServer());
    const window = await ide.openWindow();
    await ide.signInWithBuilderId(window);
    return { window, editor: await CodeEditor.open(window, 'shop.ts') };
}

async function expectSuggestion(editor: CodeEditor, typed: string): Promise<void> {
    await editor.type(typed);
    await expect(editor.suggestion).toContainText('items.filter');
}

test.beforeEach(({ ide }) => ide.home.write('workspace/shop.ts', 'export function titles(items: Item[]): string[] {\n'));

test('with Builder ID, grey text follows what a person types, and Tab accepts it; AWS services on a profile change nothing '
    + 'about it', async ({ ide }) => {
    const { window, editor } = await signedInEditor(ide);
    await expectSuggestion(editor, '    ');
    await editor.press('Tab');
    await expect(editor.text).toContainText(SUGGESTED);

    const [first] = ide.emulator.codeWhispererCalls.filter(({ operation }) => operation === 'GenerateCompletions');
    expect(first).toMatchObject({
        path: '/generatecompletions', host: 'codewhisperer.us-east-1.amazonaws.com', authorization: 'Bearer', optOut: true
    });
    expect(first.userAgent).toContain('AWS-Language-Servers');
    expect(first.body.fileContext).toMatchObject({ programmingLanguage: { languageName: 'typescript' } });

    const invoke = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('stay-connected').click();
    expect((await invoke.outcome()).error).toBeUndefined();
    await editor.root.locator('.view-lines').click();
    await expectSuggestion(editor, 'const more = ');
});

test('signing out takes the token from the running server, and a sign-in brings suggestions back with the token of that '
    + 'sign-in', async ({ ide }) => {
    const { window, editor } = await signedInEditor(ide);
    await expectSuggestion(editor, '    ');
    const ending = await window.start('aws.accounts.signOut', 'builder-id');
    await window.page.locator('.dialogBlock').getByRole('button', { name: 'Sign Out' }).click();
    await ending.outcome();
    await editor.root.locator('.view-lines').click();
    await editor.press('Escape');
    const before = ide.emulator.count('GenerateCompletions');
    await editor.type('const gone = ');
    await expect(window.statusBar('codewhisperer')).toContainText('sign');
    await ide.signInWithBuilderId(window);
    await editor.root.locator('.view-lines').click();
    await expectSuggestion(editor, 'const back = ');
    const calls = ide.emulator.codeWhispererCalls.filter(({ operation }) => operation === 'GenerateCompletions');
    expect(new Set(calls.map(({ tokenEnd }) => tokenEnd)).size).toBe(2);
    expect(calls.slice(before).every(({ tokenEnd }) => tokenEnd !== calls[0].tokenEnd)).toBe(true);
});

test('disconnecting CodeWhisperer takes grey text away and ends the language server; connecting brings both back', async ({ ide }) => {
    const { window, editor } = await signedInEditor(ide);
    await expectSuggestion(editor, '    ');
    expect(ide.backend.children('server.cjs')).toHaveLength(1);
    const invoke = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('disconnect').click();
    expect((await invoke.outcome()).error).toBeUndefined();
    await expect(editor.suggestion).toHaveCount(0);
    await expect.poll(() => ide.backend.children('server.cjs')).toEqual([]);
    const before = ide.emulator.codeWhispererCalls.length;
    await editor.root.locator('.view-lines').click();
    await editor.type('const gone = ');
    const connect = await window.start('aws.accounts.useForCodeWhisperer', 'builder-id');
    await window.dialog.button('use').click();
    await connect.outcome();
    expect(ide.emulator.codeWhispererCalls).toHaveLength(before);
    await editor.root.locator('.view-lines').click();
    await expectSuggestion(editor, 'const back = ');
});

test('each new token reaches the running language server before the old one ends', async ({ ide }) => {
    ide.emulator.settings.accessTokenLifetime = 20;
    const { editor } = await signedInEditor(ide);
    const tokens = async (): Promise<number> => {
        await expectSuggestion(editor, 'const next = ');
        await editor.press('Escape');
        return new Set(ide.emulator.codeWhispererCalls.map(({ tokenEnd }) => tokenEnd)).size;
    };
    await expect.poll(tokens, { timeout: 60_000 }).toBeGreaterThan(2);
    expect(ide.emulator.requests.filter(({ operation, outcome }) => operation === 'GenerateCompletions' && outcome !== 200)).toEqual([]);
});

test('a session that AWS has ended shows as expired, and is said once at the cursor', async ({ ide }) => {
    await ide.startBackend(languageServer());
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await ide.signInWithBuilderId(window);
    ide.emulator.endSessions();
    const editor = await CodeEditor.open(window, 'shop.ts');
    await editor.type('    ');
    await expect(editor.message).toContainText('No suggestions: the sign-in for CodeWhisperer has expired.');
    await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'expired');
    await editor.press('Escape');
    await expect(editor.message).toHaveCount(0);
    await editor.type('const quiet = ');
    await ide.signInWithBuilderId(window);
    await editor.root.locator('.view-lines').click();
    await expectSuggestion(editor, 'const back = ');
});

for (const [refusal, words] of [
    ['feature', 'Your organization does not allow the use of this feature.'],
    ['subscription', 'You do not have an active subscription to Amazon Q Developer.'],
    ['suspended', 'Your account is suspended temporarily.']
]) {
    test(`a refusal of the person is shown on the use in the words of the service, and the sign-in stays: ${refusal}`, async ({ ide }) => {
        await ide.startBackend(languageServer());
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await ide.signInWithBuilderId(window);
        ide.emulator.settings.codeWhispererRefusal = refusal;
        const editor = await CodeEditor.open(window, 'shop.ts');
        await editor.type('    ');
        await expect(window.accounts.use('codeWhisperer')).toContainText(words);
        await expect(window.accounts.use('codeWhisperer')).toContainText('refused by the service');
        await expect(window.statusBar('codewhisperer')).toContainText('refused by the service');
        await expect(window.accounts.connection('builder-id')).toHaveAttribute('data-connection-state', 'signedIn');
        ide.emulator.settings.codeWhispererRefusal = '';
        await editor.press('Escape');
        await expectSuggestion(editor, 'const more = ');
        await expect(window.accounts.use('codeWhisperer')).not.toContainText('refused by the service');
    });
}

for (const [host, variable, value] of [['Lambda', 'AWS_EXECUTION_ENV', 'AWS_Lambda_nodejs20.x'], ['Cloud9', 'C9_PROJECT', 'workbench']]) {
    test(`on ${host} the suggestion arrives signed with the IAM profile, and no token is asked for`, async ({ ide }) => {
        await ide.startBackend({ ...languageServer(), [variable]: value });
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        const editor = await CodeEditor.open(window, 'shop.ts');
        await expectSuggestion(editor, '    ');
        const [call] = ide.emulator.codeWhispererCalls;
        expect(call).toMatchObject(
            { operation: 'GenerateRecommendations', path: '/GenerateRecommendations', authorization: 'AWS4-HMAC-SHA256' }
        );
        const signed = ide.emulator.record.requests.find(({ operation }) => operation === 'GenerateRecommendations');
        expect(signed?.signing).toEqual({ region: 'us-east-1', service: 'codewhisperer' });
        expect(['GenerateCompletions', 'StartDeviceAuthorization', 'RegisterClient'].map(name => ide.emulator.count(name))).toEqual(
            [0, 0, 0]
        );
    });
}

test('in a product with Amazon Q Developer the suggestion comes by that sign-in, and what is said names it', async ({ ide }) => {
    ide.configure({ tokenService: 'amazonQ' });
    await ide.startBackend(languageServer());
    const window = await ide.openWindow();
    await window.accounts.open();
    await ide.signInWithBuilderId(window);
    const editor = await CodeEditor.open(window, 'shop.ts');
    await expectSuggestion(editor, '    ');
    await editor.press('Escape');
    ide.emulator.settings.codeWhispererRefusal = 'subscription';
    await editor.type('const refused = ');
    await expect(editor.message).toContainText('No suggestions. Amazon Q Developer says: You do not have an active subscription');
    await expect(window.accounts.use('amazonQ')).toContainText('refused by the service');
});
