import type { CommandRegistry } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsGuard } from './aws-guard';

/**
 * Puts the guard in front of every execution. Called by the container when the registry is made, whoever bound it: the instance is
 * decorated, so no other extension's subclass, handler or priority gets around it. `onWillExecuteCommand` would let a command run after 30
 * s.
 */
export function guardCommandRegistry({ container }: interfaces.Context, registry: CommandRegistry): CommandRegistry {
    const execute = registry.executeCommand;
    let guard: AwsGuard | undefined;

    async function enterAndExecute(commandId: string, ...args: unknown[]): Promise<unknown> {
        // Late, since what the guard needs needs the registry.
        guard ??= container.get(AwsGuard);
        const known = guard.whenKnown(commandId);
        if (known) {
            await known;
        }
        // A disabled command fails as it always did, without a question.
        if (guard.applies(commandId, args) && registry.isEnabled(commandId, ...args)) {
            await guard.enter(commandId, args);
        }
        return execute.call(registry, commandId, ...args);
    }

    // Not async: a command that is known to be unguarded pays for a look-up, not for a promise of its own.
    registry.executeCommand = <T>(commandId: string, ...args: unknown[]): Promise<T | undefined> =>
        (guard?.isKnownFree(commandId) ? execute.call(registry, commandId, ...args) : enterAndExecute(commandId, ...args)) as Promise<
            T | undefined
        >;
    return registry;
}
