import { createServer, IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LocalAnswer {
    readonly status: number;
    readonly body: unknown;
}

/** A service next to the backend, such as that of a container or of an instance: over real HTTP, and every request counts. */
export class LocalService {

    /** Method and path of every request. */
    readonly requests: string[] = [];

    protected constructor(protected readonly server: Server) { }

    static async start(answer: (request: IncomingMessage) => LocalAnswer | Promise<LocalAnswer>): Promise<LocalService> {
        const server = createServer();
        const service = new LocalService(server);
        server.on('request', (request, response) => {
            service.requests.push(`${request.method} ${request.url}`);
            void Promise.resolve(answer(request)).then(({ status, body }) => {
                response.writeHead(status, { Connection: 'close' });
                response.end(typeof body === 'string' ? body : JSON.stringify(body));
            });
        });
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        return service;
    }

    get url(): string {
        return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    }

    async stop(): Promise<void> {
        this.server.closeAllConnections();
        await new Promise(resolve => this.server.close(resolve));
    }
}
