import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { AwsCli } from '../interop/aws-cli';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { recordFrames } from './recorded-frames';

const WANTED = { 'aws.accounts.signInFlow': 'deviceCode', 'aws.accounts.terminalEnvironment': true };

/** Types into the terminal in front; what it prints is read from a file, since a terminal draws on a canvas. */
async function runInTerminal({ page }: IdeWindow, ide: Ide, command: string): Promise<string> {
    const file = ide.home.pathOf(`output-${Date.now()}`);
    const input = page.locator('.terminal-container:not(.lm-mod-hidden) .xterm-helper-textarea').last();
    await input.focus();
    await expect(input).toBeFocused();
    // In one piece: single keys would be divided between the shell and whatever takes the focus meanwhile.
    await page.keyboard.insertText(`${command} > ${file} 2>&1; echo ended >> ${file}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => read(file), { timeout: 30_000 }).toContain('ended\n');
    return read(file).replace(/ended\n$/, '').trim();
}

function read(file: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? '';
    }
}

async function newTerminal(window: IdeWindow): Promise<void> {
    const before = await window.page.locator('.xterm-helper-textarea').count();
    await window.run('terminal:new');
    await expect(window.page.locator('.xterm-helper-textarea')).toHaveCount(before + 1);
}

function tabsThatSay({ page }: IdeWindow, text: string): Locator {
    return page.locator('#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]', { hasText: text });
}

const CALLER = 'aws sts get-caller-identity --query Arn --output text';

test.describe('a terminal of the IDE', () => {

    test.beforeEach(async ({ ide }) => {
        ide.home.writeSettings(WANTED);
        const cli = new AwsCli(ide.home.path, ide.emulator.url);
        const env = await cli.prepare();
        await ide.startBackend({ ...env, PATH: `/usr/bin:/bin:${process.env.PATH}` });
    });

    test('runs the AWS CLI as the identity that the status bar shows, in two windows with two profiles', async ({ ide }) => {
        const one = await ide.openWindow();
        const other = await ide.openWindow(ide.home.path);
        await one.run('aws.accounts.useProfile', 'profile:dev');
        await other.run('aws.accounts.useProfile', 'profile:ops');
        await newTerminal(one);
        await newTerminal(other);
        expect(await runInTerminal(one, ide, CALLER)).toBe('arn:aws:iam::111122223333:user/dev');
        expect(await runInTerminal(other, ide, CALLER)).toMatch(/^arn:aws:sts::111122223333:assumed-role\/Deployer\//);
        expect(await runInTerminal(one, ide, 'echo $AWS_PROFILE $AWS_REGION')).toBe('dev eu-central-1');
        await expect(one.statusBar('iam')).toContainText('dev');
        await expect(other.statusBar('iam')).toContainText('ops');
    });

    test('keeps its profile after a switch, and says so, also when the page was loaded again', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await newTerminal(window);
        await expect(tabsThatSay(window, 'no longer in use')).toHaveCount(0);
        await window.run('aws.accounts.useProfile', 'profile:default');
        await expect(tabsThatSay(window, 'dev: no longer in use')).toHaveCount(1);
        await newTerminal(window);
        expect(await runInTerminal(window, ide, CALLER)).toBe('arn:aws:iam::444455556666:user/staging');
        await window.reload();
        await expect(tabsThatSay(window, 'dev: no longer in use')).toHaveCount(1);
    });

    test('is for one profile when it was opened for that, whatever is active', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await window.run('aws.accounts.openTerminal', 'profile:default');
        expect(await runInTerminal(window, ide, CALLER)).toBe('arn:aws:iam::444455556666:user/staging');
        await expect(tabsThatSay(window, 'default')).toHaveCount(1);
    });

    test('has nothing of AWS unless the person wants it, whatever the workspace says', async ({ ide }) => {
        ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode' });
        ide.home.write('workspace/.theia/settings.json', JSON.stringify({ 'aws.accounts.terminalEnvironment': true }));
        const window = await ide.openWindow();
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await newTerminal(window);
        expect(await runInTerminal(window, ide, 'echo "[$AWS_PROFILE]"')).toBe('[]');
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
