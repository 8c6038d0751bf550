import type { TaskConfiguration } from '@theia/task/lib/common/task-protocol';
import type { ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { ActiveProfileVariables } from '../terminal/active-profile-variables';
import { TaskOptions } from './task-options';

export namespace TaskVariables {

    /** Tells whether a task runs a process of its own: a custom one runs inside an extension. */
    export function startsProcess({ executionType, type }: TaskConfiguration): boolean {
        const kind: unknown = executionType || type;
        return kind === 'shell' || kind === 'process';
    }

    /**
     * The task with the variables in its environment. The task's own variables win; where it says as whom to act, nothing is added. Pure.
     */
    export function add(task: TaskConfiguration, variables: ToolVariables['variables']): TaskConfiguration {
        return TaskOptions.changed(task, options => withVariables(options, variables));
    }
}

function withVariables(options: TaskOptions, variables: ToolVariables['variables']): TaskOptions {
    const env = options.env ?? {};
    return ActiveProfileVariables.decidesItself(env) ? options : { ...options, env: { ...variables, ...env } };
}
