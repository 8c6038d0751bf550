import { expect, Locator, Page } from '@playwright/test';

type Action =
    | 'change-region' | 'use' | 'stay-connected' | 'disconnect' | 'cancel' | 'remember' | 'again' | 'open-page' | 'copy-code' | 'copy-link'
    | 'use-code' | 'paste'
    | 'identity-center' | 'continue' | 'copy-diagnosis';

/** The one dialog: guard, alert, choice and sign-in. */
export class ConnectionDialog {

    readonly root: Locator;

    constructor(protected readonly page: Page) {
        this.root = page.locator('.theia-aws-accounts-dialog [role=dialog]');
    }

    button(action: Action): Locator {
        return this.root.locator(`[data-action="${action}"]`);
    }

    choice(connectionId: string): Locator {
        return this.root.locator(`[role=option][data-connection-id="${connectionId}"]`);
    }

    /** The code that the person compares, once it is shown. */
    async userCode(): Promise<string> {
        const code = this.root.locator('[data-user-code]');
        await expect(code).toBeVisible();
        return (await code.getAttribute('data-user-code')) ?? '';
    }

    async expectClosed(): Promise<void> {
        await expect(this.root).toHaveCount(0);
    }
}
