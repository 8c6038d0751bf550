import { TokenServices } from '../../common/token-service/token-service';
import { productConfiguration } from './product-configuration';

/** The token services as the `theia.backend.config` of the application's package.json has them. */
export function productTokenServices(): TokenServices {
    return TokenServices.ofProduct(productConfiguration());
}
