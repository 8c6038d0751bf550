import type { AuthenticationSession } from '@theia/core/lib/browser/authentication-service';
import { AwsAccountsSnapshot, AwsConnectionId, AwsScopes, ConnectionState } from 'theia-aws-accounts/lib/common';
import { connectionName } from 'theia-aws-accounts/lib/browser/integration';
import { AuthenticationProviderId } from '../../common/authentication-provider-id';

/** A signed-in connection as an extension sees it. It holds nothing secret: the token stays in the backend. */
export interface AwsSession {
    readonly id: AwsConnectionId;
    /** Name of the connection for people. */
    readonly label: string;
    readonly scopes: readonly string[];
}

export namespace AwsSession {

    /**
     * The sessions of a provider. Trouble with the network, or a new sign-in under way, ends no session: what was there `before` stays.
     *
     * @param now epoch ms
     */
    export function of(
        provider: AuthenticationProviderId,
        snapshot: AwsAccountsSnapshot,
        before: readonly AwsSession[],
        now: number
    ): AwsSession[] {
        return snapshot.connections.flatMap(({ connection, state }): AwsSession[] => {
            if (AuthenticationProviderId.of(connection.kind) !== provider) {
                return [];
            }
            const current = ConnectionState.at(state, now);
            if (current.kind === 'signedIn') {
                return [{ id: connection.id, label: connectionName(connection), scopes: current.scopes }];
            }
            const kept = current.kind === 'unreachable' || current.kind === 'signingIn';
            return kept ? before.filter(({ id }) => id === connection.id) : [];
        });
    }

    /** A session as Theia and VS Code extensions see it. Its `accessToken` is the connection's id and opens nothing. */
    export function toAuthenticationSession({ id, label, scopes }: AwsSession): AuthenticationSession {
        return { id, accessToken: id, account: { id, label }, scopes };
    }

    /** The sessions that have all of `scopes`. */
    export function withScopes(sessions: readonly AwsSession[], scopes: readonly string[]): AwsSession[] {
        return sessions.filter(session => AwsScopes.missing(scopes, session.scopes).length === 0);
    }

    /** The difference between two lists. */
    export function difference(before: readonly AwsSession[], after: readonly AwsSession[]): SessionDifference {
        const find = (sessions: readonly AwsSession[], { id }: AwsSession): AwsSession | undefined =>
            sessions.find(other => other.id === id);
        return {
            added: after.filter(session => find(before, session) === undefined),
            removed: before.filter(session => find(after, session) === undefined),
            changed: after.filter(session => {
                const previous = find(before, session);
                return previous !== undefined && JSON.stringify(previous) !== JSON.stringify(session);
            })
        };
    }

    export interface SessionDifference {
        readonly added: readonly AwsSession[];
        readonly removed: readonly AwsSession[];
        readonly changed: readonly AwsSession[];
    }
}
