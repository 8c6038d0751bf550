import type { AwsConnectionId } from '../../../../common/connection/aws-connection';

/** Asks for the accounts of a connection, or for the roles in one of them. */
export interface ListingRequest {
    readonly connectionId: AwsConnectionId;
    readonly accountId?: string;
}
