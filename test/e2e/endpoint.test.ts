import { CONFIG } from './home-folder';
import { expect, Ide, test } from './ide';

/** The exception among the browser journeys: here a person has configured an endpoint, so the backend is not led to AWS's names. */
function configured(ide: Ide, variable = 'AWS_ENDPOINT_URL'): Record<string, string> {
    return { NODE_OPTIONS: '', [variable]: ide.emulator.url };
}

test('an address that calls go to instead of AWS is shown in the view, and before and while somebody signs in', async ({ ide }) => {
    const { host } = new URL(ide.emulator.url);
    await ide.startBackend(configured(ide));
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.root).toContainText(`Calls go to ${host} instead of AWS (AWS_ENDPOINT_URL)`);
    const choosing = await window.start('aws.sample.suggestCode');
    const note = window.dialog.root.getByRole('note');
    await expect(note).toHaveText(`Sign-in goes to ${host}, not to AWS: set by AWS_ENDPOINT_URL.`);
    expect(ide.emulator.requests).toEqual([]);
    await window.dialog.button('cancel').click();
    await choosing.outcome();
    const signIn = await window.start('aws.accounts.signIn', 'builder-id');
    await window.dialog.userCode();
    await expect(note).toHaveText(`Sign-in goes to ${host}, not to AWS: set by AWS_ENDPOINT_URL.`);
    await window.dialog.button('cancel').click();
    await signIn.outcome();
});

test('the guard names where credentials go before they do, and the profile is served from there', async ({ ide }) => {
    const { host } = new URL(ide.emulator.url);
    await ide.startBackend(configured(ide, 'AWS_ENDPOINT_URL_SSO_OIDC'));
    ide.home.write('.aws/config', CONFIG.replace('[profile dev]', `[profile dev]\nendpoint_url = ${ide.emulator.url}`));
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    const invoking = await window.start('aws.sample.showCallerIdentity');
    await window.dialog.choice('profile:dev').click();
    await expect(window.dialog.root.getByRole('note')).toHaveText(`Calls as dev go to ${host}, not to AWS: set by endpoint_url, config:5.`);
    expect(ide.emulator.requests).toEqual([]);
    await window.dialog.button('use').click();
    await invoking.outcome();
    expect(ide.emulator.count('GetCallerIdentity')).toBeGreaterThan(1);
    await window.accounts.connection('profile:dev').hover();
    await expect(window.page.locator('.theia-hover')).toContainText(`Endpoint: ${host} instead of AWS (endpoint_url, config:5)`);
});

test('the endpoint of the default profile does not take a sign-in away, and one that is no address is a problem at its '
    + 'line', async ({ ide }) => {
    await ide.startBackend(configured(ide, 'AWS_ENDPOINT_URL_SSO_OIDC'));
    ide.home.write('.aws/config', CONFIG
        .replace('[default]', '[default]\nendpoint_url = http://127.0.0.1:9')
        .replace('[profile dev]', '[profile dev]\nendpoint_url = localhost:4566'));
    const window = await ide.openWindow();
    await window.run('aws.accounts.openView');
    await expect(window.accounts.connection('profile:dev')).toContainText('endpoint_url has to begin with http:// or https://');
    await ide.signInWithBuilderId(window);
    await expect(window.accounts.connection('builder-id')).toContainText('signed in');
});
