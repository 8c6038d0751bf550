import { BackendApplicationConfigProvider } from '@theia/core/lib/node/backend-application-config-provider';
import { TokenServices } from '../../common/token-service/token-services';

/** The `theia.backend.config` of the application's package.json, unchecked. */
export function productConfiguration(): object {
    try {
        return BackendApplicationConfigProvider.get();
    } catch {
        // A process that is no Theia application has no configuration.
        return {};
    }
}

/** The token services as the `theia.backend.config` of the application's package.json has them. */
export function productTokenServices(): TokenServices {
    return TokenServices.ofProduct(productConfiguration());
}
