import { AwsCli } from '../interop/aws-cli';
import { CREDENTIALS } from './home-folder';
import { expect, Ide, test } from './ide';
import { recordTexts } from './recorded-texts';

const HOSTED = 'profile:hosted';
const WHOAMI = 'aws.sample.showCallerIdentity';
const LABEL = 'AWS: hosted 111122223333 us-east-1 (default)';

interface TemporaryKeys {
    readonly AccessKeyId: string;
    readonly SecretAccessKey: string;
    readonly SessionToken: string;
}

/** Does what a hosted IDE does every few minutes: puts other temporary keys of the same role into the credentials file. */
async function rotate({ home }: Ide, cli: AwsCli, session: string): Promise<void> {
    const { stdout } = await cli.run(
        'sts', 'assume-role', '--role-arn', 'arn:aws:iam::111122223333:role/Deployer', '--role-session-name', session, '--profile', 'dev'
    );
    const { AccessKeyId, SecretAccessKey, SessionToken } = (JSON.parse(stdout) as { Credentials: TemporaryKeys }).Credentials;
    const keys = `aws_access_key_id = ${AccessKeyId}\naws_secret_access_key = ${SecretAccessKey}\naws_session_token = ${SessionToken}\n`;
    home.write('.aws/credentials', `${CREDENTIALS}\n[hosted]\n${keys}`);
}

test('temporary keys that are replaced under an open window: no prompt, no flicker, '
    + 'and the next command has the new ones', async ({ ide }) => {
    const cli = new AwsCli(ide.home.path, ide.emulator.url, ide.aws.proxyVariables);
    await rotate(ide, cli, 'hosted-0');
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await window.run('aws.accounts.useProfile', HOSTED);
    await expect(window.statusBar('iam')).toHaveText(LABEL);
    const labels = await recordTexts(window.page, window.statusBar('iam'));
    for (const session of ['hosted-1', 'hosted-2', 'hosted-3']) {
        const asked = ide.emulator.count('GetCallerIdentity');
        await rotate(ide, cli, session);
        await expect.poll(() => ide.emulator.count('GetCallerIdentity'), 'AWS is asked by itself who the new keys are').toBe(asked + 1);
        await expect(window.accounts.connection(HOSTED)).toHaveAttribute('data-connection-state', 'connected');
        expect((await window.run(WHOAMI)).result).toBe(`arn:aws:sts::111122223333:assumed-role/Deployer/${session}`);
        await expect(window.dialog.root).toHaveCount(0);
        await expect(window.page.locator('.quick-input-widget')).toBeHidden();
    }
    expect(await labels()).toEqual([LABEL]);
});
