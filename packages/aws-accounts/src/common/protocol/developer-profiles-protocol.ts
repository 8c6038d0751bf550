import type { CancellationToken } from '@theia/core/lib/common/cancellation';
import type { DeveloperProfile, DeveloperProfileListing } from '../token-service/developer-profile';
import type { AwsUse } from '../token-service/connection-use';

export const DEVELOPER_PROFILES_PATH = '/services/aws-accounts-developer-profiles';

export const DeveloperProfilesServer = Symbol('DeveloperProfilesServer');

/**
 * The developer profiles of Amazon Q. One object for each window. Every method rejects with `AwsAccountsError` when something is broken.
 */
export interface DeveloperProfilesServer {
    /** Asks all regions of the service of `use` side by side with its sign-in. A region that does not answer is a gap of the result. */
    list(use: AwsUse, cancellation?: CancellationToken): Promise<DeveloperProfileListing>;
    /**
     * Keeps the choice for the sign-in of `use` and for `workspace` (URI, `''`: none). The window has the status with the change before
     * this resolves.
     */
    choose(use: AwsUse, profile: DeveloperProfile, workspace: string): Promise<void>;
}
