/**
 * IAM credentials: an IAM profile, used for AWS services. A list narrows down which ones; all lists have to fit, and an empty one fits
 * nothing.
 */
export interface IamRequirement {
    readonly kind: 'iam';
    /** 12-digit ids of the accounts that will do. */
    readonly accounts?: readonly string[];
    /** Ids of the partitions that will do, for example `aws-us-gov`. */
    readonly partitions?: readonly string[];
    /** Names of the regions that will do. */
    readonly regions?: readonly string[];
}
