import { appendFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { recordFrames } from './recorded-frames';

const ARN = 'arn:aws:iam::111122223333:user/dev';
const OTHER = 'arn:aws:iam::444455556666:user/staging';

/** Asks for the method as a person does, and answers its two questions. */
async function begin(window: IdeWindow): Promise<void> {
    await window.start('aws.accounts.signIn');
    await window.typeIntoPick('Management', 'AWS Management Console');
    const name = window.page.locator('.quick-input-widget input[type="text"]');
    await expect(name).toHaveValue('console');
    await name.fill('dev');
    await expect(window.page.locator('.quick-input-widget')).toContainText('The profile dev has other credentials');
    await name.fill('work');
    await expect(window.page.locator('.quick-input-widget')).not.toContainText('has other credentials');
    await window.page.keyboard.press('Enter');
    await window.typeIntoPick('eu-central-1');
}

async function openAwsPage({ page, dialog }: IdeWindow): Promise<Page> {
    const opened = page.context().waitForEvent('page');
    await dialog.button('open-page').click();
    return opened;
}

/** Signs in on the page of AWS in a browser elsewhere. @returns the text that its last page shows */
async function textFrom(window: IdeWindow): Promise<string> {
    const aws = await openAwsPage(window);
    await aws.getByRole('button', { name: 'Continue' }).click();
    const text = await aws.locator('#text').innerText();
    await aws.close();
    return text;
}

async function paste(window: IdeWindow, text: string): Promise<void> {
    await window.dialog.root.locator('[name=consoleText]').fill(text);
    await window.dialog.button('paste').click();
}

async function arnOf(window: IdeWindow): Promise<unknown> {
    return (await window.run('aws.sample.showCallerIdentity')).result;
}

/** A backend whose time goes on by the minutes given, which are bytes of a file: a file that grows is never read half. */
async function startTimed(ide: Ide): Promise<(minutes: number) => void> {
    const minutes = ide.home.pathOf('minutes');
    ide.home.write('minutes', '');
    ide.home.write('clock.cjs', `const { statSync } = require('node:fs'), now = Date.now;
Date.now = () => now() + statSync(${JSON.stringify(minutes)}).size * 60000;`);
    const options = [ide.aws.directVariables.NODE_OPTIONS, `--require ${ide.home.pathOf('clock.cjs')}`].join(' ');
    await ide.startBackend({ NODE_OPTIONS: options });
    return passed => {
        appendFileSync(minutes, '.'.repeat(passed));
        ide.emulator.advance(passed * 60_000);
    };
}

async function openElsewhere(ide: Ide): Promise<IdeWindow> {
    const window = await ide.openWindow();
    await window.accounts.open();
    return window;
}

test('in a browser on this machine a sign-in to the console makes a profile, which is used and renews by itself; '
    + 'no secret crosses the page', async ({ ide }) => {
    ide.home.writeSettings({});
    // As little as a call needs, so that each call of the test renews.
    ide.emulator.settings.consoleCredentialsLifetime = 60;
    const window = await ide.openWindow();
    const frames = recordFrames(window.page);
    await window.reload();
    await begin(window);
    const aws = await openAwsPage(window);
    expect(new URL(aws.url()).host).toBe('eu-central-1.signin.aws.amazon.com');
    await aws.getByRole('button', { name: 'Continue' }).click();
    await expect(aws.getByRole('heading')).toHaveText('Request approved');
    await window.dialog.expectClosed();
    await expect(window.statusBar('iam')).toContainText('work');

    const before = ide.emulator.count('CreateOAuth2Token');
    // Two calls in quick succession use the same credentials: how many calls three renewals take is a matter of the machine.
    await expect.poll(async () => {
        expect(await arnOf(window)).toBe(ARN);
        return ide.emulator.count('CreateOAuth2Token');
    }).toBeGreaterThanOrEqual(before + 3);
    await window.dialog.expectClosed();
    expect(ide.home.read('.aws/config')).toContain(`[profile work]\nlogin_session = ${ARN}\nregion = eu-central-1\n`);
    const seen = frames.join('\n') + ide.logs(window);
    expect(frames.length).toBeGreaterThan(0);
    expect(ide.emulator.issuedSecrets().filter(secret => seen.includes(secret))).toEqual([]);
});

test('in a browser elsewhere the text of the last page is pasted, and another session is replaced only after a '
    + 'question', async ({ ide }) => {
    const window = await openElsewhere(ide);
    await begin(window);
    await paste(window, 'part of a text');
    await expect(window.dialog.root).toContainText('This is not the whole text.');
    await paste(window, await textFrom(window));
    await window.dialog.expectClosed();
    await expect(window.statusBar('iam')).toContainText('work');
    expect(await arnOf(window)).toBe(ARN);

    ide.emulator.settings.consoleUser = 'staging';
    for (const answer of ['cancel', 'replace']) {
        await window.start('aws.accounts.signIn', 'profile:work');
        await paste(window, await textFrom(window));
        const question = window.page.getByRole('alertdialog');
        await expect(question).toContainText(`The profile work is signed in as ${ARN}. You have signed in as ${OTHER}.`);
        await question.locator(`[data-action="${answer}"]`).click();
        await window.dialog.expectClosed();
        await expect.poll(() => arnOf(window)).toBe(answer === 'replace' ? OTHER : ARN);
    }
});

test('a console sign-in is cancelled, refused and tried again in the same dialog', async ({ ide }) => {
    const window = await openElsewhere(ide);
    await begin(window);
    await expect(window.dialog.root.getByRole('timer')).toHaveText(/^Time left: \d+:\d\d$/);
    await window.dialog.button('copy-link').click();
    await expect(window.dialog.button('copy-link')).toHaveText('Copied');
    await window.dialog.button('cancel').click();
    await window.dialog.expectClosed();
    expect(ide.home.read('.aws/config')).not.toContain('login_session');

    ide.emulator.settings.consoleRefusal = 'AUTHCODE_EXPIRED';
    await begin(window);
    await paste(window, await textFrom(window));
    await expect(window.dialog.root.getByRole('alert')).toContainText('The sign-in was not approved in time.');
    ide.emulator.settings.consoleRefusal = '';
    await window.dialog.button('again').click();
    await paste(window, await textFrom(window));
    await window.dialog.expectClosed();
    await expect(window.statusBar('iam')).toContainText('work');
});

test('a console sign-in ends by signing out, and its row offers the next one', async ({ ide }) => {
    const window = await openElsewhere(ide);
    await begin(window);
    await paste(window, await textFrom(window));
    await window.dialog.expectClosed();
    const row = window.accounts.connection('profile:work');
    await expect(row).toHaveAttribute('data-connection-state', 'connected');
    await window.start('aws.accounts.signOut', 'profile:work');
    const question = window.page.getByRole('alertdialog');
    await question.locator('[data-action="confirm"]').click();
    await expect(row).toHaveAttribute('data-connection-state', 'expired');
    await row.hover();
    await row.getByRole('button', { name: 'Sign In' }).click();
    await paste(window, await textFrom(window));
    await window.dialog.expectClosed();
    await expect(row).toHaveAttribute('data-connection-state', 'connected');
});

test('a command whose profile lives on a session that has ended offers the sign-in to the console, and then runs', async ({ ide }) => {
    ide.home.write('.aws/config', `[profile work]\nregion = eu-central-1\nlogin_session = ${ARN}\n`);
    const window = await openElsewhere(ide);
    await window.run('aws.accounts.useProfile', 'profile:work');
    const invoke = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
    await expect(window.dialog.button('use')).toHaveText('Sign in with AWS Management Console');
    await window.dialog.button('use').click();
    await paste(window, await textFrom(window));
    expect((await invoke.outcome()).error).toBeUndefined();
    expect(ide.emulator.count('Invoke')).toBe(1);
});

test('for twelve hours a console sign-in serves without a prompt, renewing by itself, and then its row says that it has '
    + 'ended', async ({ ide }) => {
    const pass = await startTimed(ide);
    const window = await openElsewhere(ide);
    await begin(window);
    await paste(window, await textFrom(window));
    await window.dialog.expectClosed();
    await expect(window.statusBar('iam')).toContainText('work');
    await expect(window.accounts.connection('profile:work')).toHaveAttribute('data-connection-state', 'connected');
    const renewals = ide.emulator.count('CreateOAuth2Token');
    for (let minutes = 0; minutes < 11.5 * 60; minutes += 30) {
        pass(30);
        expect(await arnOf(window)).toBe(ARN);
    }
    expect(ide.emulator.count('CreateOAuth2Token') - renewals).toBe(23);
    await window.dialog.expectClosed();
    await expect(window.accounts.connection('profile:work')).toHaveAttribute('data-connection-state', 'connected');
    pass(45);
    await window.start('aws.sample.showCallerIdentity');
    await expect(window.accounts.connection('profile:work')).toHaveAttribute('data-connection-state', 'expired');
});
