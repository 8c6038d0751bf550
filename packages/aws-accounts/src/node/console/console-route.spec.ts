import type { Application } from '@theia/core/shared/express';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { HostCheck } from '../host/host-check';
import { ConsoleRoute, LateConsoleVisitor } from './console-route';
import { PageValidator, pageValidator } from './page-validator';

const { HttpConnectionValidator } =
    require('@theia/core/lib/node/hosting/browser-connection-token') as { readonly HttpConnectionValidator: symbol };

describe('the address of the console in this application', () => {

    let container: Container;
    let paths: string[];

    function configure(): ConsoleRoute {
        const route = container.get(ConsoleRoute);
        paths = [];
        route.configure({ get: (path: string) => paths.push(path) } as unknown as Application);
        return route;
    }

    beforeEach(() => {
        container = new Container();
        container.bind(LateConsoleVisitor).toConstantValue(() => { throw new Error('Nobody visits.'); });
        container.bind(PageValidator).toDynamicValue(pageValidator);
        container.bind<object>(HostCheck).toConstantValue({ allows: () => true });
        container.bind(ConsoleRoute).toSelf();
    });

    it('is served where Theia gives its pages a cookie to ask for', () => {
        container.bind<object>(HttpConnectionValidator).toConstantValue({ validateRequest: () => undefined });
        expect(configure().isServed).to.equal(true);
        expect(paths).to.have.length(1);
    });

    // @threat console-address
    it('does not exist where Theia has none', () => {
        expect(configure().isServed).to.equal(false);
        expect(paths).to.deep.equal([]);
    });
});
