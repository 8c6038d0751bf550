import { CommandContribution } from '@theia/core/lib/common/command';
import type { interfaces } from '@theia/core/shared/inversify';
import { RoleUse } from './role-use';
import { createRoleProfileDialogFactory, RoleProfileCommands, RoleProfileDialogFactory } from './role-profile-commands';
import { RoleProfileUse } from './role-profile-use';
import { RoleProfiles } from './role-profiles';

/** Binds the commands for roles that IAM Identity Center assigned. */
export function bindRoles(bind: interfaces.Bind): void {
    bind(RoleProfiles).toSelf().inSingletonScope();
    bind(RoleUse).to(RoleProfileUse).inSingletonScope();
    bind(RoleProfileDialogFactory).toDynamicValue(createRoleProfileDialogFactory).inSingletonScope();
    bind(RoleProfileCommands).toSelf().inSingletonScope();
    bind(CommandContribution).toService(RoleProfileCommands);
}
