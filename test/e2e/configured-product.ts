import type { Page } from '@playwright/test';
import type { HomeFolder } from './home-folder';

/** The place where a build writes the configuration of each half, minified or not. */
const [BACKEND, FRONTEND] = [
    /(["']?configureProxyFromPreferences["']?\s*:\s*(?:false|!1))/g, /(["']?applicationName["']?\s*:\s*"AWS Accounts Example")/g
];

/** The example configured as another product is: with `awsAccounts` in both halves, where a build writes what `package.json` says. */
export class ConfiguredProduct {

    protected readonly property: string;

    /** @param awsAccounts what `theia.backend.config` and `theia.frontend.config` of the product say */
    constructor(awsAccounts: object) {
        this.property = `"awsAccounts":${JSON.stringify(awsAccounts)}`;
    }

    /** The path of a module that a backend loads first. */
    preload(home: HomeFolder): string {
        home.write('product.cjs', `const { prototype } = require('node:module'), compile = prototype._compile;
prototype._compile = function (text, file, ...rest) {
    const main = file.endsWith('/backend/main.js');
    return compile.call(this, main ? text.replace(${BACKEND}, ${JSON.stringify(`$1,${this.property}`)}) : text, file, ...rest);
};`);
        return home.pathOf('product.cjs');
    }

    async configure(page: Page): Promise<void> {
        await page.route('**/bundle.js', async route => {
            const response = await route.fetch();
            await route.fulfill({ response, body: (await response.text()).replace(FRONTEND, `$1,${this.property}`) });
        });
    }
}
