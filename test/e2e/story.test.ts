import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';
import { allowAndClose } from './page-acts';
import { serviceOf } from './page-services';

const CORP = 'sso-session:corp';
const SANDBOX = 'profile:sandbox';
/** Every operation of the emulator that the story needs, pages included. */
const OPERATIONS = [
    'RegisterClient', 'StartDeviceAuthorization', 'CreateToken', 'AuthorizePage', 'DevicePage', 'Decision', 'ListAccounts',
    'ListAccountRoles',
    'GetRoleCredentials', 'GetCallerIdentity', 'AssumeRole', 'Invoke', 'GenerateCompletions', 'GetSigninToken', 'ConsoleLogin', 'Logout'
];

/** The AWS page, opened by the button as a person would. */
async function allowOnAwsPage({ page, dialog }: IdeWindow): Promise<string> {
    const opened = page.context().waitForEvent('page');
    await dialog.button('open-page').click();
    const aws: Page = await opened;
    const { host } = new URL(aws.url());
    await allowAndClose(aws);
    return host;
}

async function signIn(window: IdeWindow, connectionId: string): Promise<string> {
    const signingIn = await window.start('aws.accounts.signIn', connectionId);
    const host = await allowOnAwsPage(window);
    await signingIn.outcome();
    return host;
}

async function chooseFlow({ home }: Ide, { page }: IdeWindow, flow: string): Promise<void> {
    const name = 'aws.accounts.signInFlow';
    home.writeSettings({ [name]: flow });
    const preferences = await serviceOf<{ get(preference: string): unknown }>(page, 'PreferenceService');
    await expect.poll(() => preferences.evaluate((service, wanted) => service.get(wanted), name)).toBe(flow);
}

async function signOut(window: IdeWindow, connectionId: string): Promise<void> {
    const ending = await window.start('aws.accounts.signOut', connectionId);
    await window.page.locator('.dialogBlock').getByRole('button', { name: 'Sign Out' }).click();
    await ending.outcome();
}

/** Both flows, each in the browser, and what they give. */
async function signInBothWays(ide: Ide, window: IdeWindow): Promise<void> {
    await test.step('Builder ID by authorization code, on the page of the regional service', async () => {
        expect(await signIn(window, 'builder-id')).toBe('oidc.us-east-1.amazonaws.com');
        await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
        expect((await window.run('aws.sample.suggestCode')).result).toContain('items.filter');
    });
    await test.step('IAM Identity Center by code, on the page for codes', async () => {
        await chooseFlow(ide, window, 'deviceCode');
        expect(await signIn(window, CORP)).toBe('device.sso.us-east-1.amazonaws.com');
        await expect(window.accounts.connection(CORP)).toHaveAttribute('data-connection-state', 'signedIn');
    });
}

/** The guard in front of Lambda, and the profile that answers it. */
async function invokeThroughTheGuard(window: IdeWindow, connectionId: string, action: 'use' | 'stay-connected'): Promise<unknown> {
    const command = await window.start('aws.sample.invokeLambda', { functionName: 'hello-world', payload: {} });
    await window.dialog.choice(connectionId).click();
    await window.dialog.button(action).click();
    return (await command.outcome()).result;
}

async function openConsole(window: IdeWindow): Promise<string> {
    const command = await window.start('aws.accounts.openConsole', SANDBOX);
    const opened = window.page.context().waitForEvent('page');
    await window.notifications.getByRole('button', { name: 'Open AWS Console' }).click();
    const console = await opened;
    await expect(console.locator('h1')).toHaveText('Console of account 111122223333');
    await command.outcome();
    const { host } = new URL(console.url());
    await console.close();
    return host;
}

test('the whole story at AWS\'s own names: each host that was asked, by backend and browser, on port 443', async ({ ide }) => {
    ide.home.writeSettings({});
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await signInBothWays(ide, window);

    await test.step('roles of the organization', async () => {
        await window.accounts.root.locator('[data-account-id="111122223333"]').first().click();
        await expect(window.accounts.root.locator('[data-role-name="ReadOnly"]')).toBeVisible();
    });
    await test.step('the guard asks, and the profile of a role answers', async () => {
        expect(await invokeThroughTheGuard(window, SANDBOX, 'stay-connected'))
            .toMatchObject({ caller: expect.stringContaining('assumed-role/AWSReservedSSO_AdministratorAccess_') });
        await expect(window.statusBar('iam')).toContainText('sandbox 111122223333');
    });
    await test.step('a profile with keys, and one that assumes a role with them', async () => {
        await window.run('aws.accounts.useProfile', 'profile:ops');
        expect((await window.run('aws.sample.showCallerIdentity')).result).toContain('assumed-role/Deployer/');
    });
    await test.step('the console, in the browser', async () => {
        await window.run('aws.accounts.useProfile', SANDBOX);
        expect(await openConsole(window)).toBe('signin.aws.amazon.com');
    });
    await test.step('a token that is nearly over is renewed by its next use', async () => {
        const file = `.aws/sso/cache/${createHash('sha1').update('__RESERVED__AwsBuilderId').digest('hex')}.json`;
        const token = JSON.parse(ide.home.read(file)) as { readonly accessToken: string };
        ide.home.write(file, JSON.stringify({ ...token, expiresAt: new Date(Date.now() + 30_000).toISOString() }));
        await expect.poll(async () => {
            expect((await window.run('aws.sample.suggestCode')).result).toContain('items.filter');
            return (JSON.parse(ide.home.read(file)) as { readonly accessToken: string }).accessToken;
        }).not.toBe(token.accessToken);
    });
    await test.step('sign-out of both', async () => {
        for (const id of [CORP, 'builder-id']) {
            await signOut(window, id);
            await expect(window.accounts.connection(id)).toHaveAttribute('data-connection-state', 'signedOut');
        }
    });

    for (const { target, sni, host } of ide.aws.arrivals) {
        expect([sni, `${host}:443`], target).toEqual([host, target]);
    }
    expect(ide.aws.arrivals.map(({ operation }) => operation)).toEqual(expect.arrayContaining([...OPERATIONS]));
    expect(ide.aws.targets).toEqual([
        'codewhisperer.us-east-1.amazonaws.com:443',
        'device.sso.us-east-1.amazonaws.com:443',
        'lambda.us-east-1.amazonaws.com:443',
        'oidc.us-east-1.amazonaws.com:443',
        'portal.sso.us-east-1.amazonaws.com:443',
        'signin.aws.amazon.com:443',
        'sts.us-east-1.amazonaws.com:443'
    ]);
});
