import type { interfaces } from '@theia/core/shared/inversify';
import type { DebugService } from '@theia/debug/lib/common/debug-service';
import type { TaskServer } from '@theia/task/lib/common/task-protocol';

/**
 * Services that a product may lack, told by its bindings. A `require` inside `try` is the one form that bundlers let pass when there is no
 * such package, so these identifiers are asked for here and everything else of those packages is used as a type only.
 */
export namespace OptionalServices {

    /** Identifies this window's proxy of the service that runs tasks; `undefined` in a product without tasks. */
    export function taskServer(): interfaces.ServiceIdentifier<TaskServer> | undefined {
        try {
            return (require('@theia/task/lib/common/task-protocol') as { readonly TaskServer: symbol }).TaskServer;
        } catch {
            // The product has no tasks.
            return undefined;
        }
    }

    /** Identifies the service that makes launch configurations ready; `undefined` in a product without debuggers. */
    export function debugService(): interfaces.ServiceIdentifier<DebugService> | undefined {
        try {
            return (require('@theia/debug/lib/common/debug-service') as { readonly DebugService: symbol }).DebugService;
        } catch {
            // The product has no debuggers.
            return undefined;
        }
    }
}
