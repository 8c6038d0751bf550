import { ConnectionHandler } from '@theia/core/lib/common/messaging/handler';
import { RpcConnectionHandler } from '@theia/core/lib/common/messaging/proxy-factory';
import { ConnectionContainerModule } from '@theia/core/lib/node/messaging/connection-container-module';
import { ContainerModule } from '@theia/core/shared/inversify';
import { SAMPLE_AUTOMATION_PATH, SAMPLE_PATH, SampleAutomation, SampleServer } from '../common/sample-protocol';
import { CodeWhispererClient } from './codewhisperer-client';
import { SampleAutomationImpl } from './sample-automation';

const automation = ConnectionContainerModule.create(({ bind, bindBackendService }) => {
    bind(SampleAutomation).to(SampleAutomationImpl).inSingletonScope();
    bindBackendService(SAMPLE_AUTOMATION_PATH, SampleAutomation);
});

export default new ContainerModule(bind => {
    bind(ConnectionContainerModule).toConstantValue(automation);
    bind(CodeWhispererClient).toSelf().inSingletonScope();
    // Loaded with the first command, so that the AWS SDK costs nothing at the start of the application.
    bind(SampleServer).toDynamicValue(async ({ container }) => {
        const { SampleServerImpl } = await import('./sample-server');
        return container.resolve(SampleServerImpl);
    }).inSingletonScope();
    bind(ConnectionHandler).toDynamicValue(({ container }) => new RpcConnectionHandler(SAMPLE_PATH, () => {
        const server = (): Promise<SampleServer> => container.getAsync<SampleServer>(SampleServer);
        return {
            listFunctions: async connectionId => (await server()).listFunctions(connectionId),
            invoke: async (connectionId, invocation) => (await server()).invoke(connectionId, invocation),
            callerIdentity: async connectionId => (await server()).callerIdentity(connectionId),
            suggest: async (connection, code) => (await server()).suggest(connection, code)
        } satisfies SampleServer;
    })).inSingletonScope();
});
