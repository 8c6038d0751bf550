import * as module from 'node:module';
import { AWS_PLUGIN_EXT, AWS_PLUGIN_MAIN, AwsPluginMain, PluginRpc } from '../common/plugin-host-protocol';
import { ModuleLoader, offerModule } from './api-module';
import { extensionApi } from './extension-api';
import { HostLink } from './host-link';
import type { HostedExtension } from './hosted-extension';
import { guardLocalCommands } from './local-command-guard';
import { SecretClient, takeAddress } from './secret-client';

/** Theia's manager of the extensions in this host; it knows none of them yet when this script runs. */
export interface ExtensionManager {
    getAllPlugins(): readonly HostedExtension[];
}

/** Run by Theia in each plugin host before it loads an extension. */
export function provideApi(rpc: PluginRpc, manager: ExtensionManager): void {
    const secrets = new SecretClient(takeAddress(process.env));
    const main = rpc.getProxy<AwsPluginMain>(AWS_PLUGIN_MAIN);
    const link = new HostLink(main);
    rpc.set(AWS_PLUGIN_EXT, link);
    if (!guardLocalCommands(rpc, link)) {
        main.$reportUnguarded().catch(error => console.error(error));
    }
    offerModule(
        module.Module as unknown as ModuleLoader,
        () => manager.getAllPlugins(),
        extension => extensionApi(extension, link, secrets)
    );
}
