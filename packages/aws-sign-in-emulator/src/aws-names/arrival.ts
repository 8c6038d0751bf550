import type { RecordedRequest, SigningScope } from '../record/request-record';
import type { Tunnel } from './connect-proxy';
import type { DialLine } from './dial-record';

/** One request under AWS's names. */
export interface Arrival {
    readonly way: 'direct' | 'proxy';
    /** Host and port that the client dialled, or asked the proxy for. */
    readonly target: string;
    /** Server name of the TLS handshake. */
    readonly sni: string;
    /** Header `Host` as it came. */
    readonly host: string;
    readonly operation: string;
    readonly signing?: SigningScope;
}

/** A connection as its client saw it. */
interface Connection {
    readonly way: Arrival['way'];
    readonly target: string;
    readonly from: number;
    readonly at: number;
}

/**
 * Joins the notes of servers and clients about the same connections. Requests without TLS are left out: their clients met a
 * configured endpoint.
 */
export function arrivalsOf(requests: readonly RecordedRequest[], dials: readonly DialLine[], tunnels: readonly Tunnel[]): Arrival[] {
    const connections = [
        ...dials.flatMap(
            ({ host, port, from, at }): Connection[] => from === undefined ? [] : [{ way: 'direct', target: `${host}:${port}`, from, at }]
        ),
        ...tunnels.flatMap(
            ({ host, port, from, at, accepted }): Connection[] => accepted ? [{ way: 'proxy', target: `${host}:${port}`, from, at }] : []
        )
    ].sort((one, other) => one.at - other.at);
    return requests.flatMap(({ sni, host, operation, signing, clientPort, at }): Arrival[] => {
        // A port is used again later: the newest connection from it that is older than the request.
        const connection = connections.findLast(({ from, at: since }) => from === clientPort && since <= at);
        if (sni === undefined || connection === undefined) {
            return [];
        }
        const { way, target } = connection;
        return [{ way, target, sni, host, operation, ...signing && { signing } }];
    });
}
