import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoopbackQuestion } from '../../../common/sign-in/sign-in-flow';
import type { Clock } from '../../process/clock';
import { LoopbackListener } from '../../loopback/loopback-listener';

/** A browser on this machine answers within milliseconds. */
const PROBE_MS = 5_000;

/**
 * Lets a page find out whether its browser is on this machine: only then does it get the answer from this address. The host name in the
 * address bar cannot tell, since ports are forwarded. Answers one question, and the answer is worth nothing to anybody else.
 */
export class LoopbackProbe {

    protected listener: LoopbackListener;
    protected readonly path = `/${randomBytes(16).toString('hex')}`;
    protected readonly answer = randomBytes(16).toString('hex');

    protected constructor() { }

    /** @throws the system error when no port can be had */
    static async listen(): Promise<LoopbackProbe> {
        const probe = new LoopbackProbe();
        probe.listener = await LoopbackListener.open((request, response) => probe.respond(request, response));
        return probe;
    }

    /** Listens for some seconds, or until the window ends, which rejects the delay and changes nothing. */
    static async ask(clock: Clock, windowClosed: AbortSignal): Promise<LoopbackQuestion> {
        const probe = await LoopbackProbe.listen();
        clock.delay(PROBE_MS, windowClosed).then(() => probe.close(), () => probe.close());
        return probe.question;
    }

    get question(): LoopbackQuestion {
        return { url: `http://${this.listener.host}${this.path}`, answer: this.answer };
    }

    close(): void {
        this.listener.close();
    }

    protected respond(request: IncomingMessage, response: ServerResponse): void {
        const meant = request.method === 'GET' && this.listener.isAddressee(request) && request.url === this.path;
        response.writeHead(
            meant ? 200 : 400,
            { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store', 'Connection': 'close', 'Content-Type': 'text/plain' }
        );
        response.end(meant ? this.answer : undefined);
    }
}
