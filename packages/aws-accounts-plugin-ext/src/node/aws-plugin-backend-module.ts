import { BackendApplicationContribution } from '@theia/core/lib/node/backend-application';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ConnectionContainerModule } from '@theia/core/lib/node/messaging/connection-container-module';
import { ContainerModule } from '@theia/core/shared/inversify';
import { ExtPluginApiProvider } from '@theia/plugin-ext/lib/common/plugin-ext-api-contribution';
import { PluginHostEnvironmentVariable } from '@theia/plugin-ext/lib/common/plugin-protocol';
import { AWS_PLUGIN_PATH, AwsPluginClient, AwsPluginServer } from '../common/aws-plugin-protocol';
import { AwsPluginServerImpl } from './aws-plugin-server';
import { ConsentMemory } from './consent-memory';
import { ExtensionManifests } from './extension-manifests';
import { PluginHostScript } from './plugin-host-script';
import { SecretChannel } from './secret-channel';
import { AwsPluginLocalizations } from './localization/aws-plugin-localizations';
import { SecretTickets } from './secret-tickets';
import { checkedCalls } from 'theia-aws-accounts/lib/node/integration';
import { PLUGIN_CALLS } from './plugin-call-shapes';

/** One for each window: created with its connection, disposed with it. */
const perWindow = ConnectionContainerModule.create(({ bind, bindBackendService }) => {
    bind(AwsPluginServerImpl).toSelf().inSingletonScope();
    bind(AwsPluginServer).toService(AwsPluginServerImpl);
    bindBackendService<AwsPluginServer, AwsPluginClient>(AWS_PLUGIN_PATH, AwsPluginServer, (server, client) => {
        server.setClient(client);
        return checkedCalls(server, PLUGIN_CALLS);
    });
});

export default new ContainerModule(bind => {
    bind(ConnectionContainerModule).toConstantValue(perWindow);
    bind(LocalizationContribution).to(AwsPluginLocalizations).inSingletonScope();
    bind(ConsentMemory).toSelf().inSingletonScope();
    bind(ExtensionManifests).toSelf().inSingletonScope();
    bind(SecretTickets).toSelf().inSingletonScope();
    bind(SecretChannel).toSelf().inSingletonScope();
    bind(BackendApplicationContribution).toService(SecretChannel);
    bind(PluginHostEnvironmentVariable).toService(SecretChannel);
    bind(PluginHostScript).toSelf().inSingletonScope();
    // Theia looks for the registered symbol of that name.
    bind(Symbol.for(ExtPluginApiProvider)).toService(PluginHostScript);
});
