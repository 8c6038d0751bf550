import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** The end of a connection at which this process is. */
type Connection = Pick<Socket, 'remoteAddress' | 'remotePort' | 'localPort'>;

/** The other end of a connection within this machine. Linux tells its user; other systems are not asked. */
export namespace LoopbackPeer {

    /** The literal address, not a name that could lead elsewhere (RFC 8252 section 8.3). */
    export const ADDRESS = '127.0.0.1';

    /** Prefix of an IPv4 address in a socket for IPv6 (RFC 4291, section 2.5.5.2), as Linux writes it. */
    const MAPPED = '0000000000000000FFFF0000';

    /**
     * Tells whether the connection comes from the one address that callers on this machine have unless they choose another of 127.0.0.0/8.
     */
    export function isExpected({ remoteAddress }: Pick<Socket, 'remoteAddress'>): boolean {
        return remoteAddress === ADDRESS || remoteAddress === `::ffff:${ADDRESS}`;
    }

    /**
     * Tells whether the connection belongs to this user, or to root, who can read everything anyway. Linux always knows, so a connection of
     * which it says nothing is somebody else's. Where the system cannot be asked, tokens and tickets decide by themselves: this keeps those
     * away who got hold of one.
     */
    export async function isOurs(connection: Connection): Promise<boolean> {
        if (!isExpected(connection)) {
            return false;
        }
        const own = process.getuid?.();
        if (own === undefined || process.platform !== 'linux') {
            return true;
        }
        const user = await userAt(connection);
        return user === own || user === 0;
    }

    /**
     * The id of the user at the other end; `undefined` where the system does not say it. Both tables are read: whoever connects with a
     * socket for IPv6, as Java does, stands in the second one, under the same address in longer form.
     */
    export async function userAt({ remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>): Promise<number | undefined> {
        const tables = await Promise.all(['tcp', 'tcp6'].map(name => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')));
        return userOf(tables.join(''), remotePort ?? 0, localPort ?? 0);
    }

    /**
     * The id of the user whose socket on 127.0.0.1 goes from port `from` to port `to`.
     *
     * @param table what Linux says in `/proc/net/tcp` and `tcp6` (proc(5)): addresses in hexadecimal, the user in the eighth column
     */
    export function userOf(table: string, from: number, to: number): number | undefined {
        const ends = [from, to].map(port => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`);
        const rows = table.split('\n').map(line => line.trim().split(/\s+/));
        const columns = ['', MAPPED].flatMap(
            prefix => rows.find(([, local, remote]) => local === prefix + ends[0] && remote === prefix + ends[1]) ?? []
        );
        const user = Number(columns?.[7]);
        return Number.isInteger(user) ? user : undefined;
    }
}
