import type { interfaces } from '@theia/core/shared/inversify';
import { DebugStart, decorateDebugService } from './debug-start';
import { OptionalServices } from './optional-services';
import { decorateTaskServer, TaskStart } from './task-start';

/** Bindings that carry a profile to tasks and debug sessions, where the product has them. */
export function bindRuns(bind: interfaces.Bind, onActivation: interfaces.Container['onActivation']): void {
    const [taskServer, debugService] = [OptionalServices.taskServer(), OptionalServices.debugService()];
    if (taskServer !== undefined) {
        bind(TaskStart).toSelf().inSingletonScope();
        onActivation(taskServer, ({ container }, server) => decorateTaskServer(server, () => container.get<TaskStart>(TaskStart)));
    }
    if (debugService !== undefined) {
        bind(DebugStart).toSelf().inSingletonScope();
        onActivation(debugService, ({ container }, debug) => decorateDebugService(debug, () => container.get<DebugStart>(DebugStart)));
    }
}
