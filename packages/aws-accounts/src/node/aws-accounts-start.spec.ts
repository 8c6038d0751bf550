import { ConnectionHandler } from '@theia/core/lib/common/messaging';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { ILogger } from '@theia/core/lib/common/logger';
import { PreferenceService } from '@theia/core/lib/common/preferences';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { ConnectionContainerModule } from '@theia/core/lib/node/messaging/connection-container-module';
import { Container, ContainerModule } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AWS_ACCOUNTS_PATH, AwsAccountsServer } from '../common/protocol/aws-accounts-protocol';
import startModule from './aws-accounts-start-module';
import { AwsConnectionProviders } from './connection-providers';
import { ConnectionStore } from './connection/connection-store';
import { AwsServices, AwsWindowServices, windowServiceOf } from './late-services';

describe('the start of the backend', () => {

    let backend: Container;

    beforeEach(() => {
        backend = new Container();
        backend.load(startModule);
        backend.bind<object>(EnvVariablesServer).toConstantValue({ getConfigDirUri: async () => 'file:///nowhere' });
        backend.bind(ILogger).toConstantValue(new MockLogger());
    });

    function openWindow(): Container {
        const window = backend.createChild();
        window.load(...backend.getAll<ContainerModule>(ConnectionContainerModule));
        return window;
    }

    it('has no services before somebody asks for one', () => {
        openWindow().getAll(ConnectionHandler);
        expect(backend.isBound(AwsServices)).to.equal(false);
    });

    it('gets them with the first caller of the backend', () => {
        expect(backend.get<AwsConnectionProviders>(AwsConnectionProviders).credentialProvider).to.be.a('function');
        expect(backend.isBound(AwsServices)).to.equal(true);
    });

    it('gets them once for all windows, and each window its own servers', () => {
        const [one, other] = [openWindow(), openWindow()];
        const servers = [one, other, one].map(window => windowServiceOf(window, AwsAccountsServer));
        expect(servers[0]).to.equal(servers[2]).and.not.equal(servers[1]);
        expect([one, other].map(window => window.isBound(AwsWindowServices))).to.deep.equal([true, true]);
        expect(backend.isBound(AwsWindowServices)).to.equal(false);
        expect(one.get(ConnectionStore)).to.equal(other.get(ConnectionStore));
    });

    it('serves a window where Theia still makes its preferences, and no other needed them before', () => {
        backend.bind(PreferenceService).toDynamicValue(async () => ({ ready: Promise.resolve() })).inSingletonScope();
        expect(windowServiceOf<AwsAccountsServer>(openWindow(), AwsAccountsServer).setUse).to.be.a('function');
    });

    it('answers a window at the path that windows know', () => {
        const handlers = openWindow().getAll<ConnectionHandler>(ConnectionHandler);
        expect(handlers.map(({ path }) => path)).to.include(AWS_ACCOUNTS_PATH);
    });
});
