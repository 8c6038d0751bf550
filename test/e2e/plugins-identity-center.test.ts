import type { Locator } from '@playwright/test';
import { Ide, expect, test } from './ide';
import type { IdeWindow } from './ide-window';
import { startWithExtensions } from './written-extension';

const CORP = 'sso-session:corp';
const CLUB = 'sso-session:club';
const SCOPES = ['sso:account:access'];
const CLUB_CONFIG = '\n[sso-session club]\nsso_start_url = https://globex.awsapps.com/start\nsso_region = '
    + 'eu-central-1\nsso_registration_scopes = sso:account:access\n';

/** An ordinary extension: it knows of `vscode.authentication` and of nothing else. */
const asker = (name: string): string => `
const vscode = require('vscode');
exports.activate = () => vscode.commands.registerCommand('${name}.session', (options, scopes = ${JSON.stringify(SCOPES)}) =>
    vscode.authentication.getSession('aws-iam-identity-center', scopes, options));
`;

async function open(ide: Ide): Promise<IdeWindow> {
    ide.home.write('.aws/config', `${ide.home.read('.aws/config')}${CLUB_CONFIG}`);
    await startWithExtensions(ide, ['one', 'two'].map(name => ({ name, script: asker(name), runsIn: 'pluginHost' })));
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await running(window);
    return window;
}

const silently = async (window: IdeWindow, extension: string): Promise<unknown> =>
    (await window.run(`${extension}.session`, { silent: true })).result;
const running = (window: IdeWindow): Promise<void> =>
    expect.poll(async () => Object.keys(await window.run('two.session', { silent: true }))).toEqual(['result']);
const question = ({ page }: IdeWindow): Locator => page.locator('.dialogBlock');
const stateIs = ({ accounts }: IdeWindow, id: string, state: string): Promise<void> => expect(accounts.connection(id)).toHaveAttribute(
    'data-connection-state', state
);

async function signIn(ide: Ide, window: IdeWindow, connectionId: string): Promise<void> {
    const signingIn = await window.start('aws.accounts.signIn', connectionId);
    ide.emulator.approve(await window.dialog.userCode());
    await signingIn.outcome();
}

/** Asks as the extension does, and lets the person allow it. */
async function allow(window: IdeWindow, extension: string, options: object): Promise<unknown> {
    const asking = await window.start(`${extension}.session`, options);
    await question(window).getByRole('button', { name: 'Allow' }).click();
    return (await asking.outcome()).result;
}

async function openAccountsMenu({ page }: IdeWindow): Promise<void> {
    await page.locator('.theia-app-sidebar-container .codicon-account').click();
}

// @threat silent-sessions
test('consent to an IAM Identity Center session is for one extension and one identity; silent asks leak nothing; it is remembered, and revoked', async ({ ide }) => {
    const window = await open(ide);
    await signIn(ide, window, CORP);
    expect([await silently(window, 'one'), await silently(window, 'two')]).toEqual([undefined, undefined]);
    await expect(question(window)).toHaveCount(0);

    const corp = { id: CORP, accessToken: CORP, account: { id: CORP, label: 'corp' } };
    expect(await allow(window, 'one', { createIfNone: true })).toMatchObject(corp);
    expect(await silently(window, 'one'), 'remembered').toMatchObject(corp);
    expect(await silently(window, 'two'), 'of another extension').toBe(undefined);
    expect((await window.run('one.session', { silent: true, account: { id: CLUB, label: 'club' } })).result, 'of another identity').toBe(
        undefined
    );

    await signIn(ide, window, CLUB);
    expect(await silently(window, 'one')).toMatchObject(corp);
    expect((await window.run('one.session', { silent: true, account: { id: CLUB, label: 'club' } })).result).toBe(undefined);
    await window.reload();
    await running(window);
    expect(await silently(window, 'one'), 'restored').toMatchObject(corp);

    await window.start('aws.accounts.manageExtensionAccess');
    await window.pick('one uses corp');
    await expect(window.notifications.filter({ hasText: 'may no longer use corp' })).toBeVisible();
    expect(await silently(window, 'one')).toBe(undefined);
    const denied = await window.start('one.session', { createIfNone: true, account: { id: CORP, label: 'corp' } });
    await question(window).getByRole('button', { name: 'Cancel' }).click();
    expect(await denied.outcome()).toEqual({ error: 'Error' });
});

