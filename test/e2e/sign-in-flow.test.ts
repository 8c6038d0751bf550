import type { Page } from '@playwright/test';
import { fillField } from './fill-field';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const PROBE = /^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}$/;

async function openAutomatic(ide: Ide): Promise<IdeWindow> {
    ide.home.writeSettings({});
    return ide.openWindow();
}

/** The AWS page, opened by the button as a person would. */
async function openAwsPage({ page, dialog }: IdeWindow): Promise<Page> {
    const opened = page.context().waitForEvent('page');
    await dialog.button('open-page').click();
    return opened;
}

/** Allows access as somebody whose browser cannot follow to the loopback address. */
async function addressAfterAllowing({ emulator }: Ide, aws: Page): Promise<string> {
    const code = await aws.locator('[name=code]').first().inputValue();
    const decided = await fetch(
        new URL('/decision', emulator.url), { method: 'POST', body: new URLSearchParams({ code, decision: 'allow' }), redirect: 'manual' }
    );
    return decided.headers.get('location') ?? '';
}

test('where browser and backend share a machine, one click on the AWS page signs in', async ({ ide }) => {
    const window = await openAutomatic(ide);
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    const aws = await openAwsPage(window);
    await aws.getByRole('button', { name: 'Allow' }).click();
    await expect(aws.getByRole('heading')).toHaveText('Request approved');
    await signIn.outcome();
    await window.dialog.expectClosed();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
    expect(ide.emulator.count('StartDeviceAuthorization')).toBe(0);
});

test('denied in the browser: said calmly', async ({ ide }) => {
    const window = await openAutomatic(ide);
    await window.start('aws.accounts.signIn', 'builder-id');
    const aws = await openAwsPage(window);
    await aws.getByRole('button', { name: 'Deny' }).click();
    await expect(window.dialog.root.getByRole('alert')).toContainText('Access was denied');
});

test('a browser that does not come back: a code is one click away', async ({ ide }) => {
    const window = await openAutomatic(ide);
    await window.page.clock.install();
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    await expect(window.dialog.button('open-page')).toBeVisible();
    await expect(window.dialog.root).not.toContainText('Nothing has come back yet');
    await window.page.clock.runFor(60_000);
    await expect(window.dialog.root).toContainText('Nothing has come back yet');
    await window.dialog.button('use-code').click();
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
});

test('a browser that cannot reach the address: pasting it completes the sign-in', async ({ ide }) => {
    const window = await openAutomatic(ide);
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    const address = await addressAfterAllowing(ide, await openAwsPage(window));
    await window.dialog.root.locator('summary').click();
    const field = window.dialog.root.locator('[name=redirectAddress]');
    await fillField(window.dialog.root, field, address.replace(/state=[^&]+/, 'state=made-up'));
    await window.dialog.button('paste').click();
    await expect(window.dialog.root).toContainText('This address belongs to another sign-in.');
    await fillField(window.dialog.root, field, address);
    await window.dialog.button('paste').click();
    await signIn.outcome();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
});

test('where the browser is elsewhere a code is shown, whatever the workspace says', async ({ ide }) => {
    ide.home.write('workspace/.theia/settings.json', JSON.stringify({ 'aws.accounts.signInFlow': 'authorizationCode' }));
    const window = await openAutomatic(ide);
    await window.page.context().route(PROBE, route => route.abort('connectionrefused'));
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
});

test('signing in again from scratch ends the session at AWS first', async ({ ide }) => {
    const window = await ide.openWindow();
    await ide.signInWithBuilderId(window);
    expect(ide.emulator.count('Logout')).toBe(0);
    const again = await window.start('aws.accounts.signInFromScratch', 'builder-id');
    const code = await window.dialog.userCode();
    expect(ide.emulator.count('Logout')).toBe(1);
    ide.emulator.approve(code);
    await again.outcome();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
});

test('a preset start URL is filled in, and a workspace cannot set one', async ({ ide }) => {
    ide.home.writeSettings({ 'aws.accounts.startUrl': 'https://d-1234567890.awsapps.com/start', 'aws.accounts.ssoRegion': 'eu-west-1' });
    ide.home.write('workspace/.theia/settings.json', JSON.stringify({ 'aws.accounts.startUrl': 'https://elsewhere.example/start' }));
    const window = await ide.openWindow();
    await window.start('aws.accounts.signIn');
    await window.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'For members of an organization' }).click();
    await expect(window.dialog.root.locator('[name=startUrl]')).toHaveValue('https://d-1234567890.awsapps.com/start');
    await expect(window.dialog.root.locator('[name=region]')).toHaveValue('eu-west-1');
});
