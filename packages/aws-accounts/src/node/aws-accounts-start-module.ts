import { ContainerModule } from '@theia/core/shared/inversify';
import { bindStart } from './aws-accounts-start';

/** The backend half, as a product loads it: services come with the first window, or with the first caller. */
export default new ContainerModule(bindStart);
