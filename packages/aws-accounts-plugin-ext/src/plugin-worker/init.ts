import { AWS_PLUGIN_EXT, AWS_PLUGIN_MAIN, AwsPluginMain, PluginRpc } from '../common/plugin-host-protocol';
import { extensionApi } from '../plugin-host/extension-api';
import { HostLink } from '../plugin-host/host-link';
import type { HostedExtension } from '../plugin-host/hosted-extension';
import { guardLocalCommands } from '../plugin-host/local-command-guard';
import { offerInWorker } from './worker-module';

/**
 * Run by Theia in the worker of the page, before it loads an extension. There is no way for secrets to here that does not lead through the
 * page.
 */
export function provideApi(rpc: PluginRpc, extensions: ReadonlyMap<string, HostedExtension>): void {
    const main = rpc.getProxy<AwsPluginMain>(AWS_PLUGIN_MAIN);
    const link = new HostLink(main);
    rpc.set(AWS_PLUGIN_EXT, link);
    if (!guardLocalCommands(rpc, link)) {
        main.$reportUnguarded().catch(error => console.error(error));
    }
    offerInWorker(globalThis, extensions, extension => extensionApi(extension, link, undefined));
}

// Theia's worker looks for the function at a global object; a script that was bundled for a page exports nothing.
Object.assign(globalThis, { awsAccountsPluginWorker: { provideApi } });
