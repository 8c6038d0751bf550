import '../../src/browser/style/index.css';
import { CommandContribution } from '@theia/core/lib/common/command';
import { PreferenceContribution } from '@theia/core/lib/common/preferences';
import { ContainerModule, interfaces } from '@theia/core/shared/inversify';
import { AwsAccountsPreferences } from '../common/sign-in/aws-accounts-preferences';
import { ProductTokenServices } from '../common/token-service/token-services';
import { AwsAccountsFrontend } from './aws-accounts-frontend';
import { bindConnection } from './connection/connection-bindings';
import { FileCommands } from './profile/file-commands';
import { UseCommands } from './use/use-commands';
import { bindDeveloperProfiles } from './developer-profile/developer-profile-bindings';
import { bindDiagnosis } from './diagnosis/diagnosis-bindings';
import { ConnectionDialogFactory, createConnectionDialogFactory } from './dialog/connection-dialog-factory';
import { OwnSignIn } from './guard/own-sign-in';
import { bindGuard } from './guard/guard-bindings';
import { bindProfiles } from './profile/profile-bindings';
import { bindProduction } from './production/production-bindings';
import { RegionCommands } from './region/region-commands';
import { bindRoles } from './role/role-bindings';
import { bindRuns } from './launch/run-bindings';
import { TaskStartUp } from './launch/task-start-up';
import { MfaPrompt } from './mfa/mfa-prompt';
import { ConsoleTargets } from './sign-in/console-target';
import { SignInCommands } from './sign-in/sign-in-commands';
import { SignInFlowChooser } from './dialog/sign-in/sign-in-flow-chooser';
import { SignInPicker } from './sign-in/sign-in-picker';
import { SignInPresets } from './dialog/sign-in/sign-in-presets';
import { SignInRunner } from './dialog/sign-in/sign-in-runner';
import { SignOut } from './sign-in/sign-out';
import { bindAwsStatus } from './status/aws-status-bindings';
import { bindTerminals } from './terminal/terminal-bindings';
import { ConnectionChooser } from './use/connection-chooser';
import { RecentProfiles } from './use/recent-profiles';
import { UseSwitch } from './use/use-switch';
import { bindAccountsView } from './view/accounts-view-bindings';
import { LiteralMessages } from './literal/literal-messages';
import { LiveRegion } from './literal/live-region';
import { MessageFocus } from './literal/message-focus';
import { LiteralQuickInput } from './literal/literal-quick-input';
import { ConfirmationPrompt, createConfirmationPrompt } from './modal/confirmation-dialog';
import { WorkspaceTrust } from './trust/workspace-trust';

export default new ContainerModule((bind, _unbind, _isBound, _rebind, _unbindAsync, onActivation) => {
    bindForeign(bind);
    bindConnection(bind);
    bindUses(bind);
    bindSignIn(bind);
    bindGuard(bind, onActivation);
    bindAccountsView(bind);
    bindRoles(bind);
    bindDeveloperProfiles(bind);
    bindProfiles(bind);
    bindProduction(bind);
    bindAwsStatus(bind);
    bindTerminals(bind, onActivation);
    bind(TaskStartUp).toSelf().inSingletonScope();
    bindRuns(bind, onActivation);
    bindDiagnosis(bind);
    bind(PreferenceContribution)
        .toDynamicValue(({ container }) => AwsAccountsPreferences.contribution(container.get(ProductTokenServices)))
        .inSingletonScope();
    bind(AwsAccountsFrontend).toSelf().inSingletonScope();
});

/** The doors through which texts and questions come to a person, and whether the workspace is trusted. */
function bindForeign(bind: interfaces.Bind): void {
    bind(LiveRegion).toSelf().inSingletonScope();
    bind(MessageFocus).toSelf().inSingletonScope();
    bind(LiteralMessages).toSelf().inSingletonScope();
    bind(LiteralQuickInput).toSelf().inSingletonScope();
    bind(WorkspaceTrust).toSelf().inSingletonScope();
    bind(ConfirmationPrompt).toDynamicValue(createConfirmationPrompt).inSingletonScope();
}

function bindUses(bind: interfaces.Bind): void {
    bind(RecentProfiles).toSelf().inSingletonScope();
    bind(UseSwitch).toSelf().inSingletonScope();
    bind(ConnectionChooser).toSelf().inSingletonScope();
    bind(OwnSignIn).toSelf().inSingletonScope();
    bind(ConnectionDialogFactory).toDynamicValue(createConnectionDialogFactory).inSingletonScope();
    contribute(bind, CommandContribution, UseCommands);
    contribute(bind, CommandContribution, RegionCommands);
    contribute(bind, CommandContribution, FileCommands);
}

function bindSignIn(bind: interfaces.Bind): void {
    bind(SignInFlowChooser).toSelf().inSingletonScope();
    bind(SignInPresets).toSelf().inSingletonScope();
    bind(MfaPrompt).toSelf().inSingletonScope();
    bind(SignInRunner).toSelf().inSingletonScope();
    bind(SignInPicker).toSelf().inSingletonScope();
    bind(ConsoleTargets).toSelf().inSingletonScope();
    bind(SignOut).toSelf().inSingletonScope();
    contribute(bind, CommandContribution, SignInCommands);
}

function contribute<T>(bind: interfaces.Bind, role: interfaces.ServiceIdentifier<T>, implementation: interfaces.Newable<T>): void {
    bind(implementation).toSelf().inSingletonScope();
    bind(role).toService(implementation);
}
