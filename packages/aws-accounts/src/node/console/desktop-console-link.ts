import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { LoopbackPeer } from '../loopback/loopback-peer';
import { CONSOLE_PATH } from './console-tickets';
import { ConsoleVisit } from './console-visit';

const LOOPBACK = '127.0.0.1';

/**
 * The way to the console in a desktop application. Its windows hold the token of the application, and the system's browser, in which the console opens, does
 * not: Theia refuses it. So the ticket leads to a port of its own, on 127.0.0.1 alone, and is all that is asked for; a backend on another machine is not
 * reached that way, and nothing opens.
 */
@injectable()
export class DesktopConsoleLink {

    @inject(ConsoleVisit) protected readonly visit: ConsoleVisit;

    protected readonly isOurs = LoopbackPeer.isOurs;
    protected server: Promise<Server> | undefined;

    /** @param path that of a ticket. Rejects with the system error when no port can be had. */
    async address(path: string): Promise<string> {
        this.server ??= this.listen();
        this.server.catch(() => this.server = undefined);
        return `http://${hostOf(await this.server)}${path}`;
    }

    protected async listen(): Promise<Server> {
        const server = createServer((request, response) => void this.answer(request, response, hostOf(server)));
        await new Promise<void>((resolve, reject) => {
            server.once('error', reject);
            server.listen(0, LOOPBACK, resolve);
        });
        return server.unref();
    }

    protected async answer({ method, headers, url = '', socket }: IncomingMessage, response: ServerResponse, host: string): Promise<void> {
        const isMeant = method === 'GET' && headers.host === host && url.startsWith(`${CONSOLE_PATH}/`) && await this.isOurs(socket);
        if (!isMeant) {
            response.writeHead(404, { 'Cache-Control': 'no-store', 'Connection': 'close' }).end();
            return;
        }
        const answer = await this.visit.receive(url.slice(CONSOLE_PATH.length + 1));
        response.writeHead(answer.status, { ...answer.headers, 'Connection': 'close' }).end(answer.body);
    }

    @preDestroy()
    dispose(): void {
        void this.server?.then(server => {
            server.close();
            server.closeAllConnections();
        }, () => undefined);
    }
}

function hostOf(server: Server): string {
    return `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}
