import type { DebugConfiguration } from '@theia/debug/lib/common/debug-configuration';
import type { ToolVariables } from '../../common/protocol/aws-tools-protocol';
import { isObject } from '../../common/value/json-value';
import { ActiveProfileVariables } from '../terminal/active-profile-variables';

/** The form of debuggers for native code. */
interface Variable {
    readonly name: string;
    readonly value: string;
}

export namespace LaunchVariables {

    /**
     * The launch configuration with the variables in its environment. The configuration's own variables win; it stays as it is where it
     * says as whom to act, or may say so in a file (`envFile`), or when it attaches to a process that runs already. Pure.
     *
     * @param attributes names of what a configuration of this type may hold
     */
    export function add(
        configuration: DebugConfiguration,
        variables: ToolVariables['variables'],
        attributes: ReadonlySet<string>
    ): DebugConfiguration {
        const { request, env, environment, envFile } = configuration as DebugConfiguration & { readonly [name: string]: unknown };
        if (request !== 'launch' || envFile || !fits(env, environment)) {
            return configuration;
        }
        if (Array.isArray(environment) || (env === undefined && attributes.has('environment') && !attributes.has('env'))) {
            return { ...configuration, environment: withVariables(environment as readonly Variable[] | undefined, variables) };
        }
        const own = (env ?? {}) as object;
        return ActiveProfileVariables.decidesItself({ ...own }) ? configuration : { ...configuration, env: { ...variables, ...own } };
    }
}

/** Forms that are not known are left alone. */
function fits(env: unknown, environment: unknown): boolean {
    const isMap = env === undefined || isObject(env);
    return isMap && (environment === undefined || Array.isArray(environment));
}

function withVariables(own: readonly Variable[] = [], variables: ToolVariables['variables']): readonly Variable[] {
    const named = Object.fromEntries(own.map(({ name, value }) => [name, value]));
    const added = Object.entries(variables).flatMap(([name, value]) => name in named ? [] : [{ name, value }]);
    return ActiveProfileVariables.decidesItself(named) ? own : [...added, ...own];
}
