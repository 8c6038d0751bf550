import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { CommandContribution } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { ChangingCalls } from '../../common/protocol/changing-calls';
import { DEVELOPER_PROFILES_PATH, DeveloperProfilesServer } from '../../common/protocol/developer-profiles-protocol';
import { DeveloperProfilesServerProxy } from '../connection/backend-services';
import { bindSubject } from '../connection/connection-bindings';
import { DeveloperProfileAfterSignIn } from './developer-profile-after-sign-in';
import { DeveloperProfileCommands } from './developer-profile-commands';
import { DeveloperProfiles } from './developer-profiles';

/** Binds what finds the developer profile of a token service. */
export function bindDeveloperProfiles(bind: interfaces.Bind): void {
    bindSubject<DeveloperProfilesServer>(bind, DeveloperProfilesServerProxy, DEVELOPER_PROFILES_PATH, ChangingCalls.DEVELOPER_PROFILES);
    bind(DeveloperProfiles).toSelf().inSingletonScope();
    bind(DeveloperProfileCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(DeveloperProfileCommands);
    bind(DeveloperProfileAfterSignIn).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(DeveloperProfileAfterSignIn);
}
