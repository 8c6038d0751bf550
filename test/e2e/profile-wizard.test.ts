import { statSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { fillField } from './fill-field';
import { CONFIG, CREDENTIALS } from './home-folder';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { recordTexts } from './recorded-texts';

const STAGING_ID = 'AKIAI44QH8DHBEXAMPLE';
const STAGING_SECRET = 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY';
const WRITTEN = `\n[staging]\naws_access_key_id = ${STAGING_ID}\naws_secret_access_key = ${STAGING_SECRET}\n`;

const CAREFUL = '\n[careful]\naws_access_key_id = AKIAJQ6MFAUSEREXAMPL\naws_secret_access_key = ZkQ9c0mfaUserSecretAccessKey/EXAMPLEKEY0\n';

/** The dialog that adds and edits profiles. */
function wizard({ page }: IdeWindow): Locator {
    return page.locator('.theia-aws-profile-dialog [role=dialog]');
}

async function fill(window: IdeWindow, values: { readonly [field: string]: string }): Promise<void> {
    for (const [field, value] of Object.entries(values)) {
        await fillField(wizard(window), wizard(window).locator(`input[name="${field}"]`), value);
    }
}

async function press(window: IdeWindow, action: string): Promise<void> {
    await wizard(window).locator(`[data-action="${action}"]`).click();
}

function files({ home }: Ide): string[] {
    return [home.read('.aws/config'), home.read('.aws/credentials')];
}

test.describe('A profile', () => {

    test('is added with keys that AWS knows: wrong ones are refused with the reason, and nothing is written', async ({ ide }) => {
        const window = await ide.openWindow();
        const frames: string[] = [];
        window.page.on('websocket', socket => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())));
        await window.reload();
        const adding = await window.start('aws.accounts.addProfile');
        await press(window, 'accessKeys');
        await fill(window, { name: 'staging', accessKeyId: STAGING_ID, secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' });
        await expect(wizard(window).locator('[data-preview$="credentials"] pre')).toContainText('aws_secret_access_key = ********');
        await press(window, 'write');
        const secret = wizard(window).locator('input[name="secretAccessKey"]');
        await expect(secret).toBeFocused();
        await expect(secret).toHaveAttribute('aria-invalid', 'true');
        await expect(secret).toHaveAccessibleDescription(/this is not its secret.*Nothing was written/);
        expect(files(ide)).toEqual([CONFIG, CREDENTIALS]);

        await fill(window, { secretAccessKey: STAGING_SECRET });
        await press(window, 'write');
        await adding.outcome();
        expect(files(ide)).toEqual([CONFIG, CREDENTIALS + WRITTEN]);
        expect(statSync(ide.home.pathOf('.aws', 'credentials')).mode & 0o777).toBe(0o600);

        await window.notifications.getByRole('button', { name: 'Use for AWS Services' }).click();
        await expect(window.statusBar('iam')).toContainText('staging');
        await expect(window.statusBar('iam')).toContainText('444455556666');
        expect(frames.length).toBeGreaterThan(0);
        expect([...frames, ide.logs(window)].join('\n')).not.toContain(STAGING_SECRET);
    });

    test('that takes on a role is tried first, and written anyway if the person wants that', async ({ ide }) => {
        const window = await ide.openWindow();
        const adding = await window.start('aws.accounts.addProfile');
        await press(window, 'role');
        await press(window, 'write');
        await expect(wizard(window).locator('[data-remark="missing"]')).toHaveCount(3);
        await fill(window, { name: 'deploy', roleArn: 'arn:aws:sts::111122223333:assumed-role/Nobody/jo' });
        await expect(wizard(window).locator('[data-remark="sessionArn"]')).toContainText('arn:aws:iam::111122223333:role/Nobody');
        await fill(window, { roleArn: 'arn:aws:iam::111122223333:role/Nobody' });
        await wizard(window).locator('select[name="source"]').selectOption('profile:dev');
        await expect(wizard(window).locator('[data-remark]')).toHaveCount(0);
        await press(window, 'write');
        await expect(wizard(window).locator('[data-failure="accessDenied"]')).toBeVisible();
        expect(files(ide)).toEqual([CONFIG, CREDENTIALS]);

        await press(window, 'write-anyway');
        await adding.outcome();
        expect(files(ide)).toEqual(
            [`${CONFIG}\n[profile deploy]\nrole_arn = arn:aws:iam::111122223333:role/Nobody\nsource_profile = dev\n`, CREDENTIALS]
        );
    });

    test('whose role wants a code is written when it was right; who closes the question is back in the form', async ({ ide }) => {
        ide.home.write('.aws/credentials', CREDENTIALS + CAREFUL);
        const window = await ide.openWindow();
        const adding = await window.start('aws.accounts.addProfile');
        await press(window, 'role');
        await fill(
            window,
            { name: 'operator', roleArn: 'arn:aws:iam::777788889999:role/Operator', mfaSerial: 'arn:aws:iam::777788889999:mfa/careful' }
        );
        await wizard(window).locator('select[name="source"]').selectOption('profile:careful');
        const code = window.page.locator('.quick-input-widget input[aria-label*="operator"]');
        await press(window, 'write');
        await code.press('Escape');
        await expect(wizard(window).locator('[data-action="write"]')).toBeEnabled();
        expect(files(ide)).toEqual([CONFIG, CREDENTIALS + CAREFUL]);

        await press(window, 'write');
        await expect(code).toBeFocused();
        await code.fill('123456');
        await code.press('Enter');
        await adding.outcome();
        expect(ide.home.read('.aws/config')).toContain('[profile operator]');
    });

    test('is added while another one is chosen, and is then the one that is selected', async ({ ide }) => {
        const window = await ide.openWindow();
        const choosing = await window.start('aws.accounts.useProfile');
        await window.page.locator('[data-action="add-profile"]').click();
        await press(window, 'accessKeys');
        await fill(window, { name: 'staging', accessKeyId: STAGING_ID, secretAccessKey: STAGING_SECRET });
        await press(window, 'write');
        await expect(wizard(window)).toHaveCount(0);
        await expect(window.dialog.choice('profile:staging')).toHaveAttribute('aria-selected', 'true');
        await window.dialog.button('use').click();
        await choosing.outcome();
        await expect(window.statusBar('iam')).toContainText('444455556666');
    });

    test('is offered where there is none, and is the first one then', async ({ ide }) => {
        ide.home.write('.aws/config', '');
        ide.home.write('.aws/credentials', '');
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.accounts.root.getByText('Add a profile with your access keys or a role').click();
        await press(window, 'accessKeys');
        await fill(window, { name: 'default', accessKeyId: STAGING_ID, secretAccessKey: STAGING_SECRET });
        await press(window, 'write');
        await expect(window.accounts.connection('profile:default')).toBeVisible();
        expect(files(ide)).toEqual(['', WRITTEN.replace('staging', 'default').trimStart()]);
    });

    test('of a role of Identity Center is written after a sign-in, edited and removed; '
        + 'every other byte stays as people arranged it', async ({ ide }) => {
        const arranged =
            `# ours\n\n${CONFIG.replace('region = eu-central-1', 'region=eu-central-1   # near us\n\n; later: eu-west-1')}\n\n# the end`;
        ide.home.write('.aws/config', arranged);
        const window = await ide.openWindow();
        const adding = await window.start('aws.accounts.addProfile');
        await press(window, 'identityCenter');
        await fillField(window.dialog.root, window.dialog.root.locator('input[name="startUrl"]'), 'https://d-1234567890.awsapps.com/start');
        await window.dialog.button('continue').click();
        ide.emulator.approve(await window.dialog.userCode());
        await adding.outcome();
        const sandbox = window.accounts.root.locator('[role=treeitem][data-account-id="111122223333"]');
        await sandbox.click();
        await window.accounts.root.locator('[data-account-id="111122223333"][data-role-name="ReadOnly"]').click({ button: 'right' });
        await window.page.locator('.lm-Menu-item', { hasText: 'Write as Profile...' }).click();
        const dialog = window.page.getByRole('dialog');
        await fillField(dialog, dialog.locator('[name=profile]'), 'reader');
        await dialog.locator('[data-action=write]').click();
        await expect(window.accounts.connection('profile:reader')).toBeVisible();
        const written = `${arranged}\n\n[profile reader]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = ReadOnly\n`;
        expect(files(ide)).toEqual([`${written}region = us-east-1\n`, CREDENTIALS]);

        const editing = await window.start('aws.accounts.editProfile', 'profile:reader');
        await wizard(window).locator('select[name="region"]').selectOption('eu-west-1');
        await press(window, 'write');
        await editing.outcome();
        expect(files(ide)).toEqual([`${written}region = eu-west-1\n`, CREDENTIALS]);

        await window.start('aws.accounts.deleteProfile', 'profile:reader');
        await window.page.locator('.dialogBlock').getByRole('button', { name: 'Remove' }).click();
        await expect(window.accounts.connection('profile:reader')).toHaveCount(0);
        expect(files(ide), 'but for the empty line before it').toEqual([`${arranged}\n\n`, CREDENTIALS]);
    });

    test('whose keys are wrong is never called connected: the row says why, and leads to the line where they stand', async ({ ide }) => {
        ide.home.write(
            '.aws/credentials',
            `${CREDENTIALS}\n[wrong]\naws_access_key_id = AKIANOBODYKNOWSEXAMP\naws_secret_access_key = ${STAGING_SECRET}\n`
        );
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const labels = await recordTexts(window.page, window.statusBar('iam'));
        await window.run('aws.accounts.useProfile', 'profile:wrong');
        const row = window.accounts.connection('profile:wrong');
        await expect(row).toHaveAttribute('data-connection-state', 'failed');
        await expect(row).toContainText('AWS does not know the credentials of wrong: they are wrong, deleted or revoked.');
        await expect(window.statusBar('iam')).toHaveText('AWS: wrong refused');
        expect((await labels()).filter(label => /\d{12}/.test(label)), 'no account was ever claimed').toEqual([]);
        await row.hover();
        await row.getByRole('button', { name: 'Open Credentials File' }).click();
        await expect(window.page.locator('.monaco-editor .view-lines').first()).toContainText('AKIANOBODYKNOWSEXAMP');

        ide.home.write('.aws/credentials', `${CREDENTIALS}${WRITTEN.replace('staging', 'wrong')}`);
        await expect(row, 'other keys are another question').toHaveAttribute('data-connection-state', 'notConnected');
        await window.run('aws.accounts.useProfile', 'profile:wrong');
        await expect(window.statusBar('iam')).toContainText('wrong 444455556666');
    });

    test('is edited in its line, removed and put back; every other byte of the files stays', async ({ ide }) => {
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        await window.accounts.connection('profile:ops').click({ button: 'right' });
        await window.page.locator('.lm-Menu-item', { hasText: 'Edit Profile...' }).click();
        await expect(wizard(window).locator('input[name="roleArn"]')).toHaveValue('arn:aws:iam::111122223333:role/Deployer');
        await wizard(window).locator('select[name="region"]').selectOption('eu-west-1');
        await press(window, 'write');
        await expect(wizard(window)).toHaveCount(0);
        const edited = CONFIG.replace('source_profile = dev\n', 'source_profile = dev\nregion = eu-west-1\n');
        expect(files(ide)).toEqual([edited, CREDENTIALS]);

        await window.start('aws.accounts.deleteProfile', 'profile:dev');
        await window.page.locator('.dialogBlock').getByRole('button', { name: 'Remove' }).click();
        await expect(window.notifications).toContainText(['It gives credentials to: ops.']);
        expect(files(ide)).toEqual([edited, CREDENTIALS]);

        await window.accounts.connection('profile:default').click({ button: 'right' });
        await window.page.locator('.lm-Menu-item', { hasText: 'Remove Profile...' }).click();
        await window.page.locator('.dialogBlock').getByRole('button', { name: 'Remove' }).click();
        await expect(window.accounts.connection('profile:default')).toHaveCount(0);
        expect(files(ide)).toEqual([edited.slice(edited.indexOf('[profile dev]')), CREDENTIALS.slice(CREDENTIALS.indexOf('[dev]'))]);
        await window.notifications.getByRole('button', { name: 'Undo' }).click();
        // The row is back with the first of the two files.
        await expect.poll(() => files(ide)).toEqual([edited, CREDENTIALS]);
    });
});
