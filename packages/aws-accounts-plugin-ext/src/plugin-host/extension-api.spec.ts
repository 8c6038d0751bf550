import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { AwsAccountsApi, AwsApiConnection } from '../api';
import type { AwsPluginMain, HostState } from '../common/plugin-host-protocol';
import { ModuleLoader, offerModule } from './api-module';
import { extensionApi } from './extension-api';
import { HostLink } from './host-link';
import type { HostedExtension } from './hosted-extension';
import type { SecretClient } from './secret-client';

const DEV: AwsApiConnection = { id: 'profile:dev', kind: 'iamProfile', name: 'dev', region: 'eu-central-1', state: 'connected' };
const BUILDER_ID: AwsApiConnection = {
    id: 'builder-id',
    kind: 'builderId',
    name: 'AWS Builder ID',
    region: 'us-east-1',
    state: 'signedIn'
};
const TOOL = { id: 'acme.tool', name: 'Acme Tool' };
const OTHER = { id: 'other.tool', name: 'Other' };
const STATE: HostState = {
    connections: [DEV, BUILDER_ID],
    uses: { awsServices: DEV.id, codeWhisperer: BUILDER_ID.id },
    consents: [{ extension: TOOL, connectionId: DEV.id }]
};

describe('the API for extensions', () => {
    let link: HostLink;
    let calls: unknown[][];
    let tool: AwsAccountsApi;
    let other: AwsAccountsApi;

    beforeEach(async () => {
        calls = [];
        const main: Partial<AwsPluginMain> = {
            $attach: async () => STATE,
            $require: async (...args) => {
                calls.push(args);
                return DEV;
            },
            $ticket: async ({ id }, connectionId, scopes) => `${id} ${connectionId} ${scopes}`
        };
        const secrets = { credentials: async (ticket: string) => ({ ticket }), token: async (ticket: string) => ({ ticket }) };
        link = new HostLink(main as AwsPluginMain);
        tool = extensionApi(TOOL, link, secrets as unknown as SecretClient);
        other = extensionApi(OTHER, link, secrets as unknown as SecretClient);
        await tool.ready;
    });

    it('shows an extension the connections that it may use, and of the others that a use is served', () => {
        expect(tool.connections).to.deep.equal([DEV]);
        expect(tool.uses).to.deep.equal({
            awsServices: { state: 'connected', connection: DEV },
            codeWhisperer: { state: 'signedIn', connection: undefined }
        });
        expect(other.connections).to.deep.equal([]);
        expect(other.uses.awsServices).to.deep.equal({ state: 'connected', connection: undefined });
    });

    it('tells every listener of a change, whatever another one does', () => {
        const told: string[] = [];
        const silenced = console.error;
        console.error = () => undefined;
        tool.onDidChange(() => { throw new Error('fault of one extension'); });
        const listener = other.onDidChange(() => told.push(other.uses.awsServices.state));
        link.$onState({ connections: [], uses: {}, consents: [] });
        listener.dispose();
        link.$onState(STATE);
        console.error = silenced;
        expect(told).to.deep.equal(['none']);
    });

    it('asks in the name of the extension', async () => {
        await tool.requireIam({ command: 'Deploy' });
        await other.requireToken(['codewhisperer:completions']);
        expect(calls).to.deep.equal([
            [TOOL, { kind: 'iam' }, { command: 'Deploy' }],
            [OTHER, { kind: 'token', scopes: ['codewhisperer:completions'] }, {}]
        ]);
    });

    it('gives providers that fetch anew with every call, for the connection they were made for', async () => {
        expect(await tool.credentialProvider(DEV)()).to.deep.equal({ ticket: 'acme.tool profile:dev undefined' });
        expect(await other.tokenProvider('builder-id', ['a', 'b'])()).to.deep.equal({ ticket: 'other.tool builder-id a,b' });
    });

    it('cannot be changed by one extension', () => {
        expect(Object.isFrozen(tool)).to.equal(true);
    });
});

describe('the module that extensions require', () => {
    let folder: string;
    let loader: ModuleLoader;
    const requireFrom = (filename: string | undefined, request = 'theia-aws-accounts-plugin-ext'): unknown =>
        loader._load(request, { filename }, false);

    beforeEach(() => {
        folder = realpathSync(mkdtempSync(join(tmpdir(), 'aws-accounts-spec-')));
        symlinkSync('/opt', join(folder, 'link'));
        const extension = (id: string, pluginFolder: string, displayName?: string): HostedExtension => ({
            pluginFolder,
            model: { id, name: id, displayName }
        });
        const extensions = [
            extension('Acme.Tool', '/ext/tool', 'Acme Tool'),
            extension('acme.nested', '/ext/tool/nested'),
            extension('acme.linked', join(folder, 'link'))
        ];
        loader = { _load: request => `ordinary ${request}` };
        offerModule(loader, () => extensions, identity => ({ ...identity }) as unknown as AwsAccountsApi);
    });

    afterEach(() => rmSync(folder, { recursive: true }));

    it('knows each extension by its folder', () => {
        expect(requireFrom('/ext/tool/lib/main.js')).to.deep.equal({ id: 'acme.tool', name: 'Acme Tool' });
        expect(requireFrom('/ext/tool/nested/main.js')).to.deep.equal({ id: 'acme.nested', name: 'acme.nested' });
        expect(requireFrom('/opt/main.js')).to.have.property('id', 'acme.linked');
    });

    it('is one object for an extension, however often it is required', () => {
        expect(requireFrom('/ext/tool/a.js')).to.equal(requireFrom('/ext/tool/b.js'));
    });

    it('is nothing of ours for whoever is no extension, and other modules stay what they are', () => {
        expect(requireFrom('/ext/tool-two/main.js')).to.equal('ordinary theia-aws-accounts-plugin-ext');
        expect(requireFrom(undefined)).to.equal('ordinary theia-aws-accounts-plugin-ext');
        expect(requireFrom('/ext/tool/main.js', 'vscode')).to.equal('ordinary vscode');
    });
});
