import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { chromium, expect, test } from '@playwright/test';
import { CONFIG, CREDENTIALS, HomeFolder } from '../e2e/home-folder';
import { Display, OnScreen } from './display';
import { drivenApplication } from './driven-application';
import { ElectronApplication } from './electron-application';
import type { DesktopWindow } from './desktop-window';
import { SystemBrowser } from './system-browser';

const { ELECTRON_PATH = '', DESKTOP_APPLICATION = '', DESKTOP_PICTURES, CHROMIUM_PATH = '/usr/bin/chromium' } = process.env;
const APPLICATION = 'AWS Accounts Example';
/** Entries of the menu of the samples; the first invokes a function. */
const ITEMS = 4;
const STATUS = { codeWhisperer: '[id="status-bar-aws-accounts-codewhisperer"]', iam: '[id="status-bar-aws-accounts-iam"]' };
const DIALOG = '.theia-aws-accounts-dialog [role=dialog]';
const TOAST = '.theia-notification-list-item';
/** Wide enough to read "CodeWhisperer", a state and an action. */
const SENSIBLE_WIDTH = 250;

/** This machine's own words about AWS and Theia stay outside. */
function cleanEnvironment(): NodeJS.ProcessEnv {
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^AWS_|^THEIA_|^XDG_|^DBUS_/.test(name)));
}

test.describe('the desktop application', () => {
    let display: Display;
    let emulator: AwsSignInEmulator;
    let home: HomeFolder;
    let application: ElectronApplication | undefined;
    let browser: SystemBrowser;
    let window: DesktopWindow;

    test.beforeEach(async () => {
        display = await Display.open();
        emulator = await AwsSignInEmulator.start();
        home = new HomeFolder();
        home.write('.aws/config', CONFIG);
        home.write('.aws/credentials', CREDENTIALS);
        browser = new SystemBrowser(home);
        const env = {
            ...cleanEnvironment(), ...browser.env, DISPLAY: display.name, HOME: home.path, THEIA_CONFIG_DIR: home.pathOf('.theia'),
            SHELL: '/bin/bash', AWS_ENDPOINT_URL: emulator.url, AWS_ENDPOINT_URL_SIGNIN: emulator.url, AWS_EC2_METADATA_DISABLED: 'true'
        };
        application = ElectronApplication.start(ELECTRON_PATH, drivenApplication(DESKTOP_APPLICATION), home.workspace, env);
        window = await application.window();
    });

    test.afterEach(async ({ }, info) => {
        if (info.status !== info.expectedStatus) {
            mkdirSync(info.outputDir, { recursive: true });
            display.picture(join(info.outputDir, 'screen.png'));
            await info.attach('log', { body: application?.log ?? '' });
        }
        window?.close();
        await application?.stop();
        await emulator.stop();
        await display.close();
        home.remove();
    });

    /** Another program is the person's browser. */
    async function goTo(address: string, act: (page: import('@playwright/test').Page) => Promise<void>): Promise<void> {
        const person = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ['--no-sandbox', '--disable-gpu'] });
        try {
            const page = await person.newPage();
            await page.goto(address);
            await act(page);
        } finally {
            await person.close();
        }
    }

    test('from the first window to the console: sign-in, the native menu and its alert, a terminal', async () => {
        await test.step('the view opens as wide as it can be read', async () => {
            await window.run('aws.accounts.openView');
            await window.expectText('#aws-accounts [role=treeitem]', 'sandbox');
            await expect.poll(() => window.evaluate(() => document.querySelector('#aws-accounts')?.clientWidth)).toBeGreaterThanOrEqual(
                SENSIBLE_WIDTH
            );
            await keep('desktop-view');
        });
        await test.step('Builder ID signs in by loopback through the system\'s browser', async () => {
            await window.run('aws.accounts.signIn', 'builder-id');
            await window.click(`${DIALOG} [data-action="open-page"]`);
            const address = await browser.opened();
            expect(new URL(address).searchParams.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/);
            await goTo(address, async page => {
                await page.getByRole('button', { name: 'Allow' }).click();
                await expect(page.locator('body')).toContainText('Request approved');
            });
            await window.expectText(STATUS.codeWhisperer, 'Builder ID');
            await window.expectNone(DIALOG);
        });
        await test.step('a command of the native menu waits for a profile, says what happens to CodeWhisperer, and goes on', async () => {
            await invokeByNativeMenu();
            await window.expectText(DIALOG, 'Invoke Lambda Function needs IAM credentials');
            await window.expectText(DIALOG, 'CodeWhisperer works with AWS Builder ID');
            const scrolls = await window.evaluate(css => Array.from(document.querySelectorAll(`${css}, ${css} *`))
                .filter(element => /auto|scroll/.test(getComputedStyle(element).overflowY)
                    && element.scrollHeight > element.clientHeight + 1)
                .map(element => element.className), DIALOG);
            expect(scrolls, 'what has a scroll bar in a window of 533 pixels').toEqual([]);
            await keep('desktop-alert');
            await window.click(`${DIALOG} [role=option][data-connection-id="profile:dev"]`);
            await window.click(`${DIALOG} [data-action="stay-connected"]`);
            await window.expectText(STATUS.iam, 'dev 111122223333');
            await window.expectText(STATUS.codeWhisperer, 'Builder ID');
            await window.click('.quick-input-widget .monaco-list-row');
            await expect.poll(() => emulator.count('Invoke'), { timeout: 30_000 }).toBe(1);
        });
        await test.step('a terminal is opened as a profile', async () => {
            await window.run('aws.accounts.openTerminal', 'profile:default');
            await window.expectText('.lm-TabBar-tab[id^="shell-tab-terminal"]', 'default');
        });
        await test.step('the console opens in the system\'s browser, as the role', async () => {
            await window.run('aws.accounts.openConsole', 'profile:ops');
            await window.click(`${TOAST} button`, 'Open AWS Console');
            const address = await browser.opened();
            expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/aws-accounts\/console\/[\w-]+$/);
            await goTo(address, page => expect(page.locator('body')).toContainText('Deployer'));
        });
    });

    /** With the keys by which a person reaches a menu bar, and the mouse: the menu belongs to the window, and is not in the page. */
    async function invokeByNativeMenu(): Promise<void> {
        const menus = await window.mainMenus();
        display.focus(APPLICATION);
        const before = display.windows().map(({ id }) => id);
        display.press('alt', ...Array<string>(menus.indexOf('AWS Sample')).fill('Right'), 'Down');
        let menu: OnScreen | undefined;
        await expect.poll(() => menu = display.windows().find(({ id }) => !before.includes(id)), { message: 'the native menu' })
            .toBeDefined();
        await keep('desktop-menu');
        const { x, y, width, height } = menu as unknown as OnScreen;
        display.click(x + width / 2, y + height / ITEMS / 2);
    }

    /** Pictures for the documents, when they are asked for. */
    async function keep(name: string): Promise<void> {
        if (DESKTOP_PICTURES) {
            display.picture(join(DESKTOP_PICTURES, `${name}.png`));
        }
    }
});
