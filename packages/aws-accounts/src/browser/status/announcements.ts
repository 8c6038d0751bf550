import { AwsAccountsSnapshot, ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { ConnectionState } from '../../common/state/connection-state';
import { AwsUse } from '../../common/token-service/connection-use';
import {
    connectionTitle, developerProfileText, inUseText, noProductionText, productionText, regionText, stateText, timeLeftText, useInvitation,
    useName
} from '../wording';
import type { IamProfileConnection } from '../../common/connection/aws-connection';

/** A snapshot and the instant (epoch ms) at which it was looked at. */
interface Moment {
    readonly snapshot: AwsAccountsSnapshot;
    readonly now: number;
}

/** Changes from one moment to the next that are worth announcing: states and settings of connections, and what the uses work with. */
export function announcements(before: Moment, after: Moment): string[] {
    return [...stateNews(before, after), ...settingNews(before, after), ...useNews(before, after), ...profileNews(before, after)];
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

/** Says the region that calls go to from now on, and the mark for production, which a person changes at a profile. */
function settingNews({ snapshot: earlier }: Moment, after: Moment): string[] {
    return after.snapshot.connections.flatMap(entry => {
        const { connection } = entry;
        const old = AwsAccountsSnapshot.find(earlier, connection.id)?.connection;
        if (connection.kind !== 'iamProfile' || old?.kind !== 'iamProfile') {
            return [];
        }
        const before = settingsOf(old);
        return settingsOf(connection).filter((text, index) => text !== before[index]).map(text => `${nameOf(entry)}: ${text}`);
    });
}

function settingsOf(profile: IamProfileConnection): readonly string[] {
    return [regionText(profile.region), productionText(profile) ?? noProductionText()];
}

/** Says the developer profile that a service works with from now on. */
function profileNews({ snapshot: before }: Moment, { snapshot: after }: Moment): string[] {
    return AwsUse.all(after.services).flatMap(use => {
        const profile = after.developerProfiles?.[use];
        const isNew = profile !== undefined && profile.arn !== before.developerProfiles?.[use]?.arn;
        return isNew ? [`${useName(use, after.services)}: ${developerProfileText(profile)}`] : [];
    });
}

function nameOf({ connection }: ConnectionEntry): string {
    return connectionTitle(connection);
}
