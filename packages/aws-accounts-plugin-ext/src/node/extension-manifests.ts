import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { DeployedPlugin, PluginDeployerHandler } from '@theia/plugin-ext/lib/common/plugin-protocol';
import { FileUri } from '@theia/core/lib/common/file-uri';
import type { ExtensionManifest } from '../common/aws-plugin-protocol';

interface RawManifest {
    readonly contributes?: {
        readonly awsRequirements?: unknown;
        readonly commands?: { readonly command?: unknown } | readonly { readonly command?: unknown }[];
    };
}

/** Reads from the manifests of deployed extensions what Theia's own scanner leaves out. */
@injectable()
export class ExtensionManifests {

    @inject(PluginDeployerHandler) protected readonly deployer: PluginDeployerHandler;
    @inject(ILogger) @named('aws-accounts-plugin-ext:ExtensionManifests') protected readonly logger: ILogger;

    /** Declarations of the deployed extensions; those that declare nothing are left out. @throws when a manifest cannot be read */
    async read(): Promise<readonly ExtensionManifest[]> {
        const plugins = await this.deployer.getDeployedPlugins();
        const manifests = await Promise.all(plugins.map(plugin => this.readOne(plugin)));
        return manifests.filter(({ awsRequirements }) => awsRequirements !== undefined);
    }

    protected async readOne({ metadata }: DeployedPlugin): Promise<ExtensionManifest> {
        const { id, packagePath, packageUri } = metadata.model;
        const folder = packagePath || FileUri.fsPath(packageUri);
        const { contributes } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as RawManifest;
        const commands = [contributes?.commands ?? []].flat();
        return {
            extensionId: id.toLowerCase(),
            commands: commands.flatMap(({ command }) => typeof command === 'string' ? command : []),
            awsRequirements: contributes?.awsRequirements
        };
    }
}
