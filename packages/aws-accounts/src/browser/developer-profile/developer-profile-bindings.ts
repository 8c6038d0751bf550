import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { ServiceConnectionProvider } from '@theia/core/lib/browser/messaging/service-connection-provider';
import { CommandContribution } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { DEVELOPER_PROFILES_PATH } from '../../common/protocol/developer-profiles-protocol';
import { DeveloperProfilesServerProxy } from '../connection/backend-services';
import { DeveloperProfileAfterSignIn } from './developer-profile-after-sign-in';
import { DeveloperProfileCommands } from './developer-profile-commands';
import { DeveloperProfiles } from './developer-profiles';

/** Binds what finds the developer profile of a token service. */
export function bindDeveloperProfiles(bind: interfaces.Bind): void {
    bind(DeveloperProfilesServerProxy)
        .toDynamicValue(({ container }) => ServiceConnectionProvider.createProxy(container, DEVELOPER_PROFILES_PATH))
        .inSingletonScope();
    bind(DeveloperProfiles).toSelf().inSingletonScope();
    bind(DeveloperProfileCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(DeveloperProfileCommands);
    bind(DeveloperProfileAfterSignIn).toSelf().inSingletonScope();
    bind(FrontendApplicationContribution).toService(DeveloperProfileAfterSignIn);
}
