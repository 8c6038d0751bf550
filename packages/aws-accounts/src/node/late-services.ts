import { ContainerModule, interfaces } from '@theia/core/shared/inversify';

/** Bound where the services of the backend are, and where those of a window are. */
export const AwsServices = Symbol('AwsServices');
export const AwsWindowServices = Symbol('AwsWindowServices');

/**
 * Gives a service of the backend. The first call loads the services, so that the start of a backend does not pay for them.
 *
 * @param container that of the backend, or of a window of it
 */
export function serviceOf<T>(container: interfaces.Container, id: interfaces.ServiceIdentifier<T>): T {
    const backend = outermost(container);
    if (!backend.isBound(AwsServices)) {
        backend.load(new ContainerModule(bind => services().bindServices(bind)));
    }
    return backend.get(id);
}

/** Gives a service that a window has for itself. @param container that of the window's connection */
export function windowServiceOf<T>(container: interfaces.Container, id: interfaces.ServiceIdentifier<T>): T {
    serviceOf(container, AwsServices);
    if (!container.isBound(AwsWindowServices)) {
        container.load(new ContainerModule(bind => services().bindWindow(bind)));
    }
    return container.get(id);
}

/** An import at the head of this file would load them at once. */
function services(): typeof import('./aws-accounts-backend-module') {
    return require('./aws-accounts-backend-module') as typeof import('./aws-accounts-backend-module');
}

function outermost(container: interfaces.Container): interfaces.Container {
    return container.parent ? outermost(container.parent) : container;
}
