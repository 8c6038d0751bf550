import type { AssignedRolesServer } from './assigned-roles-protocol';
import type { AwsAccountsServer } from './aws-accounts-protocol';
import type { AwsDiagnosis } from './aws-diagnosis-protocol';
import type { AwsProfilesServer } from './aws-profiles-protocol';
import type { AwsToolsServer } from './aws-tools-protocol';
import type { DeveloperProfilesServer } from './developer-profiles-protocol';

/** True for the methods that change something which others see afterwards. A new method does not compile before it is said of it. */
export type ChangingCalls<T> = { readonly [Method in keyof T]: boolean };

/**
 * The calls that change something. Each resolves once the backend has the change, so that the next call finds it, and once the calling
 * window has it too.
 */
export namespace ChangingCalls {

    export const ACCOUNTS: ChangingCalls<AwsAccountsServer> = {
        attach: true, signIn: true, completeSignIn: true, findStartPage: false, askLoopback: true, signOut: true, setUse: true,
        setPinned: true, changeProfile: true, connect: true, refresh: true
    };

    export const PROFILES: ChangingCalls<AwsProfilesServer> = {
        readProfile: false, checkProfile: false, writeProfile: true, removeProfile: true, restoreProfile: true, ensureFile: true
    };

    export const ROLES: ChangingCalls<AssignedRolesServer> = {
        listAccounts: false, listRoles: false, forgetAccounts: true, proposeRoleProfiles: false, writeRoleProfiles: true,
        removeRoleProfile: true
    };

    export const DEVELOPER_PROFILES: ChangingCalls<DeveloperProfilesServer> = { list: false, choose: true };

    export const TOOLS: ChangingCalls<AwsToolsServer> = {
        variablesOf: false, recordTerminal: true, terminals: false, startUpChanges: false, prepareConsole: true
    };

    export const DIAGNOSIS: ChangingCalls<AwsDiagnosis> = { describe: false };
}
