import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { CommandContribution } from '@theia/core/lib/common/command';
import { MenuContribution } from '@theia/core/lib/common/menu';
import { ContainerModule, interfaces } from '@theia/core/shared/inversify';
import { MainPluginApiProvider } from '@theia/plugin-ext/lib/common/plugin-ext-api-contribution';
import { PluginContributionHandler } from '@theia/plugin-ext/lib/main/browser/plugin-contribution-handler';
import { AwsRequirementContribution } from 'theia-aws-accounts/lib/browser';
import { AWS_PLUGIN_PATH } from '../common/aws-plugin-protocol';
import type { AuthenticationProviderId } from '../common/authentication-provider-id';
import { AwsPluginMainImpl } from './api/aws-plugin-main';
import { PluginHostSetup } from './api/plugin-host-setup';
import { AwsAuthenticationContribution } from './authentication/aws-authentication-contribution';
import { AwsAuthenticationProvider, AwsAuthenticationProviderFactory } from './authentication/aws-authentication-provider';
import { ProviderSignIn } from './authentication/provider-sign-in';
import { SessionGate } from './authentication/session-gate';
import { SessionGrant } from './authentication/session-grant';
import { SignInRequests } from './authentication/sign-in-requests';
import { AwsPluginFrontend } from './aws-plugin-frontend';
import { AwsPluginServerProxy } from './backend/aws-plugin-server-proxy';
import { ConsentQuestion, ConsentQuestionImpl } from './consent/consent-question';
import { ExtensionAccess } from './consent/extension-access';
import { AwsPluginClientImpl, ExtensionConsents } from './consent/extension-consents';
import { SessionConsent } from './consent/session-consent';
import { ExtensionRequirements, ExtensionCommands } from './requirements/extension-requirements';

export default new ContainerModule(bind => {
    bindConsents(bind);
    bindAuthentication(bind);
    bindRequirements(bind);
    bindApi(bind);
});

function bindConsents(bind: interfaces.Bind): void {
    bind(AwsPluginClientImpl).toSelf().inSingletonScope();
    bind(AwsPluginServerProxy)
        .toDynamicValue(({ container }) =>
            ServiceConnectionProvider.createProxy(container, AWS_PLUGIN_PATH, container.get<AwsPluginClientImpl>(AwsPluginClientImpl))
        )
        .inSingletonScope();
    bind(ExtensionConsents).toSelf().inSingletonScope();
    bind(ConsentQuestion).to(ConsentQuestionImpl).inSingletonScope();
    bind(SessionConsent).toSelf().inSingletonScope();
    bind(ExtensionAccess).toSelf().inSingletonScope();
    bind(CommandContribution).toService(ExtensionAccess);
    bind(MenuContribution).toService(ExtensionAccess);
}

function bindAuthentication(bind: interfaces.Bind): void {
    bind(ProviderSignIn).toSelf().inSingletonScope();
    bind(SignInRequests).toSelf().inSingletonScope();
    bind(SessionGrant).toSelf().inSingletonScope();
    bind(SessionGate).toSelf().inSingletonScope();
    bind(AwsAuthenticationProvider).toSelf();
    bind<AwsAuthenticationProviderFactory>(AwsAuthenticationProviderFactory).toFactory(({ container }) => (id: AuthenticationProviderId) =>
        Object.assign(container.get<AwsAuthenticationProvider>(AwsAuthenticationProvider), { id }));
    bind(AwsAuthenticationContribution).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(AwsAuthenticationContribution);
}

function bindRequirements(bind: interfaces.Bind): void {
    bind(ExtensionCommands).toService(PluginContributionHandler);
    bind(ExtensionRequirements).toSelf().inSingletonScope();
    bind(AwsRequirementContribution).toService(ExtensionRequirements);
    bind(AwsPluginFrontend).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(AwsPluginFrontend);
}

function bindApi(bind: interfaces.Bind): void {
    bind(AwsPluginMainImpl).toSelf();
    bind(PluginHostSetup).toSelf().inSingletonScope();
    bind(MainPluginApiProvider).toService(PluginHostSetup);
}
