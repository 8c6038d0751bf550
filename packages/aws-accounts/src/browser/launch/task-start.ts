import { inject, injectable, optional } from '@theia/core/shared/inversify';
import type { RunTaskOption, TaskConfiguration, TaskInfo, TaskServer } from '@theia/task/lib/common/task-protocol';
import { ActiveProfileVariables } from '../terminal/active-profile-variables';
import { TaskStartUp } from './task-start-up';
import { TaskVariables } from './task-variables';

type Run = (task: TaskConfiguration, context?: string, option?: RunTaskOption) => Promise<TaskInfo>;

/** Stands where every task of this window is handed to the backend, whoever runs it: person, extension, debugger, another task. */
@injectable()
export class TaskStart {

    @inject(ActiveProfileVariables) protected readonly active: ActiveProfileVariables;
    @inject(TaskStartUp) @optional() protected readonly startUp?: TaskStartUp;

    async prepare(task: TaskConfiguration): Promise<TaskConfiguration> {
        const added = TaskVariables.startsProcess(task) ? await this.active.getOrWarn() : undefined;
        if (added === undefined) {
            return task;
        }
        const prepared = TaskVariables.add(task, added.variables);
        void this.startUp?.check(prepared, added);
        return prepared;
    }
}

/** The proxy with `run` replaced; everything else of it is untouched. */
export function decorateTaskServer(server: TaskServer, taskStart: () => TaskStart): TaskServer {
    const run: Run = async (task, context, option) => server.run(await taskStart().prepare(task), context, option);
    return new Proxy(server, { get: (target, name) => name === 'run' ? run : Reflect.get(target, name) as unknown });
}
