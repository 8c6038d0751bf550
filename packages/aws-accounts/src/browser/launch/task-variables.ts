import type { TaskConfiguration } from '@theia/task/lib/common/task-protocol';
import type { ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { ActiveProfileVariables } from '../terminal/active-profile-variables';

interface TaskOptions {
    readonly env?: { readonly [name: string]: string };
}

/** Options for one operating system take the place of all others, so they need the variables too. */
const SYSTEMS = ['windows', 'osx', 'linux'] as const;

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
        const systems = SYSTEMS.flatMap(system =>
            optionsOf(task[system]) ? [[system, { ...task[system], options: withVariables(optionsOf(task[system]), variables) }]] : []
        );
        return { ...task, ...(Object.fromEntries(systems) as object), options: withVariables(optionsOf(task), variables) };
    }
}

function optionsOf(part: unknown): TaskOptions | undefined {
    return (part as { readonly options?: TaskOptions } | undefined)?.options;
}

function withVariables(options: TaskOptions = {}, variables: ToolVariables['variables']): TaskOptions {
    const env = options.env ?? {};
    return ActiveProfileVariables.decidesItself(env) ? options : { ...options, env: { ...variables, ...env } };
}
