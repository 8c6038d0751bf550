import { expect } from 'chai';
import type { AwsAccountsApi, AwsApiConnection } from '../api';
import type { AwsPluginMain, HostState } from '../common/plugin-host-protocol';
import { extensionApi } from '../plugin-host/extension-api';
import { HostLink } from '../plugin-host/host-link';
import { offerInWorker, WorkerScope } from './worker-module';

const DEV: AwsApiConnection = { id: 'profile:dev', kind: 'iamProfile', name: 'dev', region: 'eu-central-1', state: 'connected' };
const STATE: HostState = {
    connections: [DEV],
    uses: { awsServices: DEV.id },
    consents: [{ extension: { id: 'acme.tool', name: 'Acme Tool' }, connectionId: DEV.id }]
};
const MODULE = 'theia-aws-accounts-plugin-ext';

describe('the API for extensions in the worker of the page', () => {
    let scope: { -readonly [name in keyof WorkerScope]: WorkerScope[name] };
    let tickets: number;

    beforeEach(() => {
        tickets = 0;
        scope = { theia: { acme_tool: 'the API of acme.tool', acme_other: 'the API of acme.other', _empty: 'the API of nobody' } };
        const main: Partial<AwsPluginMain> = { $attach: async () => STATE, $ticket: async () => `${tickets += 1}` };
        const link = new HostLink(main as AwsPluginMain);
        const extensions = new Map(['tool', 'other'].map(name => [`acme_${name}`, { model: { id: `Acme.${name}`, name } }]));
        offerInWorker(scope, extensions, extension => extensionApi(extension, link, undefined));
        // As Theia does with the first extension.
        scope.require = name => name === 'vscode' ? scope.theia?._empty : undefined;
    });

    function load(moduleName: string | undefined, name: string): unknown {
        scope.frontendModuleName = moduleName;
        return scope.require?.(name);
    }

    it('shows each its own connections and uses', async () => {
        const [tool, other] = ['acme_tool', 'acme_other'].map(name => load(name, MODULE) as AwsAccountsApi);
        await tool.ready;
        expect(tool.connections).to.deep.equal([DEV]);
        expect(other.connections).to.deep.equal([]);
        expect(other.uses.awsServices).to.deep.equal({ state: 'connected', connection: undefined });
        expect(load('acme_tool', MODULE)).to.equal(tool);
    });

    it('has no secrets, and asks for none', async () => {
        const tool = load('acme_tool', MODULE) as AwsAccountsApi;
        for (const provide of [tool.credentialProvider(DEV), tool.tokenProvider(DEV, [])]) {
            expect(await provide().then(() => undefined, ({ reason }) => reason)).to.equal('accessDenied');
        }
        expect(tickets).to.equal(0);
    });

    it('gives to vscode the API that Theia made for the extension, so that its sessions are its own', () => {
        expect(load('acme_tool', 'vscode')).to.equal('the API of acme.tool');
        expect(load('acme_other', 'vscode')).to.equal('the API of acme.other');
    });

    it('leaves everything else to Theia', () => {
        expect(load('acme_tool', 'path')).to.equal(undefined);
        expect(load('somebody_else', 'vscode')).to.equal('the API of nobody');
        expect(load('somebody_else', MODULE)).to.equal(undefined);
        expect(load(undefined, 'vscode')).to.equal('the API of nobody');
    });
});
