import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Who is at the other end of a connection within this machine. Linux says it; elsewhere nobody is asked. */
export namespace LoopbackPeer {

    /**
     * Whether the connection belongs to this user, or to root, who can read everything anyway. What cannot be found out counts as this user's: tokens and
     * tickets decide by themselves, and this keeps those away who got hold of one.
     */
    export async function isOurs({ remotePort, localPort }: Pick<Socket, 'remotePort' | 'localPort'>): Promise<boolean> {
        const own = process.getuid?.();
        const table = own === undefined || remotePort === undefined || localPort === undefined ? '' : await readFile('/proc/net/tcp', 'utf8').catch(() => '');
        const user = userOf(table, remotePort ?? 0, localPort ?? 0);
        return user === undefined || user === own || user === 0;
    }

    /**
     * The id of the user whose socket on 127.0.0.1 goes from port `from` to port `to`.
     *
     * @param table what Linux says in `/proc/net/tcp` (proc(5)): addresses in hexadecimal, the user in the eighth column
     */
    export function userOf(table: string, from: number, to: number): number | undefined {
        const [local, remote] = [from, to].map(port => `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`);
        const columns = table.split('\n').map(line => line.trim().split(/\s+/)).find(found => found[1] === local && found[2] === remote);
        const user = Number(columns?.[7]);
        return Number.isInteger(user) ? user : undefined;
    }
}
