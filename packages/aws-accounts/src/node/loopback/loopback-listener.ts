import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LoopbackPeer } from './loopback-peer';

/** An HTTP server for callers on this machine alone, on a port that the system chooses, so that any number of them can be open at once. */
export class LoopbackListener {

    protected constructor(protected readonly server: Server) { }

    /**
     * @param answer answers every request, and handles its own errors
     * @throws the system error when no port can be had
     */
    static async open(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<LoopbackListener> {
        const server = createServer(answer);
        // A peer at another address of this machine is not found among the connections of its users.
        server.on('connection', socket => LoopbackPeer.isExpected(socket) || socket.destroy());
        await new Promise<void>((resolve, reject) => {
            server.once('error', reject);
            server.listen(0, LoopbackPeer.ADDRESS, resolve);
        });
        return new LoopbackListener(server);
    }

    /** `127.0.0.1:51234` */
    get host(): string {
        return `${LoopbackPeer.ADDRESS}:${(this.server.address() as AddressInfo).port}`;
    }

    /**
     * Tells whether the request names exactly this host. A page that gives a name of its own to 127.0.0.1 (DNS rebinding) sends that name.
     */
    isAddressee({ headers }: IncomingMessage): boolean {
        return headers.host === this.host;
    }

    /** Lets the process end while this listens. */
    unref(): this {
        this.server.unref();
        return this;
    }

    /** Stops listening, and cuts what is open. */
    close(): void {
        this.server.close();
        this.server.closeAllConnections();
    }

    /** Stops listening at once, and cuts what is open when `answered` has resolved. */
    async closeAfter(answered: Promise<unknown>): Promise<void> {
        const closed = new Promise<void>(resolve => this.server.close(() => resolve()));
        await answered;
        this.server.closeAllConnections();
        await closed;
    }
}
