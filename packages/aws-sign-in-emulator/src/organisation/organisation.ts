/** An account of a directory, with the roles (permission sets) assigned to the emulated person. */
export interface AssignedAccount {
    readonly accountId: string;
    readonly accountName: string;
    readonly emailAddress: string;
    readonly roles: readonly string[];
}

/** An IAM Identity Center directory. */
export interface Directory {
    readonly startUrl: string;
    readonly region: string;
    /** As in ARNs; absent: `aws`. */
    readonly partition?: string;
    readonly accounts: readonly AssignedAccount[];
    /** Developer profiles of Amazon Q; absent: its administrator made none. */
    readonly developerProfiles?: readonly DeveloperProfile[];
}

/** A developer profile of Amazon Q. Account and region are in its ARN. */
export interface DeveloperProfile {
    readonly arn: string;
    readonly name: string;
}

/** An IAM user with one access key. */
export interface IamUser {
    readonly userName: string;
    readonly accountId: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly mfa?: { readonly serial: string; readonly code: string };
}

/** A role that the emulated users may assume. */
export interface AssumableRole {
    readonly arn: string;
    readonly externalId?: string;
    readonly requiresMfa?: boolean;
}

/** The people, accounts and roles that the emulator knows at its start. */
export interface Organisation {
    readonly builderIdStartUrl: string;
    readonly directories: readonly Directory[];
    readonly users: readonly IamUser[];
    readonly roles: readonly AssumableRole[];
    /** Lambda functions by account id. */
    readonly functions: { readonly [accountId: string]: readonly string[] };
}
