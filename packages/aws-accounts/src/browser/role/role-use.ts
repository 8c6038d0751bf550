import type { AssignedAccount } from '../../common/assigned-role';
import type { AwsConnectionId } from '../../common/aws-connection';

/** A role that a person picked among those assigned to them. */
export interface PickedRole {
    /** The IAM Identity Center connection that gives the role. */
    readonly connectionId: AwsConnectionId;
    readonly account: AssignedAccount;
    readonly roleName: string;
}

export namespace PickedRole {

    /** Names a role among all roles of all organisations. No part of it holds a space but the name of the connection, which comes last. */
    export function keyOf(connectionId: AwsConnectionId, accountId: string, roleName: string): string {
        return `${accountId} ${roleName} ${connectionId}`;
    }
}

/** What "Use" does for an assigned role. */
export const RoleUse = Symbol('AwsAccountsRoleUse');
export interface RoleUse {
    /** Makes the role an IAM profile and uses it for AWS services. Tells the person itself what goes wrong. Resolves to whether the role is used now. */
    use(role: PickedRole): Promise<boolean>;
}
