import { CommandContribution, CommandRegistry } from '@theia/core/lib/common/command';
import { inject, injectable, optional } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AssignedRolesModel } from './assigned-roles-model';
import { RecentRoles } from './recent-roles';
import { PickedRole } from '../../common/connection/assigned-role';
import { RoleUse } from '../role/role-use';
import { LIST_ASSIGNED, USE_ROLE } from '../commands/row-commands';

/**
 * Runs the actions of account and role rows. The commands have no label, and so are not in the palette: they need their row as argument.
 */
@injectable()
export class AssignedRoleCommands implements CommandContribution {

    @inject(AssignedRolesModel) protected readonly assigned: AssignedRolesModel;
    @inject(RecentRoles) protected readonly recents: RecentRoles;
    /** Absent in a product that only shows what is assigned. */
    @inject(RoleUse) @optional() protected readonly roleUse: RoleUse | undefined;

    registerCommands(commands: CommandRegistry): void {
        commands.registerCommand(
            { id: LIST_ASSIGNED },
            { execute: (connectionId: AwsConnectionId, accountId?: string) => this.assigned.listAgain({ connectionId, accountId }) }
        );
        commands.registerCommand(
            { id: USE_ROLE },
            { execute: (role: PickedRole) => this.use(role), isEnabled: () => this.roleUse !== undefined }
        );
    }

    protected async use(role: PickedRole): Promise<void> {
        if (await this.roleUse?.use(role)) {
            await this.recents.add(PickedRole.keyOf(role.connectionId, role.account.accountId, role.roleName));
        }
    }
}
