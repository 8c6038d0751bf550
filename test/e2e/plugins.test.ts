import { join } from 'node:path';
import { Ide, expect, test } from './ide';
import type { IdeWindow } from './ide-window';

const SAMPLES = join(__dirname, '..', '..', 'examples', 'sample-plugin');
const SAMPLE = 'aws-plugin-sample';

/** An extension whose author mistyped what its command needs. */
const MISTAKEN = {
    name: 'mistaken', publisher: 'samples', version: '0.1.0', engines: { vscode: '^1.60.0' },
    contributes: { commands: [{ command: 'mistaken.deploy', title: 'Deploy' }], awsRequirements: { 'mistaken.deploy': { kind: 'iamm' } } }
};

/** A window in which both sample extensions run. */
async function openWithPlugins(ide: Ide): Promise<IdeWindow> {
    await ide.startBackend({ THEIA_PLUGINS: `local-dir:${SAMPLES},local-dir:${ide.home.pathOf('extensions')}` });
    const window = await ide.openWindow();
    await untilRunning(window);
    return window;
}

/** The sample has activated itself when its command answers. */
async function untilRunning(window: IdeWindow): Promise<void> {
    await expect.poll(async () => (await window.run(`${SAMPLE}.overview`)).result ?? 'not yet').toHaveProperty('uses');
}

/** Theia's own confirmation dialog. */
function answerConsent(window: IdeWindow, answer: 'Allow' | 'Cancel'): Promise<void> {
    return window.page.locator('.dialogBlock').getByRole('button', { name: answer }).click();
}

test('an extension gets credentials that no browser sees, and loses them when the person takes the permission back', async ({ ide }) => {
    // With the certificates of the system, Theia's plugin host trusts those alone, and not the authority that its variables name.
    ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode', 'http.systemCertificates': false });
    const window = await openWithPlugins(ide);
    const frames: string[] = [];
    window.page.on('websocket', socket => socket.on('framereceived', ({ payload }) => frames.push(payload.toString())));
    await window.reload();
    await untilRunning(window);
    const command = await window.start(`${SAMPLE}.whoAmI`);
    await expect(window.dialog.root).toContainText('Who Am I in AWS needs IAM credentials');
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('use').click();
    await expect(window.page.locator('.dialogBlock')).toContainText(
        'The extension AWS Plugin Sample (samples.aws-plugin-sample) asks to use dev.'
    );
    await answerConsent(window, 'Allow');
    expect(await command.outcome()).toEqual({ result: 'arn:aws:iam::111122223333:user/dev' });
    expect((await window.run(`${SAMPLE}.whoAmI`)).result).toContain('user/dev');
    const seen = frames.join('\n');
    expect(seen).toContain('profile:dev');
    expect(seen).not.toContain('AKIAIOSFODNN7EXAMPLE');
    expect(seen).not.toContain('wJalrXUtnFEMI');

    await window.start('aws.accounts.manageExtensionAccess');
    await window.pick('AWS Plugin Sample uses dev');
    await expect(window.notifications.filter({ hasText: 'may no longer use dev' })).toBeVisible();
    const again = await window.start(`${SAMPLE}.whoAmI`);
    await answerConsent(window, 'Cancel');
    expect(await again.outcome()).toEqual({ error: 'Canceled' });
});

test('a guarded command is stopped in the plugin host, too; other extensions and other commands are left alone', async ({ ide }) => {
    ide.home.write('extensions/mistaken/package.json', JSON.stringify(MISTAKEN));
    const window = await openWithPlugins(ide);
    await expect(window.notifications.filter({
        hasText: 'samples.mistaken: contributes.awsRequirements["mistaken.deploy"]: "kind" has to be'
    })).toBeVisible();
    expect(await window.run('plain-sample.greet', 'Jo')).toEqual({ result: 'Hello, Jo' });

    const denied = await window.start(`${SAMPLE}.countTwice`);
    await expect(window.dialog.root).toContainText('Count Orders needs IAM credentials');
    await window.dialog.button('cancel').click();
    expect(await denied.outcome()).toEqual({ error: 'Canceled' });
    expect((await window.run(`${SAMPLE}.overview`)).result).toMatchObject({ counted: 0 });

    const allowed = await window.start(`${SAMPLE}.countTwice`);
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('use').click();
    expect(await allowed.outcome()).toEqual({ result: 2 });
});

test('sessions: silent gives nothing without consent, consent outlives a reload, and sign-out ends them', async ({ ide }) => {
    const window = await openWithPlugins(ide);
    await ide.signInWithBuilderId(window);
    expect(await window.run(`${SAMPLE}.session`, { silent: true })).toEqual({ result: undefined });
    expect(await window.run(`${SAMPLE}.token`, 'builder-id')).toEqual({ error: 'Error' });

    const asked = await window.start(`${SAMPLE}.session`, { createIfNone: true });
    await answerConsent(window, 'Allow');
    const session = { id: 'builder-id', accessToken: 'builder-id', account: { id: 'builder-id', label: 'AWS Builder ID' } };
    expect((await asked.outcome()).result).toMatchObject(session);
    expect(await window.run(`${SAMPLE}.token`, 'builder-id')).toEqual({ result: { received: true, lasts: true } });

    await window.reload();
    await untilRunning(window);
    expect((await window.run(`${SAMPLE}.session`, { silent: true })).result).toMatchObject(session);
    await window.page.locator('.theia-app-sidebar-container .codicon-account').click();
    await window.page.locator('.lm-Menu-item', { hasText: 'AWS Builder ID' }).first().hover();
    await window.page.locator('.lm-Menu-item', { hasText: 'Sign Out' }).click();
    await window.page.locator('.dialogBlock').getByRole('button', { name: 'Sign Out' }).click();
    await expect.poll(async () => window.run(`${SAMPLE}.session`, { silent: true })).toEqual({ result: undefined });
});
