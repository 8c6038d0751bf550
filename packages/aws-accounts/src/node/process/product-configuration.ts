import { BackendApplicationConfigProvider } from '@theia/core/lib/node/backend-application-config-provider';

/** The `theia.backend.config` of the application's package.json, unchecked. */
export function productConfiguration(): object {
    try {
        return BackendApplicationConfigProvider.get();
    } catch {
        // A process that is no Theia application has no configuration.
        return {};
    }
}
