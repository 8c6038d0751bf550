import { AwsAccountsSnapshot, ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { ConnectionState } from '../../common/state/connection-state';
import { AwsUse } from '../../common/token-service/connection-use';
import { connectionTitle, inUseText, stateText, timeLeftText, useInvitation, useName } from '../wording';

/** A snapshot and the instant (epoch ms) at which it was looked at. */
interface Moment {
    readonly snapshot: AwsAccountsSnapshot;
    readonly now: number;
}

/** Changes from one moment to the next that are worth announcing: states of connections, and the connections of the uses. */
export function announcements(before: Moment, after: Moment): string[] {
    return [...stateNews(before, after), ...useNews(before, after)];
}

function stateNews(before: Moment, after: Moment): string[] {
    const states = new Map(
        before.snapshot.connections.map(({ connection, state }) => [connection.id, ConnectionState.at(state, before.now).kind])
    );
    return after.snapshot.connections
        .filter(
            ({ connection, state }) => states.has(connection.id) && states.get(connection.id) !== ConnectionState.at(state, after.now).kind
        )
        .map(
            entry =>
                `${nameOf(entry)}: ${[stateText(entry.state, after.now), timeLeftText(entry.state, after.now)].filter(Boolean).join(', ')}`
        );
}

function useNews(before: Moment, after: Moment): string[] {
    const { services } = after.snapshot;
    return AwsUse.all(services).filter(use => before.snapshot.uses[use] !== after.snapshot.uses[use]).map(use => {
        const entry = AwsAccountsSnapshot.inUse(after.snapshot, use);
        const name = useName(use, services);
        return entry === undefined ? `${name}: ${useInvitation(use)}` : `${nameOf(entry)}: ${inUseText(name)}`;
    });
}

function nameOf({ connection }: ConnectionEntry): string {
    return connectionTitle(connection);
}
