import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoopbackListener } from '../../loopback/loopback-listener';
import { loopbackPage } from './loopback-page';
import { REDIRECT_PATH, RedirectReading } from './redirect-address';

/**
 * Waits for one browser to come back. Listens on 127.0.0.1 alone, on a port that the system chooses, so that any number of them can wait at
 * once. Anything but a GET request to exactly this host goes unread, which also keeps out pages that give their own name to 127.0.0.1.
 */
export class LoopbackServer {

    protected listener: LoopbackListener;
    protected readonly answering = new Set<ServerResponse>();
    protected receive: (address: string) => RedirectReading = () => ({ kind: 'foreign' });

    protected constructor() { }

    /** @throws the system error when no port can be had */
    static async listen(): Promise<LoopbackServer> {
        const loopback = new LoopbackServer();
        loopback.listener = await LoopbackListener.open((request, response) => loopback.answer(request, response));
        return loopback;
    }

    /** The address to which AWS is to send the browser. */
    get redirectUri(): string {
        return `http://${this.listener.host}${REDIRECT_PATH}`;
    }

    /** From now on addresses that a browser asks for are given to `receive`, whose reading decides the page that the browser gets. */
    onAddress(receive: (address: string) => RedirectReading): void {
        this.receive = receive;
    }

    /** Stops listening at once, lets a page that is being sent arrive, and cuts everything else. */
    async close(): Promise<void> {
        await this.listener.closeAfter(
            Promise.all([...this.answering].map(response => new Promise(resolve => response.once('close', resolve))))
        );
    }

    protected answer(request: IncomingMessage, response: ServerResponse): void {
        this.answering.add(response);
        response.once('close', () => this.answering.delete(response));
        const { status, headers, body } = loopbackPage(this.read(request).kind);
        response.writeHead(status, headers).end(body);
    }

    protected read(request: IncomingMessage): RedirectReading {
        const meant = request.method === 'GET' && this.listener.isAddressee(request);
        return meant ? this.receive(`http://${this.listener.host}${request.url}`) : { kind: 'foreign' };
    }
}
