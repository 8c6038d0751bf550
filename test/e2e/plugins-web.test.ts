import { Ide, expect, test } from './ide';
import type { IdeWindow } from './ide-window';
import { startWithExtensions } from './written-extension';

/** Two extensions without a backend: both run in the worker of the page. */
const script = (name: string): string => `(() => {
    const vscode = require('vscode');
    const aws = require('theia-aws-accounts-plugin-ext');
    let counted = 0;
    const commands = {
        count: () => counted += 1,
        run: (id, ...args) => vscode.commands.executeCommand(id, ...args),
        session: options => vscode.authentication.getSession('aws-builder-id', ['codewhisperer:completions'], options),
        overview: async () => { await aws.ready; return { uses: aws.uses, connections: aws.connections, counted }; },
        profile: () => aws.requireIam({ command: 'Read Orders' }),
        keys: id => aws.credentialProvider(id)().then(() => 'given', error => error.reason)
    };
    exports.activate = () => Object.entries(commands).forEach(([command, run]) =>
        vscode.commands.registerCommand('${name}.' + command, run));
})();`;

async function open(ide: Ide): Promise<IdeWindow> {
    await startWithExtensions(ide, ['web-one', 'web-two'].map(name => ({
        name, script: script(name), runsIn: 'page', contributes: {
            // An extension speaks for commands that it contributes.
            commands: [{ command: `${name}.count`, title: `${name}.count` }],
            awsRequirements: { [`${name}.count`]: { kind: 'iam' } }
        }
    })));
    const window = await ide.openWindow();
    for (const name of ['web-one', 'web-two']) {
        await expect.poll(async () => (await window.run(`${name}.overview`)).result ?? 'not yet').toHaveProperty('uses');
    }
    return window;
}

test('an extension in the worker of the page is stopped before a guarded command of the application, of its own, '
    + 'and of another extension', async ({ ide }) => {
    const window = await open(ide);
    const paths: [from: string, command: string, title: string][] = [
        ['web-one.run', 'aws.sample.invokeLambda', 'Invoke Lambda Function'], ['web-one.run', 'web-one.count', 'web-one.count'],
        ['web-two.run', 'web-one.count', 'web-one.count']
    ];
    for (const [from, command, title] of paths) {
        const denied = await window.start(from, command);
        await expect(window.dialog.root).toContainText(`${title} needs IAM credentials`);
        await window.dialog.button('cancel').click();
        expect(await denied.outcome(), command).toEqual({ error: 'Canceled' });
    }
    expect((await window.run('web-one.overview')).result).toMatchObject({ counted: 0 });
    await window.run('aws.accounts.useProfile', 'profile:dev');
    expect(await window.run('web-two.run', 'web-one.count')).toEqual({ result: 1 });
});

test('an extension in the worker of the page sees uses and, with consent, connections and sessions; '
    + 'secrets it never gets', async ({ ide }) => {
    const window = await open(ide);
    const asking = await window.start('web-one.profile');
    await window.dialog.choice('profile:dev').click();
    await window.dialog.button('use').click();
    await expect(window.page.locator('.dialogBlock')).toContainText('The extension web-one (samples.web-one) asks to use dev.');
    await window.page.locator('.dialogBlock').getByRole('button', { name: 'Allow' }).click();
    expect((await asking.outcome()).result).toMatchObject({ id: 'profile:dev', region: 'eu-central-1' });
    expect((await window.run('web-one.overview')).result).toMatchObject(
        { connections: [{ id: 'profile:dev' }], uses: { awsServices: { state: 'connected' } } }
    );
    expect((await window.run('web-two.overview')).result).toMatchObject({ connections: [], uses: { awsServices: { state: 'connected' } } });
    expect(await window.run('web-one.keys', 'profile:dev')).toEqual({ result: 'accessDenied' });

    await ide.signInWithBuilderId(window);
    const session = await window.start('web-one.session', { createIfNone: true });
    await expect(window.page.locator('.dialogBlock')).toContainText('The extension web-one (samples.web-one) asks to use AWS Builder ID.');
    await window.page.locator('.dialogBlock').getByRole('button', { name: 'Allow' }).click();
    expect((await session.outcome()).result).toMatchObject({ id: 'builder-id', accessToken: 'builder-id' });
    expect((await window.run('web-one.session', { silent: true })).result).toMatchObject({ id: 'builder-id' });
    expect(await window.run('web-two.session', { silent: true }), 'what one may use is not for all').toEqual({ result: undefined });
});
