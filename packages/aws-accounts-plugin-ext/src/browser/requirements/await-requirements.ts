import type { CommandRegistry } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsGuard } from 'theia-aws-accounts/lib/browser/integration';
import { ExtensionCommands } from './extension-commands';
import { ExtensionRequirements } from './extension-requirements';

/**
 * Commands of extensions are there before what their manifests declare: until that is known, they wait. Called by the container when the registry is made.
 * Whichever of this and the guard comes first, a command that has waited goes through the guard.
 */
export function awaitRequirements({ container }: interfaces.Context, registry: CommandRegistry): CommandRegistry {
    const execute = registry.executeCommand.bind(registry);
    let extensions: ExtensionRequirements | undefined;
    registry.executeCommand = async <T>(commandId: string, ...args: unknown[]): Promise<T | undefined> => {
        // Late, since these services need the registry.
        extensions ??= container.get(ExtensionRequirements);
        if (!extensions.isReady && container.get<ExtensionCommands>(ExtensionCommands).hasCommand(commandId)) {
            await extensions.ready();
            await enter(container.get<AwsGuard>(AwsGuard), registry, commandId, args);
        }
        return execute<T>(commandId, ...args);
    };
    return registry;
}

async function enter(guard: AwsGuard, registry: CommandRegistry, commandId: string, args: unknown[]): Promise<void> {
    if (guard.applies(commandId, args) && registry.isEnabled(commandId, ...args)) {
        await guard.enter(commandId, args);
    }
}
