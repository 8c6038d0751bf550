import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import { Disposable } from '@theia/core/lib/common/disposable';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import type { AssignedAccountsListing, AssignedRolesListing } from '../../common/connection/assigned-role';
import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import type { RoleProfilePlan, RoleProfileProposal, RoleProfileRemoval, RoleProfileRequest } from '../../common/profile/role-profile';
import { PortalRoles } from '../portal/portal-roles';
import { WindowCalls } from '../rpc/window-calls';
import { FilesRefresh, refreshedAfter } from '../connection/files-refresh';
import { RoleProfileWriter } from './role-profile-writer';

/** Serves the assigned accounts and roles that one window shows. */
@injectable()
export class AssignedRolesServerImpl implements AssignedRolesServer, Disposable {

    @inject(WindowCalls) protected readonly calls: WindowCalls;
    @inject(PortalRoles) protected readonly portalRoles: PortalRoles;
    @inject(FilesRefresh) protected readonly files: FilesRefresh;
    @inject(RoleProfileWriter) protected readonly roleProfiles: RoleProfileWriter;

    protected listening: Disposable = Disposable.NULL;

    @postConstruct()
    protected init(): void {
        this.listening = this.portalRoles.onDidStartAnew(connectionId => this.calls.client?.notifyAccountsForgotten(connectionId));
    }

    async listAccounts(connectionId: AwsConnectionId, cancellation?: CancellationToken): Promise<AssignedAccountsListing> {
        return this.calls.runWithSignal(cancellation, signal => this.portalRoles.listAccounts(
            connectionId, signal, accounts => this.calls.client?.notifyAssignedAccounts({ connectionId, accounts })
        ));
    }

    async listRoles(connectionId: AwsConnectionId, accountId: string, cancellation?: CancellationToken): Promise<AssignedRolesListing> {
        return this.calls.runWithSignal(cancellation, signal => this.portalRoles.listRoles(connectionId, accountId, signal));
    }

    async forgetAccounts(connectionId: AwsConnectionId): Promise<void> {
        return this.calls.run(async () => this.portalRoles.forget(connectionId));
    }

    async proposeRoleProfiles(requests: readonly RoleProfileRequest[]): Promise<RoleProfilePlan> {
        return this.calls.run(() => this.roleProfiles.propose(requests));
    }

    async writeRoleProfiles(requests: readonly RoleProfileRequest[]): Promise<readonly RoleProfileProposal[]> {
        return this.calls.run(() => refreshedAfter(this.files, this.roleProfiles.write(requests)));
    }

    async removeRoleProfile(profile: string): Promise<RoleProfileRemoval> {
        return this.calls.run(() => refreshedAfter(this.files, this.roleProfiles.remove(profile)));
    }

    @preDestroy()
    dispose(): void {
        this.listening.dispose();
    }
}
