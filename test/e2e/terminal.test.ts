import type { Locator } from '@playwright/test';
import { AwsCli } from '../interop/aws-cli';
import { expect, test } from './ide';
import { IdeTerminal } from './ide-terminal';
import type { IdeWindow } from './ide-window';
import { recordFrames } from './recorded-frames';

const WANTED = { 'aws.accounts.signInFlow': 'deviceCode', 'aws.accounts.terminalEnvironment': true };

function tabsThatSay({ page }: IdeWindow, text: string): Locator {
    return page.locator('#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]', { hasText: text });
}

const CALLER = 'aws sts get-caller-identity --query Arn --output text';

test.describe('a terminal of the IDE', () => {

    test.beforeEach(async ({ ide }) => {
        ide.home.writeSettings(WANTED);
        // The AWS CLI meets AWS by the proxy, and the backend with it.
        const cli = new AwsCli(ide.home.path, ide.emulator.url, ide.aws.proxyVariables);
        const env = await cli.prepare();
        await ide.startBackend({ ...env, PATH: `/usr/bin:/bin:${process.env.PATH}` });
    });

    test('runs the AWS CLI as the identity that the status bar shows, in two windows with two profiles', async ({ ide }) => {
        const one = await ide.openWindow();
        const other = await ide.openWindow(ide.home.path);
        await one.run('aws.accounts.useProfile', 'profile:dev');
        await other.run('aws.accounts.useProfile', 'profile:ops');
        const [first, second] = [await IdeTerminal.newIn(one, ide.home), await IdeTerminal.newIn(other, ide.home)];
        expect(await first.run(CALLER)).toBe('arn:aws:iam::111122223333:user/dev');
        expect(await second.run(CALLER)).toMatch(/^arn:aws:sts::111122223333:assumed-role\/Deployer\//);
        expect(await first.run('echo $AWS_PROFILE $AWS_REGION')).toBe('dev eu-central-1');
        await expect(one.statusBar('iam')).toContainText('dev');
        await expect(other.statusBar('iam')).toContainText('ops');
    });

    test('keeps its profile after a switch, and says so, also when the page was loaded again', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await IdeTerminal.newIn(window, ide.home);
        await expect(tabsThatSay(window, 'no longer in use')).toHaveCount(0);
        await window.run('aws.accounts.useProfile', 'profile:default');
        await expect(tabsThatSay(window, 'dev: no longer in use')).toHaveCount(1);
        const later = await IdeTerminal.newIn(window, ide.home);
        expect(await later.run(CALLER)).toBe('arn:aws:iam::444455556666:user/staging');
        await window.reload();
        await expect(tabsThatSay(window, 'dev: no longer in use')).toHaveCount(1);
    });

    test('is for one profile when it was opened for that, whatever is active', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        const terminal = await IdeTerminal.openedBy(window, ide.home, () => window.run('aws.accounts.openTerminal', 'profile:default'));
        expect(await terminal.run(CALLER)).toBe('arn:aws:iam::444455556666:user/staging');
        await expect(tabsThatSay(window, 'default')).toHaveCount(1);
    });

    test('says that its profile is marked as production, from the mark on', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await IdeTerminal.newIn(window, ide.home);
        await expect(tabsThatSay(window, 'production')).toHaveCount(0);
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        await expect(tabsThatSay(window, 'production')).toHaveCount(1);
    });

    test('says so when start-up files of its shell make somebody else of it, for one profile and for the workspace', async ({ ide }) => {
        ide.home.write('.bashrc', 'export AWS_PROFILE=default\n');
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        const terminal = await IdeTerminal.openedBy(window, ide.home, () => window.run('aws.accounts.openTerminal', 'profile:dev'));
        expect(await terminal.run('echo $AWS_PROFILE')).toBe('default');
        await expect(tabsThatSay(window, 'dev: changed by the shell')).toHaveCount(1);
        await window.reload();
        await expect(tabsThatSay(window, 'dev: changed by the shell')).toHaveCount(1);

        // Theia opens a new terminal with a login shell.
        ide.home.write('.profile', 'export AWS_ACCESS_KEY_ID=AKIAOTHER AWS_SECRET_ACCESS_KEY=theirs\n');
        await IdeTerminal.newIn(window, ide.home);
        await expect(tabsThatSay(window, 'dev: changed by the shell')).toHaveCount(2);

        ide.home.write('.bashrc', 'export AWS_PROFILE=dev\n');
        await IdeTerminal.openedBy(window, ide.home, () => window.run('aws.accounts.openTerminal', 'profile:default'));
        await expect(tabsThatSay(window, 'default: changed by the shell')).toHaveCount(1);
        const same = await IdeTerminal.openedBy(window, ide.home, () => window.run('aws.accounts.openTerminal', 'profile:dev'));
        expect(await same.run(CALLER)).toBe('arn:aws:iam::111122223333:user/dev');
        await expect(tabsThatSay(window, 'dev: changed by the shell')).toHaveCount(2);
    });

    test('has nothing of AWS unless the person wants it, whatever the workspace says', async ({ ide }) => {
        ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode' });
        ide.home.write('workspace/.theia/settings.json', JSON.stringify({ 'aws.accounts.terminalEnvironment': true }));
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        const terminal = await IdeTerminal.newIn(window, ide.home);
        expect(await terminal.run('echo "[$AWS_PROFILE]"')).toBe('[]');
    });
});

test('the console opens by a click as the role, and its address is in no frame, console or log', async ({ ide }) => {
    const window = await ide.openWindow();
    const frames = recordFrames(window.page);
    await window.reload();
    await window.run('aws.accounts.useProfile', 'profile:ops');
    const command = await window.start('aws.accounts.openConsole', 'profile:ops');
    const opened = window.page.context().waitForEvent('page');
    await window.notifications.getByRole('button', { name: 'Open AWS Console' }).click();
    const console = await opened;
    await expect(console.locator('h1')).toHaveText('Console of account 111122223333');
    await expect(console.locator('body')).toContainText('assumed-role/Deployer/');
    await command.outcome();
    expect(ide.emulator.count('GetSigninToken')).toBe(1);
    const secrets = ide.emulator.issuedSecrets();
    for (const [place, text] of Object.entries({ frames: frames.join('\n'), logs: ide.logs(window) })) {
        expect(secrets.filter(secret => text.includes(secret)), place).toEqual([]);
    }
});
