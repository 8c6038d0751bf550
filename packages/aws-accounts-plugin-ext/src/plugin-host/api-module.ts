import { realpathSync } from 'node:fs';
import { sep } from 'node:path';
import type { AwsAccountsApi } from '../api';
import type { ExtensionIdentity } from '../common/extension-consent';
import { HostedExtension, identityOf, MODULE_NAME } from './hosted-extension';

/** Node's module loader, as far as it is changed here; there is no other way to give each extension an object of its own. */
export interface ModuleLoader {
    _load(request: string, parent: { readonly filename?: string | null } | undefined, isMain: boolean): unknown;
}

/** Gives every extension that requires `MODULE_NAME` an API that knows who it is. Others go on to where they always went. */
export function offerModule(
    loader: ModuleLoader,
    extensions: () => readonly HostedExtension[],
    create: (extension: ExtensionIdentity) => AwsAccountsApi
): void {
    const load = loader._load.bind(loader);
    const made = new Map<string, AwsAccountsApi>();
    loader._load = (request, parent, isMain) => {
        const extension = request === MODULE_NAME ? extensionAt(parent?.filename ?? '', extensions()) : undefined;
        if (extension === undefined) {
            return load(request, parent, isMain);
        }
        const identity = identityOf(extension);
        const api = made.get(identity.id) ?? create(identity);
        made.set(identity.id, api);
        return api;
    };
}

/** The extension that a file belongs to; the deepest folder counts. */
function extensionAt(file: string, extensions: readonly HostedExtension[]): HostedExtension | undefined {
    return extensions
        .filter(({ pluginFolder }) => isInside(file, pluginFolder) || isInside(file, realPath(pluginFolder)))
        .sort((one, other) => other.pluginFolder.length - one.pluginFolder.length)[0];
}

function isInside(file: string, folder: string): boolean {
    return file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Node names modules by their real path, Theia names the folder as it was given. */
function realPath(folder: string): string {
    try {
        return realpathSync(folder);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
            return folder;
        }
        throw error;
    }
}
