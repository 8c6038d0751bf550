import type { AwsSignInEmulator } from 'aws-sign-in-emulator';
import { expect, test } from '@playwright/test';
import type { IdeWindow } from '../e2e/ide-window';

const PROFILES = ['default', 'dev', 'ops', 'sandbox', 'broken'];

/** A person opens the IDE for the first time: from the invitation in the status bar to a terminal that acts as a profile. */
export async function mainStory(window: IdeWindow, emulator: AwsSignInEmulator): Promise<void> {
    await test.step('status bar, palette and rows are there', () => lookAround(window));
    await test.step('Builder ID signs in by device code', () => signIn(window, emulator));
    await test.step('a profile is used, and CodeWhisperer stays connected', () => useProfile(window));
    await test.step('a terminal is opened as a profile', () => openTerminal(window));
    await test.step('the wizard opens and goes away', () => openWizard(window));
    await test.step('everything is still there after the page was loaded again', () => loadAgain(window));
}

async function lookAround(window: IdeWindow): Promise<void> {
    await expect(window.statusBar('codewhisperer')).toBeVisible();
    await expect(window.statusBar('iam')).toBeVisible();
    await window.page.keyboard.press('F1');
    await window.page.locator('.quick-input-widget input[type=text]').fill('>AWS Accounts');
    await window.pick('AWS Accounts');
    for (const profile of PROFILES) {
        await expect(window.accounts.connection(`profile:${profile}`)).toBeVisible();
    }
}

async function signIn(window: IdeWindow, emulator: AwsSignInEmulator): Promise<void> {
    const running = await window.start('aws.accounts.signIn', 'builder-id');
    emulator.approve(await window.dialog.userCode());
    expect((await running.outcome()).error).toBeUndefined();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
}

async function useProfile(window: IdeWindow): Promise<void> {
    const running = await window.start('aws.accounts.useProfile', 'profile:dev');
    await window.dialog.button('stay-connected').click();
    await running.outcome();
    await expect(window.statusBar('iam')).toContainText('dev 111122223333 eu-central-1');
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
}

async function openTerminal(window: IdeWindow): Promise<void> {
    await window.run('aws.accounts.openTerminal', 'profile:default');
    await expect(window.page.locator('#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]', { hasText: 'default' }))
        .toHaveCount(1);
}

async function openWizard(window: IdeWindow): Promise<void> {
    const adding = await window.start('aws.accounts.addProfile');
    const wizard = window.page.locator('.theia-aws-profile-dialog [role=dialog]');
    await wizard.locator('[data-action="accessKeys"]').click();
    await expect(wizard.locator('input[name="secretAccessKey"]')).toBeVisible();
    await wizard.locator('[data-action="cancel"]').click();
    await expect(wizard).toHaveCount(0);
    await adding.outcome();
}

async function loadAgain(window: IdeWindow): Promise<void> {
    await window.reload();
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
    await expect(window.statusBar('iam')).toContainText('dev 111122223333');
}
