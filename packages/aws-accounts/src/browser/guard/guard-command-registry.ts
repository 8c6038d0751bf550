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
    const execution = new GuardedExecution(registry, () => container.get(AwsGuard));
    registry.executeCommand = <T>(commandId: string, ...args: unknown[]) => execution.execute(commandId, args) as Promise<T | undefined>;
    registry.getActiveHandler = (commandId: string, ...args: unknown[]) => execution.handler(commandId, args);
    return registry;
}

/** The two methods of a registry through which every execution goes, with the guard in front of them. */
class GuardedExecution {

    protected readonly executeCommand: CommandRegistry['executeCommand'];
    protected readonly getActiveHandler: CommandRegistry['getActiveHandler'];
    protected guard: AwsGuard | undefined;
    /** Applies to handlers that are looked up while a guarded call begins, which happens at once. */
    protected checked: (handler: CommandHandler) => CommandHandler = handler => handler;

    /** @param getGuard called late, since the guard needs what needs the registry */
    constructor(protected readonly registry: CommandRegistry, protected readonly getGuard: () => AwsGuard) {
        this.executeCommand = registry.executeCommand;
        this.getActiveHandler = registry.getActiveHandler;
    }

    /** Not async: a command that is known to be unguarded pays for a look-up, not for a promise of its own. */
    execute(commandId: string, args: unknown[]): Promise<unknown> {
        return this.guard?.isKnownFree(commandId) ? this.executeAnyway(commandId, args) : this.enterAndExecute(commandId, args);
    }

    handler(commandId: string, args: unknown[]): CommandHandler | undefined {
        const handler = this.getActiveHandler.call(this.registry, commandId, ...args);
        return handler && this.checked(handler);
    }

    protected async enterAndExecute(commandId: string, args: unknown[]): Promise<unknown> {
        const guard = this.guard ??= this.getGuard();
        const known = guard.whenKnown(commandId);
        if (known) {
            await known;
        }
        // A disabled command fails as it always did, without a question.
        if (guard.applies(commandId, args) && this.registry.isEnabled(commandId, ...args)) {
            return this.executeWith(guard, await guard.enter(commandId, args), commandId, args);
        }
        return this.executeAnyway(commandId, args);
    }

    /**
     * Theia chooses the handler at once, and calls it when listeners to `onWillExecuteCommand` have had their time, 30 s at most: the
     * handler that it gets here checks once more when it is called.
     */
    protected executeWith(guard: AwsGuard, pass: GuardPass, commandId: string, args: unknown[]): Promise<unknown> {
        this.checked = handler => Object.assign(Object.create(handler) as CommandHandler, {
            execute: (...given: unknown[]) => guard.call(commandId, args, pass, () => handler.execute(...given) as unknown)
        });
        try {
            return this.executeAnyway(commandId, args);
        } finally {
            this.checked = handler => handler;
        }
    }

    /** The registry's own way, with the checks of `checked` and no other. */
    protected executeAnyway(commandId: string, args: unknown[]): Promise<unknown> {
        return this.executeCommand.call(this.registry, commandId, ...args);
    }
}
