import type { AwsConnection, AwsConnectionId } from '../connection/aws-connection';
import { TokenServiceId } from './token-service';
import { TokenServices } from './token-services';

/** AWS services, whose connection belongs to the workspace, or a token service by its id, whose connection belongs to the user. */
export type AwsUse = 'awsServices' | TokenServiceId;

/** The connection of each use. No use ever disturbs another. */
export type ConnectionUses = { readonly [use: AwsUse]: AwsConnectionId | undefined };

export namespace AwsUse {

    /** In the order in which people read them. */
    export function all(services: TokenServices): readonly AwsUse[] {
        return [...services.map(({ id }) => id), 'awsServices'];
    }

    /** Tells whether a connection of this kind can serve `use` at all. A use that is not in the table is served by nothing. */
    export function accepts(use: AwsUse, kind: AwsConnection['kind'], services: TokenServices): boolean {
        if (kind === 'iamProfile') {
            return use === 'awsServices';
        }
        return use !== 'awsServices' && (TokenServices.find(services, use)?.methods.includes(kind) ?? false);
    }

    /** The uses that `connectionId` serves. */
    export function of(uses: ConnectionUses, connectionId: AwsConnectionId, services: TokenServices): AwsUse[] {
        return all(services).filter(use => uses[use] === connectionId);
    }
}
