import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loopbackPage } from './loopback-page';
import { REDIRECT_PATH, RedirectReading } from './redirect-address';

/** The literal address, not a name that could lead elsewhere (RFC 8252 section 8.3). AWS accepts no other. */
const LOOPBACK = '127.0.0.1';

/**
 * Waits for one browser to come back. Listens on 127.0.0.1 alone, on a port that the system chooses, so that any number of them can wait at once.
 * What is not a GET request to exactly this host goes unread, which also keeps out pages that give their own name to 127.0.0.1.
 */
export class LoopbackServer {

    protected readonly server: Server;
    protected readonly answering = new Set<ServerResponse>();
    protected receive: (address: string) => RedirectReading = () => ({ kind: 'foreign' });

    protected constructor() {
        this.server = createServer((request, response) => this.answer(request, response));
    }

    /** @throws the system error when no port can be had */
    static async listen(): Promise<LoopbackServer> {
        const loopback = new LoopbackServer();
        await new Promise<void>((resolve, reject) => {
            loopback.server.once('error', reject);
            loopback.server.listen(0, LOOPBACK, resolve);
        });
        return loopback;
    }

    /** Where AWS is to send the browser. */
    get redirectUri(): string {
        return `http://${this.host}${REDIRECT_PATH}`;
    }

    /** From now on addresses that a browser asks for are given to `receive`, whose reading decides the page that the browser gets. */
    onAddress(receive: (address: string) => RedirectReading): void {
        this.receive = receive;
    }

    /** Stops listening at once, lets a page that is being sent arrive, and cuts everything else. */
    async close(): Promise<void> {
        const closed = new Promise<void>(resolve => this.server.close(() => resolve()));
        await Promise.all([...this.answering].map(response => new Promise(resolve => response.once('close', resolve))));
        this.server.closeAllConnections();
        await closed;
    }

    protected get host(): string {
        return `${LOOPBACK}:${(this.server.address() as AddressInfo).port}`;
    }

    protected answer(request: IncomingMessage, response: ServerResponse): void {
        this.answering.add(response);
        response.once('close', () => this.answering.delete(response));
        const { status, headers, body } = loopbackPage(this.read(request).kind);
        response.writeHead(status, headers).end(body);
    }

    protected read({ method, headers, url }: IncomingMessage): RedirectReading {
        const meant = method === 'GET' && headers.host === this.host;
        return meant ? this.receive(`http://${this.host}${url}`) : { kind: 'foreign' };
    }
}
