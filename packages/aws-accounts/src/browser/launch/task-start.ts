import { inject, injectable, optional } from '@theia/core/shared/inversify';
import type { RunTaskOption, TaskConfiguration, TaskInfo, TaskServer } from '@theia/task/lib/common/task-protocol';
import { ActiveEnvironment } from '../terminal/active-environment';
import { TaskStartUp } from './task-start-up';
import { TaskEnvironment } from './task-environment';

type Run = (task: TaskConfiguration, context?: string, option?: RunTaskOption) => Promise<TaskInfo>;

/** Stands where every task of this window is handed to the backend, whoever runs it: person, extension, debugger, another task. */
@injectable()
export class TaskStart {

    @inject(ActiveEnvironment) protected readonly active: ActiveEnvironment;
    @inject(TaskStartUp) @optional() protected readonly startUp?: TaskStartUp;

    async prepare(task: TaskConfiguration): Promise<TaskConfiguration> {
        const environment = TaskEnvironment.startsProcess(task) ? await this.active.getOrWarn() : undefined;
        if (environment === undefined) {
            return task;
        }
        const prepared = TaskEnvironment.add(task, environment.variables);
        void this.startUp?.check(prepared, environment);
        return prepared;
    }
}

/** The proxy with `run` replaced; everything else of it is untouched. */
export function decorateTaskServer(server: TaskServer, taskStart: () => TaskStart): TaskServer {
    const run: Run = async (task, context, option) => server.run(await taskStart().prepare(task), context, option);
    return new Proxy(server, { get: (target, name) => name === 'run' ? run : Reflect.get(target, name) as unknown });
}
