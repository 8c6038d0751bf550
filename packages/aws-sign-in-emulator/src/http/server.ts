import { createServer, IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Exchange, Refusal, Reply } from './exchange';

/** The treatment of a request: an answer, a cut connection, or silence. */
export type Treatment = Reply | 'drop' | 'hang' | 'stall';

type Treat = (exchange: Exchange) => Promise<Treatment>;

/** Listens on 127.0.0.1 only. `port` 0 takes any free one. */
export async function listen(port: number, listener: RequestListener): Promise<Server> {
    const server = createServer(listener);
    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
    });
    return server;
}

/** Reads requests whole, and does what `treat` says about them. */
export function answering(treat: Treat): RequestListener {
    return (request, response) => {
        void answer(request, response, treat);
    };
}

export function urlOf(server: Server): string {
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Stops listening and cuts what is still open, requests that were never answered included. */
export async function close(server: Server): Promise<void> {
    const closed = new Promise<void>(resolve => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
}

async function answer(request: IncomingMessage, response: ServerResponse, treat: Treat): Promise<void> {
    const treatment = await read(request).then(treat).catch(refusal);
    if (treatment === 'drop') {
        request.socket.destroy();
    } else if (treatment === 'stall') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{');
    } else if (treatment !== 'hang') {
        response.writeHead(treatment.status, treatment.headers);
        response.end(treatment.bytes ?? treatment.body);
    }
}

async function read(request: IncomingMessage): Promise<Exchange> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
        chunks.push(chunk as Buffer);
    }
    const { encrypted, servername, remotePort } = request.socket as TLSSocket;
    return {
        method: request.method ?? 'GET',
        url: new URL(request.url ?? '/', `${encrypted ? 'https' : 'http'}://${request.headers.host ?? '127.0.0.1'}`),
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        connection: { clientPort: remotePort, ...encrypted && servername && { sni: servername } }
    };
}

function refusal(error: unknown): Treatment {
    return error instanceof Refusal ? error.reply : Reply.json({ message: String(error) }, 500);
}
