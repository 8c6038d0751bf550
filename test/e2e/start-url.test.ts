import { createHash } from 'node:crypto';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const VANITY = 'https://aws.my-corp.example/sso';
const PORTAL_HOST = 'ssoins-0123456789abcdef.eusc-de-east-1.portal.amazonaws.eu';
const REGION = 'eusc-de-east-1';
const ACCOUNT = '555566667777';
/** A person waits no longer than this for where an address leads. */
const AT_ONCE = { timeout: 1000 };

/** Opens the form for a start URL. */
async function openForm(window: IdeWindow): ReturnType<IdeWindow['start']> {
    await window.run('aws.accounts.openView');
    const signIn = await window.start('aws.accounts.signIn');
    await window.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'For members of an organization' }).click();
    await expect(window.dialog.root.locator('[name=startUrl]')).toBeVisible();
    return signIn;
}

/** The hosts that were asked, but for those that no test turns to. */
const targets = (ide: Ide): string[] => ide.aws.targets.filter(target => target.includes('eu') || target.includes('example'));

test('a start URL on the domain of an organization leads to the European Sovereign Cloud: '
    + 'region, sign-in, role and console', async ({ ide }) => {
    ide.emulator.redirect(VANITY, `https://${PORTAL_HOST}/`);
    const window = await ide.openWindow();
    const signIn = await openForm(window);
    const { dialog } = window;
    await dialog.root.locator('[name=startUrl]').fill(`${VANITY}/`);
    await expect(dialog.root.locator('[name=region]')).toHaveValue(REGION, AT_ONCE);
    await expect(dialog.root).toContainText(`This address leads to ${PORTAL_HOST} at AWS.`);
    await dialog.button('continue').click();
    ide.emulator.approve(await dialog.userCode());
    await signIn.outcome();
    await expect(window.accounts.connection('sso-session:aws')).toHaveAttribute('data-connection-state', 'signedIn');

    // The AWS-owned address is what the client was registered for; the file and the token have the person's own.
    expect(ide.home.read('.aws/config')).toContain(`[sso-session aws]\nsso_start_url = ${VANITY}\nsso_region = ${REGION}\n`);
    const token =
        JSON.parse(ide.home.read(`.aws/sso/cache/${createHash('sha1').update('aws').digest('hex')}.json`)) as { readonly startUrl: string };
    expect(token.startUrl).toBe(VANITY);

    await window.accounts.root.locator(`[role=treeitem][data-account-id="${ACCOUNT}"]`).first().click();
    await window.accounts.root.locator(`[role=treeitem][data-account-id="${ACCOUNT}"][data-role-name="Developer"]`).hover();
    await window.accounts.root.locator(`[data-row-id="role:${ACCOUNT} Developer sso-session:aws"][data-action-id="use"]`).click();
    await expect(window.statusBar('iam')).toContainText(`${ACCOUNT} ${REGION}`);

    const command = await window.start('aws.accounts.openConsole');
    const opened = window.page.context().waitForEvent('page');
    await window.notifications.getByRole('button', { name: 'Open AWS Console' }).click();
    const console = await opened;
    await expect(console.locator('body')).toContainText(`https://console.amazonaws-eusc.eu/console/home?region=${REGION}`);
    await command.outcome();
    expect(targets(ide)).toEqual([
        'aws.my-corp.example:443',
        `${REGION}.signin.amazonaws-eusc.eu:443`,
        `oidc.${REGION}.amazonaws.eu:443`,
        `portal.sso.${REGION}.amazonaws.eu:443`,
        `sts.${REGION}.amazonaws.eu:443`
    ]);
});

test('a start URL that does not lead to AWS by one redirect is refused as it is typed, with the reason', async ({ ide }) => {
    const { emulator } = ide;
    emulator.redirect('https://aws.my-corp.example/two', 'https://go.my-corp.example/aws');
    emulator.redirect('https://go.my-corp.example/aws', `https://${PORTAL_HOST}/`);
    emulator.redirect('https://aws.my-corp.example/evil', 'https://awsapps.com.evil.example/start');
    emulator.redirect('https://aws.my-corp.example/plain', `http://${PORTAL_HOST}/`);
    const window = await ide.openWindow();
    await openForm(window);
    const startUrl = window.dialog.root.locator('[name=startUrl]');
    for (const [path, reason] of [
        ['/two', 'leads to go.my-corp.example, which is not AWS'],
        ['/evil', 'leads to awsapps.com.evil.example, which is not AWS'],
        ['/plain', `leads to ${PORTAL_HOST} without encryption (http)`],
        ['/none', 'answers without a redirect']
    ]) {
        await startUrl.fill(`https://aws.my-corp.example${path}`);
        await expect(window.dialog.root).toContainText(`https://aws.my-corp.example${path} `.trimEnd());
        await expect(window.dialog.root).toContainText(reason);
        await expect(startUrl).toHaveAttribute('aria-invalid', 'true');
    }
    await window.dialog.button('continue').click();
    await expect(window.dialog.root.getByRole('alert')).toContainText('answers without a redirect');
    expect(ide.aws.targets.filter(target => !target.startsWith('aws.my-corp.example'))).toEqual([]);
    expect(emulator.count('RegisterClient')).toBe(0);
});

test('a region that no list has is typed, in the form and for a profile', async ({ ide }) => {
    const window = await ide.openWindow();
    const signIn = await openForm(window);
    const { root } = window.dialog;
    await root.locator('[name=startUrl]').fill('https://globex.awsapps.com/start');
    await root.locator('[name=region]').selectOption({ label: 'Another region...' });
    const other = root.locator('[name=otherRegion]');
    await expect(other).toBeFocused();
    await other.fill('frankfurt');
    await expect(root).toContainText('This is no name of a region. It looks like eu-central-1.');
    await expect(window.dialog.button('continue')).toBeDisabled();
    await other.fill('eu-central-1');
    await window.dialog.button('continue').click();
    ide.emulator.approve(await window.dialog.userCode());
    await signIn.outcome();

    await window.run('aws.accounts.useProfile', 'profile:dev');
    const command = await window.start('aws.accounts.changeRegion', 'profile:dev');
    await window.typeIntoPick('eu-west-9', 'Another region...');
    // The same field asks for the name once the list is gone.
    await expect(window.page.locator('.quick-input-widget')).toContainText('Name of the region');
    const name = window.page.locator('.quick-input-widget input[type="text"]');
    await expect(name).toBeFocused();
    await name.fill('eu-west-9');
    await name.press('Enter');
    await command.outcome();
    await expect(window.statusBar('iam')).toContainText('eu-west-9 (chosen here)');
});
