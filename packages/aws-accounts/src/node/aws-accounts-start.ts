import { PreferenceContribution } from '@theia/core/lib/common/preferences';
import { ConnectionHandler, RpcConnectionHandler } from '@theia/core/lib/common/messaging';
import { BackendApplicationContribution } from '@theia/core/lib/node/backend-application';
import { LocalizationContribution } from '@theia/core/lib/node/i18n/localization-contribution';
import { ConnectionContainerModule } from '@theia/core/lib/node/messaging/connection-container-module';
import { WsRequestValidatorContribution } from '@theia/core/lib/node/ws-request-validators';
import type { interfaces } from '@theia/core/shared/inversify';
import { ASSIGNED_ROLES_PATH, AssignedRolesServer } from '../common/protocol/assigned-roles-protocol';
import { AWS_ACCOUNTS_PATH, AwsAccountsClient, AwsAccountsRemote, AwsAccountsServer } from '../common/protocol/aws-accounts-protocol';
import { AwsAccountsPreferences } from '../common/sign-in/aws-accounts-preferences';
import { AWS_DIAGNOSIS_PATH, AwsDiagnosis } from '../common/protocol/aws-diagnosis-protocol';
import { AWS_PROFILES_PATH, AwsProfilesServer } from '../common/protocol/aws-profiles-protocol';
import { AWS_TOOLS_PATH, AwsToolsServer } from '../common/protocol/aws-tools-protocol';
import { DEVELOPER_PROFILES_PATH, DeveloperProfilesServer } from '../common/protocol/developer-profiles-protocol';
import { ProductTokenServices } from '../common/token-service/token-services';
import { AwsConnectionProviders, LateConnectionProviders } from './connection-providers';
import { ConsoleRoute, ConsoleVisitor, LateConsoleVisitor } from './console/console-route';
import { PageValidator, pageValidator } from './console/page-validator';
import { HostCheck } from './host/host-check';
import { AwsAccountsLocalizations } from './localization/aws-accounts-localizations';
import { serviceOf, windowServiceOf } from './late-services';
import { AwsEnvironment, ProcessAwsEnvironment } from './process/aws-environment';
import { Clock, SystemClock } from './process/clock';
import { CallShape } from './rpc/call-shapes';
import { CallShapes, checkedCalls } from './rpc/checked-calls';
import { productTokenServices } from './process/product-configuration';

/** Bindings of one window: they are created with its connection and disposed with it. */
const perWindow = ConnectionContainerModule.create(({ bind, bindBackendService }) => {
    const accounts = late<AwsAccountsRemote>(bind, AwsAccountsServer);
    bindBackendService<AwsAccountsRemote, AwsAccountsClient>(AWS_ACCOUNTS_PATH, accounts, (server, client) => {
        server.setClient(client);
        return checkedCalls(server, CallShape.ACCOUNTS);
    });
    bindBackendService(AWS_PROFILES_PATH, late(bind, AwsProfilesServer), server => checkedCalls(server, CallShape.PROFILES));
    bindBackendService(ASSIGNED_ROLES_PATH, late(bind, AssignedRolesServer), server => checkedCalls(server, CallShape.ROLES));
    bindBackendService(
        DEVELOPER_PROFILES_PATH, late(bind, DeveloperProfilesServer), server => checkedCalls(server, CallShape.DEVELOPER_PROFILES)
    );
});

/** @returns an identifier of the same service of the window, which is loaded when somebody asks for it */
function late<T>(bind: interfaces.Bind, id: interfaces.ServiceIdentifier<T>): interfaces.ServiceIdentifier<T> {
    const lateId = Symbol('AwsLateWindowService');
    bind(lateId).toDynamicValue(({ container }) => windowServiceOf(container, id));
    return lateId;
}

/** One for all windows: nothing of it depends on which window asks. */
function serveAllWindows<T extends object>(
    bind: interfaces.Bind, path: string, id: interfaces.ServiceIdentifier<T>, shapes: CallShapes<T>
): void {
    bind(ConnectionHandler)
        .toDynamicValue(({ container }) => new RpcConnectionHandler(path, () => checkedCalls(serviceOf(container, id), shapes)))
        .inSingletonScope();
}

/** All that Theia's backend starts with. The rest is loaded by the first window, or by the first caller. */
export function bindStart(bind: interfaces.Bind): void {
    bind(Clock).to(SystemClock).inSingletonScope();
    bind(AwsEnvironment).to(ProcessAwsEnvironment).inSingletonScope();
    bind(ProductTokenServices).toDynamicValue(productTokenServices).inSingletonScope();
    bind(PreferenceContribution)
        .toDynamicValue(({ container }) => AwsAccountsPreferences.contribution(container.get(ProductTokenServices)))
        .inSingletonScope();
    bind(LocalizationContribution).to(AwsAccountsLocalizations).inSingletonScope();
    bind(ConnectionContainerModule).toConstantValue(perWindow);
    bind(AwsConnectionProviders).toDynamicValue(({ container }) => serviceOf(container, LateConnectionProviders)).inSingletonScope();
    bind(LateConsoleVisitor).toFactory(({ container }) => () => serviceOf<ConsoleVisitor>(container, ConsoleVisitor));
    bind(PageValidator).toDynamicValue(pageValidator).inSingletonScope();
    bind(ConsoleRoute).toSelf().inSingletonScope();
    bind(BackendApplicationContribution).toService(ConsoleRoute);
    bind(HostCheck).toSelf().inSingletonScope();
    bind(BackendApplicationContribution).toService(HostCheck);
    bind(WsRequestValidatorContribution).toService(HostCheck);
    serveAllWindows<AwsToolsServer>(bind, AWS_TOOLS_PATH, AwsToolsServer, CallShape.TOOLS);
    serveAllWindows<AwsDiagnosis>(bind, AWS_DIAGNOSIS_PATH, AwsDiagnosis, CallShape.DIAGNOSIS);
}
