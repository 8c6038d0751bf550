import type { AwsRequirement } from 'theia-aws-accounts/lib/common';
import type { AwsApiConnection, RequireOptions } from '../api';
import type { ExtensionConsent, ExtensionIdentity } from './extension-consent';

/** Both ends of Theia's plugin RPC know an object by its id. */
export const AWS_PLUGIN_MAIN = { id: 'AwsAccountsMain', isMain: true };
export const AWS_PLUGIN_EXT = { id: 'AwsAccountsExt', isMain: false };

/** Connections as a plugin host knows them. It shows each extension its own part. */
export interface HostState {
    readonly connections: readonly AwsApiConnection[];
    /** Ids of connections by use; empty for a use that has none. */
    readonly uses: { readonly [use: string]: string | undefined };
    readonly consents: readonly ExtensionConsent[];
}

/**
 * The page's end, one for each plugin host. The names have to begin with `$`. Errors arrive with name and message only at the other
 * end.
 */
export interface AwsPluginMain {
    /** Says that the host listens, and gives the state as it is now. */
    $attach(): Promise<HostState>;
    /** True when the guard has anything to do with the command, whatever its arguments. Waits for the declarations of all manifests. */
    $isGuarded(commandId: string): Promise<boolean>;
    /** Resolves when the command may run with these arguments, of which only plain JSON arrives, and rejects when it may not. */
    $enter(commandId: string, args: readonly unknown[]): Promise<void>;
    $require(extension: ExtensionIdentity, requirement: AwsRequirement, options: RequireOptions): Promise<AwsApiConnection>;
    /** For the secret channel. Asks nobody. */
    $ticket(extension: ExtensionIdentity, connectionId: string, scopes: readonly string[] | undefined): Promise<string>;
    /** Something in the host is not as it was expected, so commands can be run past the guard in there. */
    $reportUnguarded(): Promise<void>;
}

/** The plugin host's end. Names that begin with `$on` have no result. */
export interface AwsPluginExt {
    $onState(state: HostState): void;
    /** Commands may need something else than before. */
    $onRequirements(): void;
}

/** The part of Theia's `RPCProtocol` that is needed, without importing it: the host's script must not bring its own copy of Theia. */
export interface PluginRpc {
    getProxy<T>(identifier: { readonly id: string; readonly isMain: boolean }): T;
    set<T>(identifier: { readonly id: string; readonly isMain: boolean }, instance: T): T;
}
