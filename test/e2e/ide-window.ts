import { expect, Locator, Page } from '@playwright/test';
import { TheiaApp, TheiaWorkspace } from '@theia/playwright';
import { AccountsView } from './accounts-view';
import { ConnectionDialog } from './connection-dialog';

/** A command that was started and may not have ended. */
export interface RunningCommand {
    /** How it ended: its result, or the name of the error it was rejected with. */
    outcome(): Promise<{ readonly result?: unknown; readonly error?: string }>;
}

/** A class, or another identifier of a service. */
interface PageKey {
    readonly name?: string;
    readonly prototype?: { readonly [method: string]: unknown };
}

/** The Inversify container that Theia puts into the page. */
interface PageContainer {
    get(key: unknown): unknown;
    readonly _bindingDictionary: { readonly _map: Map<PageKey, unknown> };
}

/** One window of the IDE. */
export class IdeWindow {

    readonly accounts: AccountsView;
    readonly dialog: ConnectionDialog;
    readonly consoleLines: string[] = [];

    protected constructor(readonly page: Page, readonly app: TheiaApp) {
        this.accounts = new AccountsView(app);
        this.dialog = new ConnectionDialog(page);
        page.on('console', message => this.consoleLines.push(message.text()));
        page.on('pageerror', error => this.consoleLines.push(`page error: ${error.message}`));
    }

    static async open(page: Page, url: string, workspace: string): Promise<IdeWindow> {
        const app = new TheiaApp(page, new TheiaWorkspace(), false);
        const window = new IdeWindow(page, app);
        await page.goto(`${url}/#${workspace}`);
        await app.waitForShellAndInitialized();
        await window.untilAttached();
        return window;
    }

    async reload(): Promise<void> {
        await this.page.reload();
        await this.app.waitForShellAndInitialized();
        await this.untilAttached();
    }

    /** The status bar says something about AWS once the backend has answered. */
    protected async untilAttached(): Promise<void> {
        await expect(this.statusBar('iam')).toBeVisible();
    }

    statusBar(entry: 'iam' | 'codewhisperer'): Locator {
        return this.page.locator(`[id="status-bar-aws-accounts-${entry}"]`);
    }

    get notifications(): Locator {
        return this.page.locator('.theia-notification-toasts .theia-notification-list-item');
    }

    /** Starts a command as the palette does, with arguments, which the palette cannot pass. */
    async start(commandId: string, ...args: unknown[]): Promise<RunningCommand> {
        const handle = await this.page.evaluateHandle(([id, values]) => {
            const { container } = (window as unknown as { theia: { container: PageContainer } }).theia;
            // The page offers services by class only, and the classes are inside the bundle, nameless in a production build.
            const keys = [...container._bindingDictionary._map.keys()];
            const key = keys.find(({ prototype }) => prototype?.registerHandler && prototype.executeCommand);
            const registry = container.get(key) as { executeCommand(id: string, ...args: unknown[]): Promise<unknown> };
            const isData = (value: unknown): boolean =>
                typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === Object.prototype || Array.isArray(value);
            // Drops the result of the command: it may be a widget, which cannot leave the page.
            const ended = registry.executeCommand(id, ...values)
                .then(result => isData(result) ? { result } : {}, (error: Error) => ({ error: error.name }));
            return { ended };
        }, [commandId, args] as const);
        return { outcome: () => handle.evaluate(({ ended }) => ended) };
    }

    async run(commandId: string, ...args: unknown[]): Promise<{ readonly result?: unknown; readonly error?: string }> {
        return (await this.start(commandId, ...args)).outcome();
    }

    /** Makes what is open in the left side bar so many pixels wide. */
    async resizeLeft(width: number): Promise<void> {
        const tabs = 48;
        await this.page.evaluate(size => {
            const { container } = (window as unknown as { theia: { container: PageContainer } }).theia;
            const key = [...container._bindingDictionary._map.keys()].find(({ name }) => name === 'ApplicationShell');
            (container.get(key) as { resize(size: number, area: string): void }).resize(size, 'left');
        }, width + tabs);
    }

    /** Picks a row of an open quick pick by its label. */
    async pick(label: string): Promise<void> {
        await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first().click();
    }
}
