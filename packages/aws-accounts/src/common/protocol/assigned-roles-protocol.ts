import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { AssignedAccountsListing, AssignedRolesListing } from '../connection/assigned-role';
import type { AwsConnectionId } from '../connection/aws-connection';
import type { RoleProfilePlan, RoleProfileProposal, RoleProfileRemoval, RoleProfileRequest } from '../profile/role-profile';

export const ASSIGNED_ROLES_PATH = '/services/aws-accounts-roles';

export const AssignedRolesServer = Symbol('AssignedRolesServer');

/**
 * The accounts and roles that IAM Identity Center assigns, and the profiles that are made of them. One object for each window. Every
 * method rejects with `AwsAccountsError` when something is broken; what may be expected is part of its result.
 */
export interface AssignedRolesServer {
    /**
     * The accounts that an IAM Identity Center sign-in gives access to, remembered until the person signs out or in again. They come as
     * pages first (`AwsAccountsClient.notifyAssignedAccounts`), then as a whole. A rejection takes nothing back that has come as a page.
     */
    listAccounts(connectionId: AwsConnectionId, cancellation?: CancellationToken): Promise<AssignedAccountsListing>;
    /**
     * The roles in one of the accounts, remembered like the accounts. Any number may be asked for at once: AWS is asked at the pace it
     * allows.
     */
    listRoles(connectionId: AwsConnectionId, accountId: string, cancellation?: CancellationToken): Promise<AssignedRolesListing>;
    /** Forgets the accounts and roles of a connection, so that the next to ask gets what AWS says then. */
    forgetAccounts(connectionId: AwsConnectionId): Promise<void>;
    /** Preview of `writeRoleProfiles`. Writes nothing. */
    proposeRoleProfiles(requests: readonly RoleProfileRequest[]): Promise<RoleProfilePlan>;
    /** Makes assigned roles profiles of the config file; all of them or none. A role that is one already stays as it is. */
    writeRoleProfiles(requests: readonly RoleProfileRequest[]): Promise<readonly RoleProfileProposal[]>;
    /** Removes a profile from the config file if this product wrote it and nobody changed it since. */
    removeRoleProfile(profile: string): Promise<RoleProfileRemoval>;
}
