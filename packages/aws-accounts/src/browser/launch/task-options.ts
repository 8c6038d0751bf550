import { OS } from '@theia/core/lib/common/os';
import type { TaskConfiguration } from '@theia/task/lib/common/task-protocol';

/** Options of a task as Theia's runner reads them. */
export interface TaskOptions {
    readonly env?: { readonly [name: string]: string };
    readonly shell?: { readonly executable?: string; readonly args?: readonly string[] };
}

/** Parts of a task that take the place of all others on one operating system. */
const SYSTEMS = { [OS.Type.Windows]: 'windows', [OS.Type.OSX]: 'osx', [OS.Type.Linux]: 'linux' } as const;

export namespace TaskOptions {

    /** The options that count on the backend's operating system. */
    export function onBackend(task: TaskConfiguration): TaskOptions {
        return { ...optionsOf(task), ...optionsOf(task[SYSTEMS[OS.backend.type()]]) };
    }

    /** The task with all of its options changed: those for every system, made where there are none, and those for one. Pure. */
    export function changed(task: TaskConfiguration, change: (options: TaskOptions) => TaskOptions): TaskConfiguration {
        const systems = Object.values(SYSTEMS).flatMap(system => {
            const options = optionsOf(task[system]);
            return options ? [[system, { ...task[system] as object, options: change(options) }] as const] : [];
        });
        return { ...task, ...Object.fromEntries(systems), options: change(optionsOf(task) ?? {}) };
    }
}

function optionsOf(part: unknown): TaskOptions | undefined {
    return (part as { readonly options?: TaskOptions } | undefined)?.options;
}
