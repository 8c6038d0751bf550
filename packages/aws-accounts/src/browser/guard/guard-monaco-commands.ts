import type { interfaces } from '@theia/core/shared/inversify';
import { AwsGuard } from './aws-guard';

/** The service of the editor, as far as it runs commands that only the editor knows. */
export interface MonacoCommands {
    executeMonacoCommand(commandId: string, ...args: unknown[]): Promise<unknown>;
}

/**
 * Identifies the editor's service of commands; `undefined` in a product without it. A `require` inside `try` is the one form that bundlers
 * let pass when there is no such package.
 */
export function monacoCommands(): interfaces.ServiceIdentifier<MonacoCommands> | undefined {
    try {
        const { MonacoCommandService } = require('@theia/monaco/lib/browser/monaco-command-service') as {
            readonly MonacoCommandService: interfaces.ServiceIdentifier<MonacoCommands>;
        };
        return MonacoCommandService;
    } catch {
        // The product has no editor.
        return undefined;
    }
}

/** Puts the guard in front of commands that no registry of Theia knows, or has no active handler for: the editor runs those itself. */
export function guardMonacoCommands({ container }: interfaces.Context, service: MonacoCommands): MonacoCommands {
    const execute = service.executeMonacoCommand.bind(service);
    service.executeMonacoCommand = async (commandId: string, ...args: unknown[]): Promise<unknown> => {
        const guard = container.get<AwsGuard>(AwsGuard);
        if (!guard.isKnownFree(commandId)) {
            await guard.whenKnown(commandId);
            if (guard.applies(commandId, args)) {
                return guard.call(commandId, args, await guard.enter(commandId, args), () => execute(commandId, ...args));
            }
        }
        return execute(commandId, ...args);
    };
    return service;
}
