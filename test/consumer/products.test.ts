import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { expect, Page, test } from '@playwright/test';
import { CONFIG, CREDENTIALS, HomeFolder } from '../e2e/home-folder';
import { IdeWindow } from '../e2e/ide-window';
import { Guide } from './guide';
import { PreparedProducts } from './prepared-products';
import { mainStory } from './main-story';
import { PageWatch } from './page-watch';
import { ProductBackend } from './product-backend';
import { ReverseProxy } from './reverse-proxy';

const START_MS = 60_000;
/** Commands of products, and their names. */
const DEPLOY = { acme: ['acme.deploy', 'Deploy Acme'], guide: ['my.product.deploy', 'Deploy'] } as const;

const WHERE_AM_I = 'my-tool.whereAmI';

/** A command of the product is stopped until there is a profile, and then runs with what it was called with. */
async function guardedDeploy(window: IdeWindow, [id, label]: readonly [string, string]): Promise<void> {
    const deploy = await window.start(id, 'blue');
    await expect(window.dialog.root).toContainText(`${label} needs IAM credentials`);
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('use').click();
    expect(await deploy.outcome()).toEqual({ result: { deployed: ['blue'] } });
    await window.run('aws.accounts.stopUsingProfile');
}

/** The question that a reader finds who has not switched it off. */
async function trustFolder(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Yes, I trust the authors' }).click();
}

/** A VS Code extension gets what the page promises, once the person has allowed it. */
async function runPageExtension(window: IdeWindow): Promise<void> {
    const asking = await window.start(WHERE_AM_I);
    const consent = window.page.locator('.dialogBlock');
    await expect(consent).toContainText('The extension My Tool (acme.my-tool) asks to use dev.');
    await consent.getByRole('button', { name: 'Allow' }).click();
    expect(await asking.outcome()).toEqual({ result: 'dev in eu-central-1, with credentials' });
}

/** It was the product's own services that did all that. */
async function expectOwnServices(window: IdeWindow): Promise<void> {
    await window.run('aws.accounts.openTerminal', 'profile:dev');
    await window.page.keyboard.press('F1');
    const unused = (): Promise<readonly string[]> => window.page.evaluate(() => {
        const { acme } = globalThis as unknown as { readonly acme: { readonly [service: string]: number } };
        return Object.keys(acme).filter(service => acme[service] === 0);
    });
    await expect.poll(unused).toEqual([]);
}

for (const { product, folder } of PreparedProducts.ofThisRun()) {
    test(`${product.name}: ${product.title}`, async ({ browser }) => {
        const home = new HomeFolder();
        home.write('.aws/config', CONFIG);
        home.write('.aws/credentials', CREDENTIALS);
        home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode' });
        const emulator = await AwsSignInEmulator.start();
        const { startArguments } = product.page === undefined ? { startArguments: [] } : new Guide(product.page);
        const backend = await ProductBackend.start(folder, home.path, { AWS_ENDPOINT_URL: emulator.url }, startArguments);
        const proxy = product.proxyPath === undefined ? undefined : await ReverseProxy.start(backend.url, product.proxyPath);
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ignoreHTTPSErrors: proxy !== undefined });
        try {
            const page = await context.newPage();
            const watch = new PageWatch(page);
            page.setDefaultTimeout(START_MS);
            const opening = IdeWindow.open(page, proxy?.url ?? backend.url, home.workspace);
            const [window] = await Promise.all([opening, product.guide && trustFolder(page)]).catch(error => {
                throw new Error(`${product.name} does not start.\n${watch.problems.join('\n')}`, { cause: error });
            });
            if (product.extension || product.guide) {
                const command = product.guide ? DEPLOY.guide : DEPLOY.acme;
                await test.step('a command of the product waits for a profile', () => guardedDeploy(window, command));
            }
            await mainStory(window, emulator);
            if (product.extension?.folder === 'acme-product') {
                expect(await window.run('acme.who')).toEqual({ result: 'arn:aws:iam::111122223333:user/dev' });
                expect(await window.run('acme.account'), 'the sample of docs/building/credentials.md').toEqual({ result: '111122223333' });
            }
            if (product.page) {
                await test.step(`an extension as ${product.page} has it`, () => runPageExtension(window));
            }
            if (product.extension?.folder === 'rebinding') {
                await expectOwnServices(window);
            }
            expect(watch.problems).toEqual([]);
        } finally {
            await context.close();
            await proxy?.stop();
            await backend.stop();
            await emulator.stop();
            home.remove();
        }
    });
}
