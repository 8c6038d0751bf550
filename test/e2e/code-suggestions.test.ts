import { CodeEditor, languageServer } from './code-editor';
import { expect, test } from './ide';

const SUGGESTED = 'return items.filter(item => item.done).map(item => item.title);';

test.beforeEach(({ ide }) => ide.home.write('workspace/shop.ts', 'export function titles(items: Item[]): string[] {\n'));

test('with Builder ID, grey text follows what a person types, and Tab accepts it; AWS services on a profile change nothing about it', async ({ ide }) => {
    await ide.startBackend(languageServer());
    const window = await ide.openWindow();
    await ide.signInWithBuilderId(window);
    const editor = await CodeEditor.open(window, 'shop.ts');
    await editor.type('    ');
    await expect(editor.suggestion).toContainText('items.filter');
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
    await editor.type('const more = ');
    await expect(editor.suggestion).toContainText('items.filter');
});
