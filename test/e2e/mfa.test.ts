import type { Locator } from '@playwright/test';
import { CONFIG, CREDENTIALS } from './home-folder';
import { expect, test } from './ide';
import type { IdeWindow } from './ide-window';

const DEVICE = 'arn:aws:iam::777788889999:mfa/careful';
const OPERATOR = 'profile:operator';
const CAREFUL = 'profile:careful';
const WHOAMI = 'aws.sample.showCallerIdentity';
const [RIGHT, WRONG] = ['123456', '000000'];

const PROFILES = `${CONFIG}
[profile careful]
region = eu-central-1
mfa_serial = ${DEVICE}

[profile operator]
region = eu-central-1
role_arn = arn:aws:iam::777788889999:role/Operator
source_profile = careful
mfa_serial = ${DEVICE}
`;
const KEYS = `${CREDENTIALS}
[careful]
aws_access_key_id = AKIAJQ6MFAUSEREXAMPL
aws_secret_access_key = ZkQ9c0mfaUserSecretAccessKey/EXAMPLEKEY0
`;

/** The question for a code. */
function question({ page }: IdeWindow): Locator {
    return page.locator('.quick-input-widget', { hasText: 'AWS MFA Code' });
}

async function answer(window: IdeWindow, code: string): Promise<void> {
    const input = question(window).locator('input[type="text"]');
    await expect(input).toBeFocused();
    await input.fill(code);
    await input.press('Enter');
}

test.describe('a profile with a multi-factor authentication device', () => {

    test.beforeEach(({ ide }) => {
        ide.home.write('.aws/config', PROFILES);
        ide.home.write('.aws/credentials', KEYS);
    });

    test('asks when it is used, not at the start or when it is looked at; a wrong code asks again; '
        + 'the right one runs the command', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.accounts.connection(OPERATOR).hover();
        await expect(window.page.locator('.theia-hover')).toContainText('operator');
        await expect(question(window)).toBeHidden();
        expect(ide.emulator.requests, 'nothing was asked of AWS').toEqual([]);

        const command = await window.start(WHOAMI);
        await window.dialog.choice(OPERATOR).click();
        await window.dialog.button('use').click();
        await expect(question(window)).toContainText('operator');
        await expect(question(window)).toContainText(DEVICE);
        await answer(window, WRONG);
        await expect(question(window)).toContainText('AWS did not accept the code');
        await expect(question(window)).toContainText('tries left: 2');
        await answer(window, RIGHT);
        expect((await command.outcome()).result).toMatch(/^arn:aws:sts::777788889999:assumed-role\/Operator\//);
        await expect(window.statusBar('iam')).toContainText('operator 777788889999');
        expect(ide.emulator.count('GetSessionToken')).toBe(2);

        expect((await window.run(WHOAMI)).result, 'a second command asks nothing').toContain('Operator');
        await window.run('aws.accounts.useProfile', CAREFUL);
        await expect(window.statusBar('iam')).toContainText('careful 777788889999');
        expect((await window.run(WHOAMI)).result, 'another profile with this device asks nothing').toBe(
            'arn:aws:iam::777788889999:user/careful'
        );
        await expect(question(window)).toBeHidden();
        expect(ide.emulator.count('GetSessionToken'), 'one session').toBe(2);
        expect(ide.logs(window)).not.toContain(RIGHT);
    });

    test('without a role asks once too; who closes the question is where they were, and the command did not run', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const command = await window.start('aws.sample.invokeLambda', { functionName: 'import-orders' });
        await window.dialog.choice(CAREFUL).click();
        await window.dialog.button('use').click();
        await expect(question(window)).toContainText('careful');
        await expect(window.dialog.root.getByRole('status').first()).toHaveText(
            'Waiting for the code that is asked for at the top of the window.'
        );
        await window.dialog.button('cancel').focus();
        await window.page.keyboard.press('Escape');
        await expect(question(window), 'it stands in front of the dialog, wherever the focus is').toBeHidden();
        await expect(window.dialog.button('use')).toBeVisible();
        await expect(window.dialog.root.getByRole('alert'), 'nothing is wrong').toHaveCount(0);
        await expect(window.accounts.connection(CAREFUL)).toHaveAttribute('data-connection-state', 'notConnected');
        await window.page.keyboard.press('Escape');
        expect(await command.outcome()).toEqual({ error: 'Canceled' });
        await window.dialog.expectClosed();
        await expect(window.notifications).toHaveCount(0);
        await expect(window.statusBar('iam')).toHaveText('AWS: choose profile');
        expect(ide.emulator.count('Invoke')).toBe(0);
        expect(ide.emulator.count('GetSessionToken')).toBe(0);

        const again = await window.start('aws.sample.invokeLambda', { functionName: 'import-orders' });
        await window.dialog.choice(CAREFUL).click();
        await window.dialog.button('use').click();
        await answer(window, RIGHT);
        expect((await again.outcome()).result).toMatchObject({ caller: 'arn:aws:iam::777788889999:user/careful' });
        expect(ide.emulator.count('Invoke')).toBe(1);
        expect(ide.emulator.count('GetSessionToken')).toBe(1);
    });

    test('three wrong codes end it with the reason, and one action', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const using = await window.start('aws.accounts.useProfile', OPERATOR);
        for (const left of ['Enter the code', 'tries left: 2', 'tries left: 1']) {
            await expect(question(window)).toContainText(left);
            await answer(window, WRONG);
        }
        await using.outcome();
        await expect(question(window)).toBeHidden();
        await expect(window.accounts.connection(OPERATOR)).toHaveAttribute('data-connection-state', 'failed');
        await expect(window.statusBar('iam')).toContainText('operator needs a code');
        await expect(window.accounts.connection(OPERATOR), 'no matter for an administrator').toContainText(
            'operator needs the code of a multi-factor authentication device.'
        );
    });

    test('works with the keyboard alone, from the palette to the answer', async ({ ide }) => {
        const window = await ide.openWindow();
        const { page } = window;
        await window.chooseInPalette('Show Caller Identity');
        await expect(window.dialog.root.locator(':focus')).toHaveCount(1);
        await page.keyboard.type('operator');
        await expect(window.dialog.button('use')).toHaveText('Use operator');
        await page.keyboard.press('Enter');
        await expect(question(window)).toContainText('operator');
        const input = question(window).locator('input[type="text"]');
        await expect(input).toBeFocused();
        await page.keyboard.type('12');
        await expect(input).toHaveValue('12');
        await page.keyboard.press('Enter');
        await expect(question(window)).toContainText('A code has six digits.');
        await page.keyboard.type('3456');
        await expect(input).toHaveValue('123456');
        await page.keyboard.press('Enter');
        await window.dialog.expectClosed();
        await expect(window.notifications.filter({ hasText: 'assumed-role/Operator' })).toBeVisible();
        await page.keyboard.press('F1');
        await expect(page.locator('.quick-input-widget input[type="text"]'), 'the keyboard is where it was').toBeFocused();
    });
});
