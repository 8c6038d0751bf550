import type { PluginRpc } from '../common/plugin-host-protocol';
import type { HostLink } from './host-link';

type Execute = (commandId: string, ...args: unknown[]) => PromiseLike<unknown>;

interface HostCommands {
    readonly handlers: ReadonlyMap<string, unknown>;
    executeCommand: Execute;
}

/**
 * Stops guarded commands that are run from within the plugin host: an extension's own, another extension's, and those of tree items and
 * code lenses with arguments. Theia runs them without the page, where the guard is. Calls from the page arrive by another method and have
 * passed the guard.
 *
 * @returns whether Theia's registry is there to be guarded
 */
export function guardLocalCommands(rpc: PluginRpc, link: HostLink): boolean {
    const commands = (rpc as unknown as { readonly locals?: Map<string, HostCommands> }).locals?.get('CommandRegistryExt');
    if (!(commands?.handlers instanceof Map) || typeof commands.executeCommand !== 'function') {
        return false;
    }
    const execute = commands.executeCommand.bind(commands);
    commands.executeCommand = (commandId, ...args) =>
        commands.handlers.has(commandId) ? guarded(commandId, args) : execute(commandId, ...args);

    async function guarded(commandId: string, args: unknown[]): Promise<unknown> {
        // The command does not run whatever fails in here.
        if (await link.isGuarded(commandId)) {
            await link.main.$enter(commandId, plain(args));
        }
        return execute(commandId, ...args);
    }
    return true;
}

/**
 * Facts that a declaration may look at. Arguments that cannot be told to the page make the command fail: it cannot be judged.
 */
function plain(args: readonly unknown[]): readonly unknown[] {
    return JSON.parse(JSON.stringify(args)) as readonly unknown[];
}
