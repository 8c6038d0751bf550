import { ContainerModule, interfaces } from '@theia/core/shared/inversify';
import { AssignedRolesServer } from '../common/protocol/assigned-roles-protocol';
import { AwsAccountsServer } from '../common/protocol/aws-accounts-protocol';
import { AwsProfilesServer } from '../common/protocol/aws-profiles-protocol';
import { DeveloperProfilesServer } from '../common/protocol/developer-profiles-protocol';
import { AwsAccounts } from './aws-accounts';
import { AwsAccountsServerImpl } from './aws-accounts-server';
import { bindStart } from './aws-accounts-start';
import { LateConnectionProviders } from './connection-providers';
import { AwsConnectionProvidersImpl } from './connection-providers-impl';
import { AwsServices, AwsWindowServices } from './late-services';
import { bindLogin } from './login/login-bindings';
import { DeveloperProfileService } from './developer-profile/profile-service';
import { DeveloperProfilesServerImpl } from './developer-profile/developer-profiles-server';
import { FilesRefresh } from './connection/files-refresh';
import { ConnectionCheck } from './connection/connection-check';
import { ConnectionRefresh } from './connection/connection-refresh';
import { ConnectionStates } from './connection/connection-states';
import { ConnectionStore } from './connection/connection-store';
import { ServiceRefusals } from './connection/service-refusals';
import { AwsCredentials } from './credentials/aws-credentials';
import { CallerIdentityService } from './credentials/caller-identity-service';
import { bindCredentialSources } from './credentials/credential-bindings';
import { ProfileCredentials } from './credentials/profile-credentials';
import { bindDiagnosis } from './diagnosis/diagnosis-bindings';
import { ConnectionFeeds } from './feed/connection-feeds';
import { AwsClients } from './http/aws-clients';
import { NetworkSettings } from './http/network-settings';
import { BackendPreferences, backendPreferences, ProxyPreferences } from './http/proxy-preferences';
import { LoginRecovery } from './connection/login-recovery';
import { ChoiceMemory } from './choices/choice-memory';
import { bindPortal } from './portal/portal-bindings';
import { NoticeClaims } from './session-end/notice-claims';
import { OpenWindows } from './session-end/open-windows';
import { RecentUse } from './session-end/recent-use';
import { SessionEndNotices } from './session-end/session-end-notices';
import { ProfileConnector } from './connection/profile-connector';
import { AwsProfilesServerImpl } from './profile/aws-profiles-server';
import { DraftIdentity } from './profile/draft-identity';
import { ProfileDrafts } from './profile/profile-drafts';
import { ProfileRemovals } from './profile/profile-removals';
import { BothConfigFiles } from './shared-config/editor/both-config-files';
import { ProfileSettingsWriter } from './shared-config/editor/profile-settings-writer';
import { SharedConfigEditor } from './shared-config/editor/shared-config-editor';
import { AssignedRolesServerImpl } from './role/assigned-roles-server';
import { RoleProfileWriter } from './role/role-profile-writer';
import { WindowCalls } from './rpc/window-calls';
import { SharedConfigFileReader } from './shared-config/shared-config-file-reader';
import { SharedConfigReader } from './shared-config/shared-config-reader';
import { SharedConfigWatcher } from './shared-config/shared-config-watcher';
import { SsoSessionWriter } from './shared-config/editor/sso-session-writer';
import { SignInService } from './sign-in-service';
import { SignOutService } from './sign-out-service';
import { bindSso } from './sso/sso-bindings';
import { bindTools } from './terminal/tool-bindings';

/** The servers of one window and what they share. */
export function bindWindow(bind: interfaces.Bind): void {
    bind(AwsWindowServices).toConstantValue(true);
    bind(WindowCalls).toSelf().inSingletonScope();
    bind(AwsAccountsServerImpl).toSelf().inSingletonScope();
    bind(AwsAccountsServer).toService(AwsAccountsServerImpl);
    bind(AwsProfilesServer).to(AwsProfilesServerImpl).inSingletonScope();
    bind(AssignedRolesServer).to(AssignedRolesServerImpl).inSingletonScope();
    bind(DeveloperProfilesServer).to(DeveloperProfilesServerImpl).inSingletonScope();
}

/** Start and services at once, for processes that are no product: a product loads `aws-accounts-start-module`. */
export default new ContainerModule(bind => {
    bindStart(bind);
    bindServices(bind);
});

/** Binds the services of windows and callers. */
export function bindServices(bind: interfaces.Bind): void {
    bind(AwsServices).toConstantValue(true);
    bindOutside(bind);
    bindFiles(bind);
    bindSso(bind);
    bindLogin(bind);
    bindPortal(bind);
    bindCredentials(bind);
    bindService(bind);
    bindTools(bind);
    bindDiagnosis(bind);
}

/** Bindings of the outside: process, network, settings. */
function bindOutside(bind: interfaces.Bind): void {
    bind(BackendPreferences).toDynamicValue(backendPreferences);
    bind(ProxyPreferences).toSelf().inSingletonScope();
    bind(NetworkSettings).toSelf().inSingletonScope();
    bind(AwsClients).toSelf().inSingletonScope();
}

/** The shared config files, and the file of our own. */
function bindFiles(bind: interfaces.Bind): void {
    bind(SharedConfigFileReader).toSelf().inSingletonScope();
    bind(SharedConfigReader).toSelf().inSingletonScope();
    bind(SharedConfigWatcher).toSelf().inSingletonScope();
    bind(SharedConfigEditor).toSelf().inSingletonScope();
    bind(ProfileSettingsWriter).toSelf().inSingletonScope();
    bind(BothConfigFiles).toSelf().inSingletonScope();
    bind(DraftIdentity).toSelf().inSingletonScope();
    bind(ProfileDrafts).toSelf().inSingletonScope();
    bind(ProfileRemovals).toSelf().inSingletonScope();
    bind(SsoSessionWriter).toSelf().inSingletonScope();
    bind(RoleProfileWriter).toSelf().inSingletonScope();
    bind(ChoiceMemory).toSelf().inSingletonScope();
}

function bindCredentials(bind: interfaces.Bind): void {
    bindCredentialSources(bind);
    bind(ProfileCredentials).toSelf().inSingletonScope();
    bind(AwsCredentials).toSelf().inSingletonScope();
    bind(CallerIdentityService).toSelf().inSingletonScope();
}

/** The connection service itself. */
function bindService(bind: interfaces.Bind): void {
    bind(ConnectionStore).toSelf().inSingletonScope();
    bind(ServiceRefusals).toSelf().inSingletonScope();
    bind(ConnectionStates).toSelf().inSingletonScope();
    bind(ConnectionRefresh).toSelf().inSingletonScope();
    bind(LoginRecovery).toSelf().inSingletonScope();
    bind(ConnectionCheck).toSelf().inSingletonScope();
    bind(ProfileConnector).toSelf().inSingletonScope();
    bind(SignInService).toSelf().inSingletonScope();
    bind(SignOutService).toSelf().inSingletonScope();
    bind(OpenWindows).toSelf().inSingletonScope();
    bind(RecentUse).toSelf().inSingletonScope();
    bind(NoticeClaims).toSelf().inSingletonScope();
    bind(SessionEndNotices).toSelf().inSingletonScope();
    bind(AwsAccounts).toSelf().inSingletonScope();
    bind(DeveloperProfileService).toSelf().inSingletonScope();
    bind(FilesRefresh).toService(AwsAccounts);
    bind(ConnectionFeeds).toSelf().inSingletonScope();
    bind(LateConnectionProviders).to(AwsConnectionProvidersImpl).inSingletonScope();
}
