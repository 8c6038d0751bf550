import { inject, injectable } from '@theia/core/shared/inversify';
import type { DebugConfiguration } from '@theia/debug/lib/common/debug-configuration';
import type { DebugService } from '@theia/debug/lib/common/debug-service';
import { ActiveProfileVariables } from '../terminal/active-profile-variables';
import { LaunchVariables } from './launch-variables';

type Resolve = DebugService['resolveDebugConfigurationWithSubstitutedVariables'];

/**
 * Stands where a launch configuration is complete, with its variables replaced, and before its extension has the last word: extensions put
 * there what they read from `process.env`, which would look as if the configuration had said it.
 */
@injectable()
export class DebugStart {

    @inject(ActiveProfileVariables) protected readonly active: ActiveProfileVariables;

    /** @param debug knows what a configuration of each type may hold */
    async prepare(configuration: DebugConfiguration, debug: Pick<DebugService, 'getSchemaAttributes'>): Promise<DebugConfiguration> {
        const added = configuration.request === 'launch' ? await this.active.getOrWarn() : undefined;
        if (added === undefined) {
            return configuration;
        }
        const schemas = await debug.getSchemaAttributes(configuration.type);
        return LaunchVariables.add(
            configuration,
            added.variables,
            new Set(schemas.flatMap(({ properties = {} }) => Object.keys(properties)))
        );
    }
}

/** The service with its last step before a launch replaced; everything else of it is untouched. */
export function decorateDebugService(debug: DebugService, debugStart: () => DebugStart): DebugService {
    const resolve: Resolve = async (configuration, folder) =>
        debug.resolveDebugConfigurationWithSubstitutedVariables(await debugStart().prepare(configuration, debug), folder);
    return new Proxy(debug, {
        get: (target, name) => name === 'resolveDebugConfigurationWithSubstitutedVariables' ? resolve : Reflect.get(target, name) as unknown
    });
}
