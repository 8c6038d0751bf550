import { randomBytes } from 'node:crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoopbackQuestion } from '../../../common/sign-in-flow';
import type { Clock } from '../../clock';

const LOOPBACK = '127.0.0.1';
/** A browser on this machine answers within milliseconds. */
const PROBE_MS = 5_000;

/**
 * Lets a page find out whether its browser is on this machine: only then does it get the answer from this address. The host name in the address bar cannot
 * tell, since ports are forwarded. Answers one question, and the answer is worth nothing to anybody else.
 */
export class LoopbackProbe {

    protected readonly server: Server;
    protected readonly path = `/${randomBytes(16).toString('hex')}`;
    protected readonly answer = randomBytes(16).toString('hex');

    protected constructor() {
        this.server = createServer((request, response) => this.respond(request, response));
    }

    /** @throws the system error when no port can be had */
    static async listen(): Promise<LoopbackProbe> {
        const probe = new LoopbackProbe();
        await new Promise<void>((resolve, reject) => {
            probe.server.once('error', reject);
            probe.server.listen(0, LOOPBACK, resolve);
        });
        return probe;
    }

    /** Listens for some seconds, or until the window ends, which rejects the delay and changes nothing. */
    static async ask(clock: Clock, windowClosed: AbortSignal): Promise<LoopbackQuestion> {
        const probe = await LoopbackProbe.listen();
        clock.delay(PROBE_MS, windowClosed).then(() => probe.close(), () => probe.close());
        return probe.question;
    }

    get question(): LoopbackQuestion {
        return { url: `http://${this.host}${this.path}`, answer: this.answer };
    }

    close(): void {
        this.server.close();
        this.server.closeAllConnections();
    }

    protected get host(): string {
        return `${LOOPBACK}:${(this.server.address() as AddressInfo).port}`;
    }

    protected respond({ method, headers, url }: IncomingMessage, response: ServerResponse): void {
        const meant = method === 'GET' && headers.host === this.host && url === this.path;
        response.writeHead(meant ? 200 : 400, { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store', 'Connection': 'close', 'Content-Type': 'text/plain' });
        response.end(meant ? this.answer : undefined);
    }
}
