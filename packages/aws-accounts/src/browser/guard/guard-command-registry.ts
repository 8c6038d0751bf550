import type { CommandHandler, CommandRegistry } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsGuard } from './aws-guard';
import type { GuardPass } from './guarded-calls';

/**
 * Puts the guard in front of every execution. Called by the container when the registry is made, whoever bound it: the instance is
 * decorated, so no other extension's subclass, handler or priority gets around it. `onWillExecuteCommand` would let a command run
 * after 30 s.
 */
export function guardCommandRegistry({ container }: interfaces.Context, registry: CommandRegistry): CommandRegistry {
    const execute = registry.executeCommand;
    const handlerOf = registry.getActiveHandler;
    let guard: AwsGuard | undefined;
    /** Applies to handlers that are looked up while a guarded call begins, which happens at once. */
    let checked: (handler: CommandHandler) => CommandHandler = handler => handler;

    async function enterAndExecute(commandId: string, ...args: unknown[]): Promise<unknown> {
        // Late, since what the guard needs needs the registry.
        guard ??= container.get(AwsGuard);
        const known = guard.whenKnown(commandId);
        if (known) {
            await known;
        }
        // A disabled command fails as it always did, without a question.
        if (guard.applies(commandId, args) && registry.isEnabled(commandId, ...args)) {
            return executeWith(guard, await guard.enter(commandId, args), commandId, args);
        }
        return execute.call(registry, commandId, ...args);
    }

    /**
     * Theia chooses the handler at once, and calls it when listeners to `onWillExecuteCommand` have had their time, 30 s at most: the
     * handler that it gets here checks once more when it is called.
     */
    function executeWith(guard: AwsGuard, pass: GuardPass, commandId: string, args: unknown[]): Promise<unknown> {
        checked = handler => Object.assign(Object.create(handler) as CommandHandler, {
            execute: (...given: unknown[]) => guard.call(commandId, args, pass, () => handler.execute(...given) as unknown)
        });
        try {
            return execute.call(registry, commandId, ...args);
        } finally {
            checked = handler => handler;
        }
    }

    // Not async: a command that is known to be unguarded pays for a look-up, not for a promise of its own.
    registry.executeCommand = <T>(commandId: string, ...args: unknown[]): Promise<T | undefined> =>
        (guard?.isKnownFree(commandId) ? execute.call(registry, commandId, ...args) : enterAndExecute(commandId, ...args)) as Promise<
            T | undefined
        >;
    registry.getActiveHandler = (commandId: string, ...args: unknown[]): CommandHandler | undefined => {
        const handler = handlerOf.call(registry, commandId, ...args);
        return handler && checked(handler);
    };
    return registry;
}
