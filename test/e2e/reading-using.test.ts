import { CONFIG } from './home-folder';
import { expect, test } from './ide';
import type { IdeWindow } from './ide-window';
import { allowAndClose, choose, chooseInMenu, CORP, openAwsPage, openView, pressInRow, runCommand, signInToCorp, undo } from './page-acts';
import { PageReader } from './page-reader';

const CATEGORY = 'AWS: ';
/** Two more: a list of seven has a filter. */
const MORE_PROFILES = ['second', 'third'].map(
    name => `\n[profile ${name}]\nrole_arn = arn:aws:iam::111122223333:role/Reader\nsource_profile = default\n`
).join('');

/** Signs in on the page of AWS in a browser elsewhere, and pastes the text that it ends with. */
async function bringText(window: IdeWindow): Promise<void> {
    const aws = await openAwsPage(window);
    await aws.getByRole('button', { name: 'Continue' }).click();
    const text = await aws.locator('#text').innerText();
    await aws.close();
    await window.dialog.root.locator('[name=consoleText]').fill(text);
    await window.dialog.button('paste').click();
}

test.describe('somebody who follows docs/using to the letter', () => {

    test('signs in by each way of signing-in.md, and out again', async ({ ide }) => {
        const reader = new PageReader('signing-in.md');
        const window = await openView(ide);
        const { page, dialog, accounts } = window;
        const signInLabel = reader.label('Sign in', 'AWS: Sign In');
        await runCommand(window, signInLabel);
        await reader.follow('AWS Builder ID', [
            async ({ labels: [method] }) => choose(window, method),
            async () => {
                const code = await dialog.userCode();
                const aws = await openAwsPage(window);
                await expect(aws.locator('body')).toContainText(code);
                await allowAndClose(aws);
            },
            async ({ labels: [state] }) => {
                await dialog.expectClosed();
                await expect(accounts.root.getByRole('treeitem').first()).toContainText(state);
            }
        ]);
        await runCommand(window, signInLabel);
        await choose(window, reader.label('Sign in', 'AWS Management Console'));
        await reader.follow('AWS Management Console', [
            async () => {
                await page.keyboard.press('Enter');
                await window.typeIntoPick('eu-central-1');
            },
            () => bringText(window),
            async () => {
                await dialog.button('stay-connected').click();
                await dialog.expectClosed();
                await expect(window.statusBar('iam')).toContainText('console');
            },
            async () => {
                ide.emulator.settings.consoleUser = 'staging';
                await window.start('aws.accounts.signIn', 'profile:console');
                await bringText(window);
                await page.getByRole('alertdialog').locator('[data-action="cancel"]').click();
                await dialog.expectClosed();
            }
        ]);
        await runCommand(window, reader.label('AWS Management Console', 'AWS: Sign Out'));
        await choose(window, 'console');
        await page.getByRole('alertdialog').locator('[data-action="confirm"]').click();
        await expect(accounts.connection('profile:console')).toContainText(reader.label('AWS Management Console', 'expired'));
        await chooseInMenu(window, accounts.connection('builder-id'), reader.label('Afterwards', 'Sign In Again'));
        ide.emulator.approve(await dialog.userCode());
        await dialog.expectClosed();
    });

    test('goes through the alert of two-uses.md, and switches', async ({ ide }) => {
        ide.home.write('.aws/config', `${CONFIG}${MORE_PROFILES}`);
        const reader = new PageReader('two-uses.md');
        const window = await openView(ide);
        const { dialog, accounts } = window;
        await ide.signInWithBuilderId(window);
        const command = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
        await reader.follow('The alert', [
            () => expect(dialog.root).toContainText('Invoke Lambda Function needs IAM credentials'),
            async () => {
                await expect(dialog.root.locator(':focus')).toHaveCount(1);
                await window.page.keyboard.type('dev');
                await expect(dialog.choice('profile:dev')).toHaveAttribute('aria-selected', 'true');
            },
            async ({ labels: [service] }) => {
                await expect(dialog.root.getByText(reader.label('The alert', 'Remember my choice'))).toBeVisible();
                await expect(dialog.button('disconnect')).toContainText(service);
                await dialog.button('stay-connected').click();
            }
        ]);
        expect((await command.outcome()).error).toBeUndefined();
        const undoLabel = reader.label('Switching', 'Undo');
        await reader.follow('Switching', [
            async ({ labels: [entry, action] }) => {
                await expect(window.statusBar('iam')).toContainText(entry);
                await pressInRow(accounts.connection('profile:ops'), action);
                await expect(window.statusBar('iam')).toContainText('ops');
                await undo(window, 'Now using ops', undoLabel);
                await expect(window.statusBar('iam')).toContainText('dev');
            },
            async ({ labels: [stop] }) => {
                await runCommand(window, stop);
                await expect(accounts.use('awsServices')).not.toContainText('dev');
            },
            async ({ labels: [entry, action] }) => {
                await expect(window.statusBar('codewhisperer')).toContainText(entry);
                await signInToCorp(ide, window);
                await pressInRow(accounts.connection(CORP), action);
                await dialog.button('use').click();
                ide.emulator.approve(await dialog.userCode());
                await expect(window.statusBar('codewhisperer')).toContainText('corp');
            }
        ]);
    });

    test('finds, uses and writes roles and profiles as profiles-and-roles.md says', async ({ ide }) => {
        const reader = new PageReader('profiles-and-roles.md');
        const window = await openView(ide);
        const { page, accounts, dialog } = window;
        await chooseInMenu(window, accounts.connection('profile:ops'), reader.label('Find something', 'Pin'));
        await signInToCorp(ide, window);
        const [use, write, writeAll, undoLabel, listAgain] = reader.labels('Roles of IAM Identity Center');
        const account = accounts.root.locator('[data-account-id="111122223333"]:not([data-role-name])');
        const role = accounts.root.locator('[data-account-id="111122223333"][data-role-name="ReadOnly"]');
        await account.click();
        await pressInRow(role, use);
        await expect(window.statusBar('iam')).toContainText('ReadOnly');
        await undo(window, 'The role is now profile', undoLabel);
        await expect(accounts.connection('profile:corp-sandbox-ReadOnly')).toHaveCount(0);
        for (const [row, label] of [[role, write], [account, writeAll]] as const) {
            await chooseInMenu(window, row, label);
            await expect(dialog.root.locator('.theia-aws-preview')).toContainText('sso_role_name');
            await page.keyboard.press('Escape');
            await dialog.expectClosed();
        }
        await chooseInMenu(window, accounts.connection(CORP), listAgain);
        await expect(account).toBeVisible();

        await chooseInMenu(window, accounts.connection('profile:broken'), reader.label('IAM profiles', 'Open config'));
        await expect(page.locator('.monaco-editor')).toContainText('source_profile');
        const dev = accounts.connection('profile:dev');
        const closeDialog = async (): Promise<void> => {
            await expect(page.locator('.dialogBlock')).toBeVisible();
            await page.keyboard.press('Escape');
            await expect(page.locator('.dialogBlock')).toHaveCount(0);
        };
        await reader.follow('IAM profiles', [
            async ({ labels: [add] }) => {
                await runCommand(window, `${CATEGORY}${add}`);
                await closeDialog();
            },
            async ({ labels }) => {
                for (const label of labels) {
                    await chooseInMenu(window, dev, label);
                    await closeDialog();
                }
            },
            async ({ labels: [change] }) => {
                await chooseInMenu(window, dev, change);
                await window.typeIntoPick('us-west-2');
                await expect(dev).toContainText('us-west-2');
            },
            async ({ labels: [copy] }) => {
                await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
                await chooseInMenu(window, dev, copy);
                await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Name: dev');
            }
        ]);
    });

    test('marks production, and opens terminals and the console, as production.md and terminals-and-tasks.md say', async ({ ide }) => {
        const [production, terminals] = [new PageReader('production.md'), new PageReader('terminals-and-tasks.md')];
        const window = await openView(ide);
        const { page, accounts } = window;
        const dev = accounts.connection('profile:dev');
        await window.run('aws.accounts.useProfile', 'profile:dev');
        await chooseInMenu(window, dev, production.label('Production', 'Mark as Production'));
        await expect(window.statusBar('iam')).toContainText('production');
        const invoke = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} });
        const cancel = page.getByRole('alertdialog').getByRole('button', { name: production.label('Production', 'Cancel'), exact: true });
        await expect(cancel).toBeFocused();
        await cancel.click();
        expect(await invoke.outcome()).toEqual({ error: 'Canceled' });

        const named = (start: string): string => terminals.label('Terminals, tasks and the console', start);
        await runCommand(window, named('AWS: Open AWS Terminal'));
        await choose(window, 'dev');
        const tabs = page.locator('#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]', { hasText: 'dev' });
        await expect(tabs).toHaveCount(1);
        await window.run('aws.accounts.stopUsingProfile');
        await runCommand(window, named('AWS: Open AWS Console'));
        await window.pick('ops');
        await expect(window.notifications.filter({ hasText: 'The AWS console opens as Deployer' })).toHaveCount(1);
    });
});
