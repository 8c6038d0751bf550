import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { ExtPluginBackendApi, ExtPluginBackendApiProvider } from '@theia/plugin-ext/lib/common/plugin-ext-api-contribution';

/** What a bundled application calls the script, if its bundler was told to make it an entry point. */
const BUNDLED = 'aws-accounts-plugin-host-init.js';

/** Names the script that plugin hosts run before they load an extension. */
@injectable()
export class PluginHostScript implements ExtPluginBackendApiProvider {

    @inject(ILogger) @named('aws-accounts-plugin-ext:PluginHostScript') protected readonly logger: ILogger;

    provideApi(): ExtPluginBackendApi {
        const backendInitPath = this.bundled() ?? this.installed();
        if (backendInitPath === undefined) {
            void this.logger.warn(`Extensions get no AWS Accounts API: neither ${BUNDLED} nor the package is beside the application.`);
        }
        return { backendInitPath };
    }

    /** In a bundle this file is part of `main.js`, and the script stands beside that. */
    protected bundled(): string | undefined {
        const path = join(__dirname, BUNDLED);
        return existsSync(path) ? path : undefined;
    }

    /** The bundler leaves `require.resolve` alone, so it is answered by the package as it is installed. */
    protected installed(): string | undefined {
        try {
            return require.resolve('theia-aws-accounts-plugin-ext/lib/plugin-host/init');
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') {
                return undefined;
            }
            throw error;
        }
    }
}
