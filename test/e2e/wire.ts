import { once } from 'node:events';
import { AddressInfo, connect, createServer, Server, Socket } from 'node:net';

/** The way from a browser to a backend, which a test can cut. */
export class Wire {

    protected readonly sockets = new Set<Socket>();
    protected isCut = false;

    protected constructor(protected readonly server: Server, protected readonly port: number) { }

    /** @param url address of the backend */
    static async to(url: string): Promise<Wire> {
        const server = createServer();
        const wire = new Wire(server, Number(new URL(url).port));
        server.on('connection', socket => wire.carry(socket));
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        return wire;
    }

    /** The backend's address at this end. */
    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    /** Ends every connection, and lets none through until `mend`. */
    cut(): void {
        this.isCut = true;
        this.sockets.forEach(socket => socket.destroy());
    }

    mend(): void {
        this.isCut = false;
    }

    close(): void {
        this.cut();
        this.server.close();
    }

    protected carry(socket: Socket): void {
        if (this.isCut) {
            socket.destroy();
            return;
        }
        const far = connect(this.port, '127.0.0.1');
        for (const [end, other] of [[socket, far], [far, socket]]) {
            this.sockets.add(end);
            end.pipe(other);
            // A broken connection is what a test is about; both ends go down together.
            end.on('error', () => other.destroy()).on('close', () => {
                this.sockets.delete(end);
                other.destroy();
            });
        }
    }
}
