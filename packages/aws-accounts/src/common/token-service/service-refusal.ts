import type { AwsConnectionId } from '../connection/aws-connection';
import type { AwsUse } from './connection-use';

/**
 * A service takes the sign-in of a connection and refuses the person, for example because they have no subscription. The connection is
 * neither expired nor signed out.
 */
export interface ServiceRefusal {
    readonly use: AwsUse;
    readonly connectionId: AwsConnectionId;
    /** As the service said it. Text of others: it is shown literally. */
    readonly words: string;
}

export namespace ServiceRefusal {

    /** Longer words than these are cut: they are to be read in a view. */
    const LONGEST = 500;

    /** `refusals` with what the service of `use` said about the person of `connectionId`. */
    export function noted(
        refusals: readonly ServiceRefusal[], use: AwsUse, connectionId: AwsConnectionId, words: string
    ): readonly ServiceRefusal[] {
        return [...withdrawn(refusals, use, connectionId), { use, connectionId, words: words.slice(0, LONGEST) }];
    }

    /** `refusals` without the one of `use` and `connectionId`: the service takes the person. */
    export function withdrawn(
        refusals: readonly ServiceRefusal[], use: AwsUse, connectionId: AwsConnectionId
    ): readonly ServiceRefusal[] {
        return refusals.filter(refusal => refusal.use !== use || refusal.connectionId !== connectionId);
    }

    export function forgotten(refusals: readonly ServiceRefusal[], connectionId: AwsConnectionId): readonly ServiceRefusal[] {
        return refusals.filter(refusal => refusal.connectionId !== connectionId);
    }
}
