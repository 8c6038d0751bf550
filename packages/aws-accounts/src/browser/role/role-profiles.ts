import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsAccountsServer } from '../../common/protocol/aws-accounts-protocol';
import type { AssignedRolesServer } from '../../common/protocol/assigned-roles-protocol';
import type { AssignedAccount } from '../../common/connection/assigned-role';
import { requireFound } from '../../common/state/connection-not-found';
import type { AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import type { RoleProfileProposal, RoleProfileRemoval, RoleProfileRequest } from '../../common/profile/role-profile';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { AssignedRolesServerProxy, AwsAccountsServerProxy } from '../connection/backend-services';

/** Writes assigned roles as profiles of the config file, and removes them. The model knows the change when a promise resolves. */
@injectable()
export class RoleProfiles {

    @inject(AwsAccountsServerProxy) protected readonly server: AwsAccountsServer;
    @inject(AssignedRolesServerProxy) protected readonly roles: AssignedRolesServer;
    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;

    /** @throws AwsAccountsError `connectionNotFound` when the sign-in is gone */
    requestFor(connectionId: AwsConnectionId, { accountId, name }: AssignedAccount, roleName: string): RoleProfileRequest {
        const connection = this.model.find(connectionId)?.connection;
        const signIn = requireFound(connection?.kind === 'identityCenter' ? connection : undefined, connectionId);
        return { ssoSession: signIn.name, accountId, accountName: name, roleName, region: signIn.region };
    }

    async write(requests: readonly RoleProfileRequest[]): Promise<readonly RoleProfileProposal[]> {
        const proposals = await this.roles.writeRoleProfiles(requests);
        this.model.accept(await this.server.refresh());
        return proposals;
    }

    async remove(profile: string): Promise<RoleProfileRemoval> {
        const removal = await this.roles.removeRoleProfile(profile);
        this.model.accept(await this.server.refresh());
        return removal;
    }

    /** Makes the request that writes the profile again as it is. @returns `undefined` for a profile that is no role of an SSO session */
    static requestOf({ name, ssoSession, accountId, roleName, region }: IamProfileConnection): RoleProfileRequest | undefined {
        return ssoSession && accountId && roleName ? { ssoSession, accountId, roleName, region: region.name, profile: name } : undefined;
    }
}
