import { readFileSync } from 'node:fs';
import { expect, Ide, test } from './ide';
import type { IdeWindow } from './ide-window';

const DEV = 'profile:dev';
const PASSWORD = 'jo:secret';
const STS = 'sts.eu-central-1.amazonaws.com:443';

/** An IDE inside of a company: AWS is reached by TLS of the company's own authority, and through a proxy that wants a password. */
test.use({ proxyLogin: PASSWORD });

/** Variables of a backend in that network that knows neither the proxy nor the authority by itself; dials past the proxy are refused. */
function inside(ide: Ide, variables: Record<string, string>): Record<string, string> {
    return { ...ide.aws.proxyVariables, HTTPS_PROXY: '', https_proxy: '', AWS_CA_BUNDLE: '', NODE_EXTRA_CA_CERTS: '', ...variables };
}

async function useDev(window: IdeWindow): Promise<void> {
    await window.run('aws.accounts.openView');
    await window.run('aws.accounts.useProfile', DEV);
}

test('behind an intercepting proxy a profile is used, and somebody signs in, through it', async ({ ide }) => {
    await ide.startBackend(inside(ide, { HTTPS_PROXY: ide.aws.proxyUrl, AWS_CA_BUNDLE: ide.aws.authorityFile }));
    const window = await ide.openWindow();
    await useDev(window);
    await expect(window.statusBar('iam')).toContainText('dev 111122223333');
    await ide.signInWithBuilderId(window);
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
    expect(ide.aws.targets).toEqual(['oidc.us-east-1.amazonaws.com:443', STS]);
    expect(ide.aws.dials, 'none past the proxy').toEqual([]);
});

test('without its certificate authority the row says so, with the file as its action; the profile\'s ca_bundle helps', async ({ ide }) => {
    await ide.startBackend(inside(ide, { HTTPS_PROXY: ide.aws.proxyUrl, NODE_TLS_REJECT_UNAUTHORIZED: '0' }));
    ide.home.write('corp.pem', readFileSync(ide.aws.authorityFile, 'utf8'));
    const window = await ide.openWindow();
    await useDev(window);
    const row = window.accounts.connection(DEV);
    await expect(row).toHaveAttribute('data-connection-state', 'unreachable');
    await expect(row).toContainText('The certificate of dev was not accepted.');
    await row.hover();
    await window.accounts.root.locator(`[data-row-id="connection:${DEV}"][data-action-id="help"]`).click();
    await expect(window.page.locator('.monaco-editor').first()).toContainText('[profile dev]');
    ide.home.write('.aws/config', `[profile dev]\nregion = eu-central-1\nca_bundle = ${ide.home.pathOf('corp.pem')}\n`);
    await expect(row).toHaveAttribute('data-connection-state', 'notConnected');
    await window.run('aws.accounts.useProfile', DEV);
    await expect(window.statusBar('iam')).toContainText('dev 111122223333');
});

test('the proxy of the user\'s settings counts at once and without a restart, and that of a workspace never', async ({ ide }) => {
    const settings = { 'aws.accounts.signInFlow': 'deviceCode' };
    ide.home.write('workspace/.theia/settings.json', JSON.stringify({ 'http.proxy': 'http://127.0.0.1:9' }));
    ide.home.writeSettings({ ...settings, 'http.proxy': ide.aws.proxyUrl.replace(PASSWORD, 'jo:wrong') });
    const backend = await ide.startBackend(inside(ide, { AWS_CA_BUNDLE: ide.aws.authorityFile }));
    const window = await ide.openWindow();
    await useDev(window);
    await expect(window.accounts.connection(DEV)).toContainText(
        'The proxy did not let the call for dev through. Check http.proxy in the settings'
    );
    expect(ide.aws.targets, 'asked of the proxy').toEqual([STS]);
    const authorization = `Basic ${Buffer.from(PASSWORD).toString('base64')}`;
    ide.home.writeSettings({ ...settings, 'http.proxy': ide.aws.proxyServer, 'http.proxyAuthorization': authorization });
    await expect(async () => {
        await window.run('aws.accounts.useProfile', DEV);
        await expect(window.statusBar('iam')).toContainText('dev 111122223333', { timeout: 1000 });
    }).toPass();
    expect(`${backend.log}${ide.logs(window)}`).not.toContain(Buffer.from(PASSWORD).toString('base64'));
    expect(ide.logs(window)).not.toMatch(/jo:(wrong|secret)/);
});
