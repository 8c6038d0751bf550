import { expect, test } from './ide';

const HOSTS: readonly { readonly host: string; readonly env: Record<string, string> }[] = [
    { host: 'AWS Cloud9', env: { C9_PROJECT: 'workbench' } },
    { host: 'AWS Lambda', env: { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' } }
];

for (const { host, env } of HOSTS) {
    test(`in ${host} CodeWhisperer works with the IAM profile: view, pickers and guard say so, and nobody is asked for a `
        + 'token', async ({ ide }) => {
        await ide.startBackend(env);
        const window = await ide.openWindow();
        await window.run('aws.accounts.openView');
        const says = `In ${host}, CodeWhisperer works with the IAM profile of AWS services, and takes no sign-in.`;
        await expect(window.statusBar('codewhisperer')).toContainText('choose profile');

        const signIn = await window.start('aws.accounts.signIn');
        await expect(window.page.locator('.quick-input-widget input[type=text]')).toHaveAttribute('placeholder', says);
        await expect(window.page.locator('.quick-input-widget input[type=text]')).toBeFocused();
        await expect(window.page.locator('.quick-input-widget input[type=text]')).toBeFocused();
        await window.page.keyboard.press('Escape');
        await signIn.outcome();

        const command = await window.start('aws.sample.suggestCode');
        await expect(window.dialog.root).toContainText('Suggest Code with CodeWhisperer needs IAM credentials');
        await expect(window.dialog.root).toContainText(says);
        await expect(window.dialog.choice('builder-id')).toHaveCount(0);
        await window.dialog.choice('profile:dev').click();
        await window.dialog.button('use').click();
        expect((await command.outcome()).result).toContain('items.filter');

        await expect(window.accounts.use('codeWhisperer')).toContainText('dev');
        await expect(window.statusBar('codewhisperer')).toContainText('dev');
        expect([
            'GenerateRecommendations', 'GenerateCompletions', 'StartDeviceAuthorization', 'RegisterClient'
        ].map(operation => ide.emulator.count(operation)))
            .toEqual([1, 0, 0, 0]);
    });
}
