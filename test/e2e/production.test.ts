import type { Locator } from '@playwright/test';
import type { IdeWindow } from './ide-window';
import { expect, test } from './ide';

const INVOKE = 'aws.sample.invokeLambda';
const INVOCATION = { functionName: 'hello-world', payload: { order: 42 } };
const ACCOUNT = '111122223333';

const question = ({ page }: IdeWindow): Locator => page.locator('.theia-aws-accounts-dialog [role=alertdialog]');
const button = (window: IdeWindow, action: 'run-in-production' | 'cancel'): Locator =>
    question(window).locator(`[data-action="${action}"]`);

async function pickRowAction(window: IdeWindow, label: string): Promise<void> {
    await window.accounts.connection('profile:dev').click({ button: 'right' });
    await window.page.locator('.lm-Menu-item, .p-Menu-item, .monaco-menu .action-item', { hasText: label }).first().click();
}

test.describe('a profile marked as production', () => {

    test('asks before a command that changes something, says so everywhere, and remembers it', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await pickRowAction(window, 'Mark as Production');
        await expect(window.accounts.connection('profile:dev')).toContainText('production');
        await expect(window.accounts.use('awsServices')).toContainText('production');
        await expect(window.statusBar('iam')).toContainText('dev production 111122223333');

        const cancelled = await window.start(INVOKE, INVOCATION);
        await expect(question(window)).toContainText('Run Invoke Lambda Function in production?');
        await expect(question(window)).toContainText(ACCOUNT);
        await expect(button(window, 'cancel')).toBeFocused();
        await window.page.keyboard.press('Enter');
        expect(await cancelled.outcome()).toEqual({ error: 'Canceled' });
        expect(ide.emulator.count('Invoke')).toBe(0);
        await expect(window.notifications.filter({ hasText: 'hello-world' })).toHaveCount(0);

        const confirmed = await window.start(INVOKE, INVOCATION);
        await button(window, 'run-in-production').click();
        expect((await confirmed.outcome()).result).toMatchObject({ event: { order: 42 } });
        expect(ide.emulator.count('Invoke')).toBe(1);

        await window.run('aws.sample.showCallerIdentity');
        await expect(question(window)).toHaveCount(0);

        await window.reload();
        const again = await window.start(INVOKE, INVOCATION);
        await expect(question(window)).toContainText(ACCOUNT);
        await window.page.keyboard.press('Escape');
        expect(await again.outcome()).toEqual({ error: 'Canceled' });
        expect(ide.emulator.count('Invoke')).toBe(1);
        expect(ide.home.read('.theia/aws-accounts.json')).toContain('production');
    });

    test('shows in the choice of a profile, and the mark goes only when a person says so', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.run('aws.accounts.setProduction', 'profile:dev', true);
        const command = await window.start(INVOKE, INVOCATION);
        await expect(window.dialog.choice('profile:dev')).toContainText('production');
        await window.dialog.choice('profile:dev').click();
        await window.dialog.button('use').click();
        // The account is known only now, and the same dialog says so.
        await expect(window.dialog.button('use')).toHaveText(`Run in ${ACCOUNT} with dev`);
        await expect(window.dialog.root).toContainText(
            'Invoke Lambda Function changes something in AWS, and you marked this profile as production.'
        );
        await window.dialog.button('cancel').click();
        expect(await command.outcome()).toEqual({ error: 'Canceled' });
        expect(ide.emulator.count('Invoke')).toBe(0);
        await expect(window.statusBar('iam')).not.toContainText('dev');

        const confirmed = await window.start(INVOKE, INVOCATION);
        await window.dialog.choice('profile:dev').click();
        await window.dialog.choice('profile:dev').press('Enter');
        await window.dialog.button('use').click();
        expect((await confirmed.outcome()).result).toMatchObject({ event: { order: 42 } });
        await expect(question(window)).toHaveCount(0);

        const kept = await window.start('aws.accounts.setProduction', 'profile:dev', false);
        await button(window, 'cancel').click();
        await kept.outcome();
        await expect(window.statusBar('iam')).toContainText('production');
        await pickRowAction(window, 'No Longer Production');
        await button(window, 'run-in-production').click();
        await expect(window.statusBar('iam')).not.toContainText('production');
        expect((await window.run(INVOKE, INVOCATION)).result).toMatchObject({ event: { order: 42 } });
    });
});
