import type { ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import { AwsConnection } from '../../common/connection/aws-connection';
import { connectionFacts } from '../wording/connection-facts';
import { stateIcon } from '../wording/connection/state-icon';

/** Text of a status bar entry. */
export interface StatusText {
    /** Without the icon. */
    readonly text: string;
    /** All facts, one a line. */
    readonly tooltip: string;
    /** A codicon for what is up; absent when all is well or nothing is connected. */
    readonly icon?: string;
    /** To be drawn so that nobody overlooks it; `text` says the word. */
    readonly production?: boolean;
}

/** The entry of a use that has a connection. The icon stands for what `text` says in words as well. @param use its name */
export function statusOf(text: string, entry: ConnectionEntry, use: string, click: string, now: number): StatusText {
    const { icon, tone } = stateIcon(entry.state, now);
    const facts = connectionFacts(entry, [], { now, home: undefined });
    const production = AwsConnection.isProduction(entry.connection) || undefined;
    return { text, tooltip: [use, facts, click].join('\n'), icon: tone === 'good' ? undefined : icon, production };
}
