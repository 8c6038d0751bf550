import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
import { TokenServices } from '../../common/token-service/token-services';

/** The token services as the `theia.frontend.config` of the application's package.json has them. */
export function productTokenServices(): TokenServices {
    return TokenServices.ofProduct(FrontendApplicationConfigProvider.get());
}
