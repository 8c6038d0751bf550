import type { ExtensionIdentity } from '../common/extension-consent';

/** The module that extensions `require`. */
export const MODULE_NAME = 'theia-aws-accounts-plugin-ext';

/** The parts of Theia's plugin that are needed. */
export interface HostedExtension {
    readonly pluginFolder: string;
    readonly model: { readonly id: string; readonly name: string; readonly displayName?: string };
}

export function identityOf({ model }: Pick<HostedExtension, 'model'>): ExtensionIdentity {
    return { id: model.id.toLowerCase(), name: model.displayName || model.name };
}
