import { AwsCli } from '../interop/aws-cli';
import { expect, Ide, test } from './ide';
import { IdeTerminal } from './ide-terminal';
import { allowAndClose, choose, openAwsPage, openView, runCommand } from './page-acts';
import { PageReader } from './page-reader';
import { recordFrames } from './recorded-frames';

const ORGANIZATION = 'https://d-1234567890.awsapps.com/start';
const VANITY = 'https://aws.my-corp.example/sso';
const PORTAL_HOST = 'ssoins-0123456789abcdef.eusc-de-east-1.portal.amazonaws.eu';
const CALLER = 'aws sts get-caller-identity --query Arn --output text';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const TABS = '#theia-bottom-content-panel .lm-TabBar-tab[id^="shell-tab-terminal"]';

/** Starts a backend in whose terminals the AWS CLI meets the emulator as AWS. */
async function startWithCli(ide: Ide): Promise<void> {
    const env = await new AwsCli(ide.home.path, ide.emulator.url, ide.aws.proxyVariables).prepare();
    await ide.startBackend({ ...env, PATH: `/usr/bin:/bin:${process.env.PATH}` });
}

test.describe('somebody who follows docs/using to the letter, further on', () => {

    test('signs in with IAM Identity Center as signing-in.md says', async ({ ide }) => {
        ide.home.write('.aws/config', '');
        ide.emulator.redirect(VANITY, `https://${PORTAL_HOST}/`);
        const reader = new PageReader('signing-in.md');
        const window = await openView(ide);
        const { dialog, accounts } = window;
        const [startUrl, region] = ['startUrl', 'region'].map(name => dialog.root.locator(`[name=${name}]`));
        const account = accounts.root.locator('[data-account-id="111122223333"]').first();
        await runCommand(window, reader.label('Sign in', 'AWS: Sign In'));
        await reader.follow('IAM Identity Center', [
            async ({ labels: [method] }) => choose(window, method),
            async () => {
                await startUrl.fill(VANITY);
                await expect(region).toHaveValue('eusc-de-east-1');
                await expect(dialog.root).toContainText(PORTAL_HOST);
                await startUrl.fill('https://aws.my-corp.example/elsewhere');
                await expect(startUrl).toHaveAttribute('aria-invalid', 'true');
                await startUrl.fill(ORGANIZATION);
                await expect(startUrl).toHaveAttribute('aria-invalid', 'false');
            },
            async ({ labels: [other] }) => {
                await region.selectOption({ label: other });
                await dialog.root.locator('[name=otherRegion]').fill('us-east-1');
            },
            async ({ labels: [goOn] }) => {
                await dialog.root.getByRole('button', { name: goOn, exact: true }).click();
                const code = await dialog.userCode();
                const aws = await openAwsPage(window);
                await expect(aws.locator('body')).toContainText(code);
                await allowAndClose(aws);
                await dialog.expectClosed();
            },
            async () => {
                await account.click();
                await expect(accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
                await accounts.connection('sso-session:d-1234567890').click();
                await expect(account).toBeHidden();
                await window.reload();
                await expect(accounts.connection('sso-session:d-1234567890')).toHaveAttribute('aria-expanded', 'false');
            }
        ]);
    });

    test('filters the view, and uses the environment, as profiles-and-roles.md says', async ({ ide }) => {
        const reader = new PageReader('profiles-and-roles.md');
        await ide.startBackend({ AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: SECRET });
        const window = await openView(ide);
        const { page, accounts } = window;
        const filter = accounts.root.locator('.theia-aws-accounts-filter input');
        await page.getByRole('button', { name: reader.label('Find something', 'Filter'), exact: true }).click();
        await filter.fill('central dev');
        await expect(accounts.connection('profile:dev')).toBeVisible();
        await expect(accounts.connection('profile:default')).toHaveCount(0);
        await filter.press('Escape');
        await expect(accounts.connection('profile:default')).toBeVisible();
        const name = reader.label('The environment of the IDE', 'Environment');
        const profiles = accounts.root.locator('[role=treeitem][data-connection-id^="profile:"], [role=treeitem][data-connection-id="environment"]');
        await expect(profiles.first()).toContainText(name);
        await profiles.first().click({ button: 'right' });
        await expect(page.getByRole('menuitem', { name: reader.labels('IAM profiles')[1], exact: true })).toHaveCount(0);
        await page.keyboard.press('Escape');
        await window.run('aws.accounts.useProfile', 'environment');
        await expect(window.statusBar('iam')).toContainText(name);
    });

    test('sees what terminals-and-tasks.md says about terminals', async ({ ide }) => {
        const reader = new PageReader('terminals-and-tasks.md');
        const heading = 'Terminals, tasks and the console';
        ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode', 'aws.accounts.terminalEnvironment': true });
        await startWithCli(ide);
        const window = await openView(ide);
        const tabs = window.page.locator(TABS);
        await window.run('aws.accounts.useProfile', 'profile:dev');
        const terminal = await IdeTerminal.newIn(window, ide.home);
        expect(await terminal.run('echo "$AWS_PROFILE $AWS_REGION [$AWS_ACCESS_KEY_ID$AWS_SECRET_ACCESS_KEY]"')).toBe('dev eu-central-1 []');
        await window.run('aws.accounts.useProfile', 'profile:ops');
        await expect(tabs.filter({ hasText: 'dev: no longer in use' })).toHaveCount(1);
        ide.home.write('.bashrc', 'export AWS_PROFILE=default\n');
        const pinned = await IdeTerminal.openedBy(window, ide.home, async () => {
            await runCommand(window, reader.label(heading, 'AWS: Open AWS Terminal'));
            await choose(window, 'dev');
        });
        expect(await pinned.run(CALLER)).toBe('arn:aws:iam::444455556666:user/staging');
        const changed = tabs.filter({ hasText: reader.label(heading, 'changed by the shell') });
        await expect(changed).toHaveCount(1);
        await changed.hover();
        await expect(window.page.locator('.theia-hover')).toContainText('AWS_PROFILE');
    });

    test('lets an agent do the three things of ai-tools.md, and sees it stopped at the first alone', async ({ ide }) => {
        await startWithCli(ide);
        const window = await ide.openWindow();
        const frames = recordFrames(window.page);
        await window.reload();
        await window.run('aws.accounts.openView');
        await ide.signInWithBuilderId(window);
        const byAgent = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world' });
        await expect(window.dialog.root).toContainText('needs IAM credentials');
        await window.dialog.button('cancel').click();
        expect(await byAgent.outcome()).toEqual({ error: 'Canceled' });

        const nobody = await IdeTerminal.newIn(window, ide.home);
        expect(await nobody.run('echo "[$AWS_PROFILE]"')).toBe('[]');
        const reader = new PageReader('ai-tools.md');
        const title = reader.label('AI tools', 'AWS Terminal');
        const one = await IdeTerminal.openedBy(window, ide.home, async () => {
            await runCommand(window, `AWS: Open ${title}...`);
            await choose(window, 'ops');
        });
        expect(await one.run(CALLER)).toMatch(/assumed-role\/Deployer\//);
        expect(await one.run('cat ~/.aws/credentials')).toContain(SECRET);
        expect(ide.emulator.issuedSecrets().filter(secret => frames.join('\n').includes(secret))).toEqual([]);
    });
});
