import { test as base } from '@playwright/test';
import { CorporateNetwork } from 'theia-aws-accounts/lib/node/http/test/corporate-network';
import { SPEC_AUTHORITY } from 'theia-aws-accounts/lib/node/http/test/spec-certificates';
import { expect, Ide } from './ide';
import type { IdeWindow } from './ide-window';

const DEV = 'profile:dev';
const PASSWORD = 'jo:secret';

/** An IDE inside of a company: AWS is reached by TLS of the company's own authority, and through a proxy that wants a password. */
const test = base.extend<{ ide: Ide; network: CorporateNetwork }>({
    ide: async ({ browser }, use) => {
        const ide = await Ide.create(browser);
        ide.home.write('corp.pem', SPEC_AUTHORITY);
        await use(ide);
        await ide.dispose();
    },
    network: async ({ ide }, use) => {
        const network = await CorporateNetwork.start(ide.emulator.url);
        await use(network);
        await network.stop();
    }
});

/** Variables of a backend in that network; of the machine that runs the test none counts. */
function inside(network: CorporateNetwork, variables: Record<string, string>): Record<string, string> {
    return { NO_PROXY: '', no_proxy: '', HTTPS_PROXY: '', https_proxy: '', NODE_EXTRA_CA_CERTS: '', AWS_ENDPOINT_URL: network.endpoint, ...variables };
}

async function useDev(window: IdeWindow): Promise<void> {
    await window.run('aws.accounts.openView');
    await window.run('aws.accounts.useProfile', DEV);
}

test('behind an intercepting proxy a profile is used, and somebody signs in, through it', async ({ ide, network }) => {
    // By the name that the page to sign in has: no other is shown to a person.
    const endpoint = network.endpoint.replace('localhost', '127.0.0.1');
    await ide.startBackend(inside(network, { AWS_ENDPOINT_URL: endpoint, HTTPS_PROXY: network.proxyFor(PASSWORD), AWS_CA_BUNDLE: ide.home.pathOf('corp.pem') }));
    const window = await ide.openWindow();
    await useDev(window);
    await expect(window.statusBar('iam')).toContainText('dev 111122223333');
    await ide.signInWithBuilderId(window);
    await expect(window.statusBar('codewhisperer')).toContainText('Builder ID');
    expect(new Set(network.tunnels)).toEqual(new Set([new URL(endpoint).host]));
});

test('without its certificate authority the row says so, with the file as its action; the profile\'s ca_bundle helps', async ({ ide, network }) => {
    await ide.startBackend(inside(network, { HTTPS_PROXY: network.proxyFor(PASSWORD), NODE_TLS_REJECT_UNAUTHORIZED: '0' }));
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

test('the proxy of the user\'s settings counts at once and without a restart, and that of a workspace never', async ({ ide, network }) => {
    const settings = { 'aws.accounts.signInFlow': 'deviceCode' };
    ide.home.write('workspace/.theia/settings.json', JSON.stringify({ 'http.proxy': 'http://127.0.0.1:9' }));
    ide.home.writeSettings({ ...settings, 'http.proxy': network.proxyFor('jo:wrong') });
    const backend = await ide.startBackend(inside(network, { AWS_CA_BUNDLE: ide.home.pathOf('corp.pem') }));
    const window = await ide.openWindow();
    await useDev(window);
    await expect(window.accounts.connection(DEV)).toContainText('The proxy did not let the call for dev through. Check http.proxy in the settings');
    expect(network.tunnels.length).toBeGreaterThan(0);
    ide.home.writeSettings({ ...settings, 'http.proxy': network.proxyFor('').replace('@', ''), 'http.proxyAuthorization': `Basic ${Buffer.from(PASSWORD).toString('base64')}` });
    await expect(async () => {
        await window.run('aws.accounts.useProfile', DEV);
        await expect(window.statusBar('iam')).toContainText('dev 111122223333', { timeout: 1000 });
    }).toPass();
    expect(`${backend.log}${ide.logs(window)}`).not.toContain(Buffer.from(PASSWORD).toString('base64'));
    expect(ide.logs(window)).not.toMatch(/jo:(wrong|secret)/);
});
