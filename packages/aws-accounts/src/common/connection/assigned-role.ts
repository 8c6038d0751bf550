import type { AwsConnectionId } from './aws-connection';

/** An AWS account that IAM Identity Center assigned to the signed-in person. */
export interface AssignedAccount {
    readonly accountId: string;
    /** As the organization calls it; the account id where it has no name. */
    readonly name: string;
    readonly email?: string;
}

/** A role (permission set) that the person may take in an assigned account. */
export interface AssignedRole {
    readonly accountId: string;
    readonly roleName: string;
}

/** Accounts of a listing that is under way, as they arrive. Pages never repeat an account, unless the listing began anew. */
export interface AssignedAccountsPage {
    readonly connectionId: AwsConnectionId;
    readonly accounts: readonly AssignedAccount[];
}

/** Outcome of a listing. Anything broken is thrown as `AwsAccountsError`; what has arrived before stays true. */
export type AssignedListing<T> =
    /** All there are, in the order of the portal. */
    | { readonly kind: 'listed'; readonly items: readonly T[] }
    /** The sign-in does not cover accounts; one that also asks for `scopes` does. */
    | { readonly kind: 'missingScopes'; readonly scopes: readonly string[] }
    /** The session is one of AWS Builder ID: it gives a token, and there are no accounts to list. */
    | { readonly kind: 'tokenOnly' }
    /** Cancelled by the caller, by the end of the sign-in, or because somebody signed in anew. */
    | { readonly kind: 'cancelled' };

export type AssignedAccountsListing = AssignedListing<AssignedAccount>;
export type AssignedRolesListing = AssignedListing<AssignedRole>;

/** A role that a person picked among those assigned to them. */
export interface PickedRole {
    /** The IAM Identity Center connection that gives the role. */
    readonly connectionId: AwsConnectionId;
    readonly account: AssignedAccount;
    readonly roleName: string;
}

export namespace PickedRole {

    /** Names a role among all roles of all organizations. No part of it holds a space but the name of the connection, which comes last. */
    export function keyOf(connectionId: AwsConnectionId, accountId: string, roleName: string): string {
        return `${accountId} ${roleName} ${connectionId}`;
    }
}
