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

    async run(task: TaskConfiguration, start: (task: TaskConfiguration) => Promise<TaskInfo>): Promise<TaskInfo> {
        const added = TaskVariables.startsProcess(task) ? await this.active.getOrWarn() : undefined;
        if (added === undefined) {
            return start(task);
        }
        const prepared = TaskVariables.add(task, added.variables);
        const started = start(prepared);
        void this.startUp?.check(prepared, added, started);
        return started;
    }
}

/** The proxy with `run` replaced; everything else of it is untouched. */
export function decorateTaskServer(server: TaskServer, taskStart: () => TaskStart): TaskServer {
    const run: Run = (task, context, option) => taskStart().run(task, prepared => server.run(prepared, context, option));
    return new Proxy(server, { get: (target, name) => name === 'run' ? run : Reflect.get(target, name) as unknown });
}
