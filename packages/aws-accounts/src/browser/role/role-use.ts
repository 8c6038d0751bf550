import { PickedRole } from '../../common/connection/assigned-role';

/** Runs "Use" of an assigned role. A product may bind its own. */
export const RoleUse = Symbol('AwsAccountsRoleUse');
export interface RoleUse {
    /**
     * Makes the role an IAM profile and uses it for AWS services. Tells the person about failures itself.
     * @returns whether AWS services use the role now
     */
    use(role: PickedRole): Promise<boolean>;
}
