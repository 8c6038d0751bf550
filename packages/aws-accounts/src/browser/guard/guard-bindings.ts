import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { BrowserMenuNodeFactory } from '@theia/core/lib/browser/menu/browser-menu-node-factory';
import { TabBarToolbarRegistry } from '@theia/core/lib/browser/shell/tab-bar-toolbar/tab-bar-toolbar-registry';
import { QuickCommandService } from '@theia/core/lib/browser/quick-input/quick-command-service';
import { CommandRegistry } from '@theia/core/lib/common/command';
import * as contributionProviders from '@theia/core/lib/common/contribution-provider';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsGuard } from './aws-guard';
import { AwsRequirementContribution, AwsRequirementRegistry } from './declaration/aws-requirement-registry';
import { DeclarationReport } from './declaration/declaration-report';
import { DeclarationWait } from './declaration-wait';
import { ConnectionSettling } from './connection-settling';
import { guardCommandRegistry } from './guard-command-registry';
import { GuardedCalls } from './guarded-calls';
import { RequirementMeeting } from './requirement-meeting';
import { guardMonacoCommands, monacoCommands } from './guard-monaco-commands';
import { GuardReport } from './guard-report';
import { HandledCancellation } from './handled-cancellation';
import { markGuardedMenus } from './mark/guarded-menu-mark';
import { markGuardedToolbars } from './mark/guarded-toolbar-mark';
import { markGuardedCommands } from './mark/guarded-command-mark';
import { ProductionGuard } from './production-guard';
import { QuestionQueue } from './question-queue';
import { ProductRequirements, productRequirements } from './declaration/product-requirements';
import { SettingsRequirements } from './declaration/settings-requirements';

/** Theia has a provider that keeps to the root container from 1.69 on. Ours is asked for there alone, so the older one does as well. */
const bindContributions = contributionProviders.bindRootContributionProvider ?? contributionProviders.bindContributionProvider;

/** Binds the guard and its parts. */
export function bindGuard(bind: interfaces.Bind, onActivation: interfaces.Container['onActivation']): void {
    bindContributions(bind, AwsRequirementContribution);
    bind(ProductRequirements).toConstantValue(productRequirements);
    bind(AwsRequirementRegistry).toSelf().inSingletonScope();
    bind(DeclarationReport).toSelf().inSingletonScope();
    bind(DeclarationWait).toSelf().inSingletonScope();
    bind(ConnectionSettling).toSelf().inSingletonScope();
    bind(GuardReport).toSelf().inSingletonScope();
    bind(QuestionQueue).toSelf().inSingletonScope();
    bind(ProductionGuard).toSelf().inSingletonScope();
    bind(RequirementMeeting).toSelf().inSingletonScope();
    bind(GuardedCalls).toSelf().inSingletonScope();
    bind(AwsGuard).toSelf().inSingletonScope();
    bind(HandledCancellation).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(HandledCancellation);
    bind(SettingsRequirements).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(SettingsRequirements);
    bind(AwsRequirementContribution).toService(SettingsRequirements);
    onActivation(CommandRegistry, guardCommandRegistry);
    const monaco = monacoCommands();
    if (monaco !== undefined) {
        onActivation(monaco, guardMonacoCommands);
    }
    onActivation(QuickCommandService, markGuardedCommands);
    onActivation(BrowserMenuNodeFactory, markGuardedMenus);
    onActivation(TabBarToolbarRegistry, markGuardedToolbars);
}
