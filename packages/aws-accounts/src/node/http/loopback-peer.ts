import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Who is at the other end of a connection within this machine. Linux says it; elsewhere nobody is asked. */
export namespace LoopbackPeer {

    /** What stands before an IPv4 address in a socket for IPv6 (RFC 4291, section 2.5.5.2), as Linux writes it. */
    const MAPPED = '0000000000000000FFFF0000';

    /**
     * Whether the connection belongs to this user, or to root, who can read everything anyway. What cannot be found out counts as this user's: tokens and
     * tickets decide by themselves, and this keeps those away who got hold of one.
     */
    export async function isOurs({ remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>): Promise<boolean> {
        const own = process.getuid?.();
        const user = own === undefined || remotePort === undefined || localPort === undefined ? undefined : userOf(await connections(), remotePort, localPort);
        return user === undefined || user === own || user === 0;
    }

    /** Both tables: whoever connects with a socket for IPv6, as Java does, stands in the second one, under the same address in longer form. */
    async function connections(): Promise<string> {
        const tables = await Promise.all(['tcp', 'tcp6'].map(name => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')));
        return tables.join('');
    }

    /**
     * The id of the user whose socket on 127.0.0.1 goes from port `from` to port `to`.
     *
     * @param table what Linux says in `/proc/net/tcp` and `tcp6` (proc(5)): addresses in hexadecimal, the user in the eighth column
     */
    export function userOf(table: string, from: number, to: number): number | undefined {
        const ends = [from, to].map(port => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`);
        const rows = table.split('\n').map(line => line.trim().split(/\s+/));
        const columns = ['', MAPPED].flatMap(prefix => rows.find(([, local, remote]) => local === prefix + ends[0] && remote === prefix + ends[1]) ?? []);
        const user = Number(columns?.[7]);
        return Number.isInteger(user) ? user : undefined;
    }
}
