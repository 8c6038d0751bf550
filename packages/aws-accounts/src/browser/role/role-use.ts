import { PickedRole } from '../../common/assigned-role';

/** What "Use" does for an assigned role. */
export const RoleUse = Symbol('AwsAccountsRoleUse');
export interface RoleUse {
    /**
     * Makes the role an IAM profile and uses it for AWS services. Tells the person itself what goes wrong. Resolves to whether the role is
     * used now.
     */
    use(role: PickedRole): Promise<boolean>;
}
