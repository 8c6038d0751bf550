import { CodeEditor } from './code-editor';
import { expect, test } from './ide';

test('without the language server the editor says once, at the cursor, what is missing and what to run', async ({ ide }) => {
    ide.home.write('workspace/shop.ts', 'export function titles(items: Item[]): string[] {\n');
    const window = await ide.openWindow();
    await ide.signInWithBuilderId(window);
    const editor = await CodeEditor.open(window, 'shop.ts');
    await editor.type('    ');
    await expect(editor.message).toHaveText(
        'No suggestions: the language server of AWS is not installed. Run "npm run code-suggestions" once in the checkout, then type on.'
    );
});
