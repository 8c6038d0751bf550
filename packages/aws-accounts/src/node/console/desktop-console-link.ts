import type { IncomingMessage, ServerResponse } from 'node:http';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { LoopbackListener } from '../loopback/loopback-listener';
import { LoopbackPeer } from '../loopback/loopback-peer';
import { CONSOLE_PATH } from './console-tickets';
import { ConsoleVisit } from './console-visit';

/**
 * The way to the console in a desktop application. Its windows hold the token of the application, and the system's browser, in which the
 * console opens, does not: Theia refuses it. So the ticket leads to a port of its own, on 127.0.0.1 alone, and is all that is asked for; a
 * backend on another machine is not reached that way, and nothing opens.
 */
@injectable()
export class DesktopConsoleLink {

    @inject(ConsoleVisit) protected readonly visit: ConsoleVisit;

    protected readonly isOurs = LoopbackPeer.isOurs;
    protected listener: Promise<LoopbackListener> | undefined;

    /** @param path that of a ticket. Rejects with the system error when no port can be had. */
    async address(path: string): Promise<string> {
        this.listener ??= this.listen();
        this.listener.catch(() => this.listener = undefined);
        return `http://${(await this.listener).host}${path}`;
    }

    protected async listen(): Promise<LoopbackListener> {
        const listener = await LoopbackListener.open((request, response) => void this.answer(request, response, listener));
        return listener.unref();
    }

    protected async answer(request: IncomingMessage, response: ServerResponse, listener: LoopbackListener): Promise<void> {
        const { method, url = '', socket } = request;
        const isMeant =
            method === 'GET' && listener.isAddressee(request) && url.startsWith(`${CONSOLE_PATH}/`) && (await this.isOurs(socket));
        if (!isMeant) {
            response.writeHead(404, { 'Cache-Control': 'no-store', 'Connection': 'close' }).end();
            return;
        }
        const answer = await this.visit.receive(url.slice(CONSOLE_PATH.length + 1));
        response.writeHead(answer.status, { ...answer.headers, 'Connection': 'close' }).end(answer.body);
    }

    @preDestroy()
    dispose(): void {
        void this.listener?.then(listener => listener.close(), () => undefined);
    }
}
