import { expect, Locator, Page } from '@playwright/test';
import { TheiaApp, TheiaWorkspace } from '@theia/playwright';
import { AccountsView } from './accounts-view';
import { ConnectionDialog } from './connection-dialog';
import { serviceOf } from './page-services';

/** A command that was started and may not have ended. */
export interface RunningCommand {
    /** Its outcome: its result, or the name of the error it was rejected with. */
    outcome(): Promise<{ readonly result?: unknown; readonly error?: string }>;
}

interface CommandRegistry {
    executeCommand(id: string, ...args: unknown[]): Promise<unknown>;
}

interface ApplicationState {
    reachedState(state: 'ready'): Promise<void>;
}

interface ApplicationShell {
    resize(size: number, area: string): void;
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

    /**
     * The status bar says something about AWS once the backend has answered. In the state `ready` Theia has opened what it opens by itself:
     * a test then finds as new only what it has opened.
     */
    protected async untilAttached(): Promise<void> {
        await expect(this.statusBar('iam')).toBeVisible();
        const application = await serviceOf<ApplicationState>(this.page, ['reachedState', 'reachedAnyState']);
        await application.evaluate(state => state.reachedState('ready'));
    }

    statusBar(entry: 'iam' | 'codewhisperer' | 'amazonq'): Locator {
        return this.page.locator(`[id="status-bar-aws-accounts-${entry}"]`);
    }

    get notifications(): Locator {
        return this.page.locator('.theia-notification-toasts .theia-notification-list-item');
    }

    /** Starts a command as the palette does, with arguments, which the palette cannot pass. */
    async start(commandId: string, ...args: unknown[]): Promise<RunningCommand> {
        const commands = await serviceOf<CommandRegistry>(this.page, ['registerHandler', 'executeCommand']);
        const handle = await commands.evaluateHandle((registry, [id, values]) => {
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
        const shell = await serviceOf<ApplicationShell>(this.page, ['resize', 'addWidget', 'expandPanel']);
        await shell.evaluate((left, size) => left.resize(size, 'left'), width + tabs);
    }

    /** Opens the palette by its key, types once it listens, and chooses what comes first once that is what was typed. */
    async chooseInPalette(label: string): Promise<void> {
        await this.page.keyboard.press('F1');
        await this.typeIntoPick(label);
    }

    /** Types into an open quick pick once it listens, and chooses what comes first once that is what was typed. @param label of the row */
    async typeIntoPick(text: string, label = text): Promise<void> {
        await expect(this.page.locator('.quick-input-widget input[type="text"]')).toBeFocused();
        await this.page.keyboard.type(text);
        await expect(this.page.locator('.quick-input-widget .monaco-list-row.focused')).toContainText(label);
        await this.page.keyboard.press('Enter');
    }

    /** Picks a row of an open quick pick by its label. */
    async pick(label: string): Promise<void> {
        await this.page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first().click();
    }
}