test('a sign-out in Theia\'s Accounts menu ends the session here, and a sign-out here ends it there', async ({ ide }) => {
    const window = await open(ide);
    await signIn(ide, window, CORP);
    await allow(window, 'one', { createIfNone: true });
    await openAccountsMenu(window);
    await window.page.locator('.lm-Menu-item', { hasText: 'corp (IAM Identity Center)' }).first().hover();
    await window.page.locator('.lm-Menu-item', { hasText: 'Sign Out' }).click();
    await question(window).getByRole('button', { name: 'Sign Out' }).click();
    await stateIs(window, CORP, 'signedOut');
    await expect.poll(() => silently(window, 'one')).toBe(undefined);

    await signIn(ide, window, CORP);
    expect(await silently(window, 'one'), 'allowed before').toMatchObject({ id: CORP });
    const ending = await window.start('aws.accounts.signOut', CORP);
    await question(window).getByRole('button', { name: 'Sign Out' }).click();
    await ending.outcome();
    await expect.poll(() => silently(window, 'one')).toBe(undefined);
    await openAccountsMenu(window);
    await expect(window.page.locator('.lm-Menu-item').first()).toBeVisible();
    await expect(window.page.locator('.lm-Menu-item', { hasText: 'corp (IAM Identity Center)' })).toHaveCount(0);
});

test('a request that waits in Theia\'s Accounts menu signs in for its extension, and is gone then', async ({ ide }) => {
    const window = await open(ide);
    const scopes = ['sso:account:access', 'codewhisperer:completions'];
    expect(await window.run('one.session', {}, scopes)).toEqual({ result: undefined });
    await openAccountsMenu(window);
    const entry = window.page.locator('.lm-Menu-item', { hasText: 'Sign in with IAM Identity Center to use one' });
    await entry.click();
    await window.pick('corp');
    await expect(window.dialog.root).toContainText('asks you to sign in with IAM Identity Center.');
    await expect(window.dialog.root).toContainText('The token lets it list all AWS accounts and roles that are assigned to you');
    ide.emulator.approve(await window.dialog.userCode());
    await expect.poll(async () => (await window.run('one.session', { silent: true }, scopes)).result).toMatchObject({ id: CORP });
    await openAccountsMenu(window);
    await expect(window.page.locator('.lm-Menu-item', { hasText: 'corp (IAM Identity Center)' })).toBeVisible();
    await expect(entry).toHaveCount(0);
});

// @threat stray-enter
test('a question of consent has the focus on Cancel, and an Enter that was typed for something else allows nothing', async ({ ide }) => {
    const window = await open(ide);
    await signIn(ide, window, CORP);
    const asking = await window.start('one.session', { createIfNone: true });
    const button = (name: string): Locator => question(window).getByRole('button', { name });
    await expect(button('Cancel')).toBeFocused();
    await expect(question(window)).toContainText('The token lets it list all AWS accounts and roles that are assigned to you');
    await expect(button('Allow')).toBeEnabled();
    await window.page.keyboard.press('Enter');
    expect(await asking.outcome()).toEqual({ error: 'Error' });
    expect(await silently(window, 'one')).toBe(undefined);
});

// @threat token-opens-more
test('a token for CodeWhisperer of an organization opens no accounts, and is signed in to by itself', async ({ ide }) => {
    const script = `
const vscode = require('vscode');
const aws = require('theia-aws-accounts-plugin-ext');
const scopes = ['codewhisperer:completions'];
exports.activate = () => {
    const told = error => error.reason || error.name;
    vscode.commands.registerCommand('suggester.require', () => aws.requireToken(scopes).then(({ id }) => id, told));
    vscode.commands.registerCommand('suggester.token', id => aws.tokenProvider(id, scopes)().then(
        ({ token }) => token.length > 0 ? 'given' : 'empty', told));
};`;
    await startWithExtensions(ide, [{ name: 'suggester', script, runsIn: 'pluginHost' }]);
    const window = await ide.openWindow();
    await expect.poll(async () => Object.keys(await window.run('suggester.token', 'nobody'))).toEqual(['result']);
    const requiring = await window.start('suggester.require');
    await window.dialog.choice(CORP).click();
    await window.dialog.button('use').click();
    ide.emulator.approve(await window.dialog.userCode());
    await expect(window.dialog.root).toContainText('This one is for CodeWhisperer alone, and is all that is handed on.');
    ide.emulator.approve(await window.dialog.userCode());
    await expect(question(window)).toContainText('The token lets it use CodeWhisperer as you.');
    await question(window).getByRole('button', { name: 'Allow' }).click();
    expect(await requiring.outcome()).toEqual({ result: CORP });
    expect(await window.run('suggester.token', CORP)).toEqual({ result: 'given' });
    const lists = ide.emulator.count('ListAccounts');
    expect(await window.run('suggester.require'), 'without another question').toEqual({ result: CORP });
    expect(ide.emulator.count('ListAccounts')).toBe(lists);
});
