import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import type { ExtPluginApi, ExtPluginApiProvider } from '@theia/plugin-ext/lib/common/plugin-ext-api-contribution';

/** Name of the script in a bundled application whose bundler made it an entry point. */
const BUNDLED = 'aws-accounts-plugin-host-init.js';
/** The same for the worker of the page, beside the page's own bundle: Theia serves it from there. */
const BUNDLED_FOR_WORKER = 'aws-accounts-plugin-worker-init.js';

/** Names the scripts that plugin hosts, and the worker of each page, run before they load an extension. */
@injectable()
export class PluginHostScript implements ExtPluginApiProvider {

    @inject(ILogger) @named('aws-accounts-plugin-ext:PluginHostScript') protected readonly logger: ILogger;

    provideApi(): ExtPluginApi {
        const backendInitPath = this.bundled() ?? this.installed();
        if (backendInitPath === undefined) {
            void this.logger.warn(`Extensions get no AWS Accounts API: neither ${BUNDLED} nor the package is beside the application.`);
        }
        return { backendInitPath, frontendExtApi: this.forWorker() };
    }

    /** Only where a bundle of the page has it: the worker cannot load modules. */
    protected forWorker(): ExtPluginApi['frontendExtApi'] {
        if (existsSync(join(__dirname, '..', 'frontend', BUNDLED_FOR_WORKER))) {
            return { initPath: `./${BUNDLED_FOR_WORKER}`, initVariable: 'awsAccountsPluginWorker', initFunction: 'provideApi' };
        }
        void this.logger.warn(
            'Extensions in the browser get no AWS Accounts API, and commands they run among themselves are not stopped: ' +
            `there is no ${BUNDLED_FOR_WORKER}.`
        );
        return undefined;
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
