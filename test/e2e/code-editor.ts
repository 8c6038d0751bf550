import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, Locator } from '@playwright/test';
import { GuardProbe } from './guard-probe';
import type { IdeWindow } from './ide-window';

const BUNDLES = join(dirname(require.resolve('aws-accounts-code-suggestions/package.json')), 'language-server', 'lib');

/** Variables that lead the example to AWS's language server. */
export function languageServer(): Record<string, string> {
    return { AWS_CODE_SUGGESTIONS_SERVER: bundle('server.cjs') };
}

/** The clients that the language server calls the service with, in one file. */
export function clientsFile(): string {
    return bundle('clients.cjs');
}

function bundle(name: string): string {
    const file = join(BUNDLES, name);
    if (!existsSync(file)) {
        throw new Error("AWS's language server is not there. Run: npm run code-suggestions");
    }
    return file;
}

/** The text editor in front, as a person uses it. */
export class CodeEditor {

    protected constructor(protected readonly window: IdeWindow) { }

    /** Opens a file of the workspace by its name. */
    static async open(window: IdeWindow, name: string): Promise<CodeEditor> {
        const probe = await GuardProbe.install(window);
        await probe.openFile(name);
        const editor = new CodeEditor(window);
        await expect(editor.root).toBeVisible();
        await editor.root.locator('.view-lines').click();
        return editor;
    }

    get root(): Locator {
        return this.window.page.locator('.monaco-editor[data-uri]').first();
    }

    /** Grey text that nobody has accepted. */
    get suggestion(): Locator {
        return this.root.locator('.ghost-text, .ghost-text-decoration').first();
    }

    /** The message that stands at the cursor for a while. */
    get message(): Locator {
        return this.window.page.locator('.monaco-editor-overlaymessage .message');
    }

    get text(): Locator {
        return this.root.locator('.view-lines');
    }

    /** Types at the end of the file, beginning a line. */
    async type(text: string): Promise<void> {
        await this.window.page.keyboard.press('ControlOrMeta+End');
        await this.window.page.keyboard.press('Enter');
        await this.window.page.keyboard.type(text);
    }

    press(key: string): Promise<void> {
        return this.window.page.keyboard.press(key);
    }
}
