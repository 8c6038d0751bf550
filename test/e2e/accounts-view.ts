import type { Locator } from '@playwright/test';
import { TheiaApp, TheiaView } from '@theia/playwright';

/** The AWS Accounts view. */
export class AccountsView extends TheiaView {

    constructor(app: TheiaApp) {
        super({ tabSelector: '#shell-tab-aws-accounts', viewSelector: '#aws-accounts', viewName: 'AWS Accounts' }, app);
    }

    connection(id: string): Locator {
        return this.page.locator(`${this.viewSelector} [role=treeitem][data-connection-id="${id}"]`);
    }

    use(use: 'codeWhisperer' | 'amazonQ' | 'awsServices'): Locator {
        return this.page.locator(`${this.viewSelector} [role=treeitem][data-aws-use="${use}"]`);
    }

    get root(): Locator {
        return this.page.locator(this.viewSelector);
    }
}
