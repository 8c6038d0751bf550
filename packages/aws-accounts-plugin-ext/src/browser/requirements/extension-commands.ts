/** Which commands extensions have contributed: the part of Theia's `PluginContributionHandler` that is needed here. */
export const ExtensionCommands = Symbol('ExtensionCommands');
export interface ExtensionCommands {
    hasCommand(commandId: string): boolean;
}
