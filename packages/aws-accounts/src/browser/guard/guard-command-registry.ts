import type { CommandRegistry } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsGuard } from './aws-guard';

/**
 * Puts the guard in front of every execution. Called by the container when the registry is made, whoever bound it: the instance is decorated,
 * so no other extension's subclass, handler or priority gets around it. `onWillExecuteCommand` would let a command run after 30 s.
 */
export function guardCommandRegistry({ container }: interfaces.Context, registry: CommandRegistry): CommandRegistry {
    const execute = registry.executeCommand.bind(registry);
    let guard: AwsGuard | undefined;

    async function enterAndExecute<T>(entered: AwsGuard, commandId: string, args: readonly unknown[]): Promise<T | undefined> {
        // A disabled command fails as it always did, without a question.
        if (registry.isEnabled(commandId, ...args)) {
            await entered.enter(commandId, args);
        }
        return execute<T>(commandId, ...args);
    }

    // Not async: an unguarded command gets the registry's own promise, and pays for a look-up only.
    registry.executeCommand = <T>(commandId: string, ...args: unknown[]): Promise<T | undefined> => {
        try {
            // Late, since what the guard needs needs the registry.
            guard ??= container.get(AwsGuard);
            return guard.applies(commandId, args) ? enterAndExecute<T>(guard, commandId, args) : execute<T>(commandId, ...args);
        } catch (error) {
            return Promise.reject(error);
        }
    };
    return registry;
}
