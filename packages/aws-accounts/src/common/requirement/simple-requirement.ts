import { unknownKind } from '../state/unknown-kind';
import type { TokenServiceId } from '../token-service/token-service';

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

/** A bearer token with all of these scopes, from the connection that is used for the service that they belong to. */
export interface TokenRequirement {
    readonly kind: 'token';
    readonly scopes: readonly string[];
    /** Id of the token service; absent: the one whose scopes these are, or else the first one. */
    readonly service?: TokenServiceId;
}

/** A requirement of one method of authentication. */
export type SimpleRequirement = IamRequirement | TokenRequirement;

export namespace SimpleRequirement {

    /** The requirement if it is one of a token. @returns `undefined`: it is one of another method */
    export function asToken(requirement: SimpleRequirement): TokenRequirement | undefined {
        switch (requirement.kind) {
            case 'token':
                return requirement;
            case 'iam':
                return undefined;
            default:
                return unknownKind(requirement, 'requirement');
        }
    }

    /** The requirement if it is one of IAM credentials. @returns `undefined`: it is one of another method */
    export function asIam(requirement: SimpleRequirement): IamRequirement | undefined {
        switch (requirement.kind) {
            case 'iam':
                return requirement;
            case 'token':
                return undefined;
            default:
                return unknownKind(requirement, 'requirement');
        }
    }
}
