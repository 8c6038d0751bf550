import { chmodSync } from 'node:fs';
import { LoginFixture } from 'theia-aws-accounts/lib/node/test/login-fixture';
import { expect, test } from './ide';

const INVOKE = 'aws.sample.invokeLambda';

/** Stands in for the AWS CLI, whose version here lacks the command: writes down how it was called, and then the files of `aws login`. */
const AWS = `#!/bin/sh
printf '%s\\n' "$@" > "$HOME/called"
env | grep -c '^AWS_PROFILE=\\|^AWS_CONFIG_FILE=' >> "$HOME/called"
mkdir -p "$HOME/.aws/login/cache"
cp "$HOME/session" "$HOME/.aws/login/cache/$(cat "$HOME/session-name")"
`;

test('a session of aws login that has ended comes back by the command in a terminal, '
    + 'and the profile connects by itself', async ({ ide }) => {
    const login = await LoginFixture.start();
    ide.atTheEnd(() => login.stop());
    const profile = 'console';
    ide.home.writeSettings({ 'aws.accounts.signInFlow': 'deviceCode', 'aws.accounts.terminalEnvironment': true });
    ide.home.write('.aws/config', `[profile ${profile}]\nregion = eu-central-1\nlogin_session = ${login.session}\n`);
    ide.home.write('bin/aws', AWS);
    chmodSync(ide.home.pathOf('bin', 'aws'), 0o755);
    ide.home.write('session', login.file(600_000));
    ide.home.write('session-name', login.fileName);
    // The fixture that renews such sessions is no part of the emulator, so its service is a configured endpoint.
    await ide.startBackend({ PATH: `${ide.home.pathOf('bin')}:${process.env.PATH}`, AWS_ENDPOINT_URL_SIGNIN: login.url });
    const window = await ide.openWindow();
    await window.accounts.open();

    const row = window.accounts.connection(`profile:${profile}`);
    await window.run('aws.accounts.useProfile', `profile:${profile}`);
    await expect(row).toContainText('expired');
    await row.hover();
    await expect(row.getByRole('button', { name: 'Sign in with AWS Management Console' })).toBeAttached();

    const stopped = await window.start(INVOKE);
    await expect(window.dialog.root).toContainText('The sign-in with AWS Management Console for console has ended');
    await window.dialog.button('cancel').click();
    await stopped.outcome();
    await window.run('aws.accounts.runAwsLogin', `profile:${profile}`);

    await expect(row).toContainText('connected');
    expect(ide.home.read('called')).toBe(`login\n--profile\n${profile}\n0\n`);
    expect(login.renewals).toBe(0);
});
