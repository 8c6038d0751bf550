import { join } from 'node:path';
import { AwsCli } from '../interop/aws-cli';
import { expect, Ide, test } from '../e2e/ide';
import { IdeTerminal } from '../e2e/ide-terminal';
import type { IdeWindow } from '../e2e/ide-window';
import { movingPicture } from './moving-picture';

/** Each picture of the documents, light and dark, for readers of both. */
const PICTURES = join(__dirname, '..', '..', 'docs', 'pictures');
const SIZE = { width: 1000, height: 640 };
/** Time for which a reader looks at each state of the story, in milliseconds. */
const LOOK_MS = [1_800, 2_600, 1_800, 4_200, 3_000];

class Photographer {

    constructor(protected readonly window: IdeWindow, protected readonly theme: string) { }

    async take(name: string): Promise<Buffer> {
        return this.window.page.screenshot({ path: this.pathOf(name), animations: 'disabled' });
    }

    async look(): Promise<Buffer> {
        return this.window.page.screenshot({ animations: 'disabled' });
    }

    pathOf(name: string): string {
        return join(PICTURES, `${name}-${this.theme}.png`);
    }
}

async function openIn(ide: Ide, theme: string): Promise<{ readonly window: IdeWindow; readonly camera: Photographer }> {
    ide.home.writeSettings({ 'workbench.colorTheme': theme, 'aws.accounts.signInFlow': 'deviceCode' });
    const window = await ide.openWindow();
    await window.page.setViewportSize(SIZE);
    await window.run('aws.accounts.openView');
    await expect(window.accounts.use('codeWhisperer')).toBeVisible();
    return { window, camera: new Photographer(window, theme) };
}

async function dismiss({ page, notifications }: IdeWindow): Promise<void> {
    await page.keyboard.press('Escape');
    await expect(notifications).toHaveCount(0);
}

for (const theme of ['light', 'dark']) {

    test(`the story in ${theme}`, async ({ ide }) => {
        const { window, camera } = await openIn(ide, theme);
        const looks = [await camera.look()];
        const signIn = await window.start('aws.accounts.signIn', 'builder-id');
        const code = await window.dialog.userCode();
        looks.push(await camera.take('sign-in'));
        ide.emulator.approve(code);
        await signIn.outcome();
        await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
        looks.push(await camera.look());
        const command = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} });
        await window.dialog.choice('profile:dev').click();
        looks.push(await camera.take('alert'));
        await window.dialog.button('stay-connected').click();
        await command.outcome();
        await expect(window.statusBar('iam')).toContainText('dev');
        await expect(window.notifications.filter({ hasText: 'hello-world' })).toBeVisible();
        looks.push(await camera.look());
        movingPicture(camera.pathOf('story'), looks.map((picture, index) => ({ picture, ms: LOOK_MS[index] })));
    });

    test(`accounts, roles and a change in production in ${theme}`, async ({ ide }) => {
        const { window, camera } = await openIn(ide, theme);
        const signIn = await window.start('aws.accounts.signIn', 'sso-session:corp');
        ide.emulator.approve(await window.dialog.userCode());
        await signIn.outcome();
        await window.accounts.root.locator('[data-account-id="111122223333"]').first().click();
        await expect(window.accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await dismiss(window);
        await camera.take('accounts');
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} });
        await expect(window.page.locator('.theia-aws-accounts-dialog [data-action="run-in-production"]')).toBeEnabled();
        await camera.take('production');
    });

    test(`a terminal of a profile in ${theme}`, async ({ ide }) => {
        // The AWS CLI meets AWS by the proxy, and the backend with it.
        const env = await new AwsCli(ide.home.path, ide.emulator.url, ide.aws.proxyVariables).prepare();
        await ide.startBackend({ ...env, PATH: `/usr/bin:/bin:${process.env.PATH}` });
        const { window, camera } = await openIn(ide, theme);
        const terminal = await IdeTerminal.openedBy(window, ide.home, () => window.run('aws.accounts.openTerminal', 'profile:dev'));
        await terminal.show('aws sts get-caller-identity', 'user/dev');
        await camera.take('terminal');
    });
}
