import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, Server, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { RpcProxyFactory } from '@theia/core/lib/common/messaging/proxy-factory';
import type { Container } from '@theia/core/shared/inversify';
import type { AwsAccountsClient } from 'theia-aws-accounts/lib/common/protocol/aws-accounts-protocol';
import { bindWindow } from 'theia-aws-accounts/lib/node/aws-accounts-backend-module';
import { AwsAccountsServerImpl } from 'theia-aws-accounts/lib/node/aws-accounts-server';
import { SocketChannel } from './socket-channel';
import type { Received, WindowAnswer, WindowRequest } from './window-process';

/**
 * Windows of one backend. They live in a process of their own: what a window does with what it gets costs the backend nothing, and is no
 * block of its event loop.
 */
export class WindowSockets {

    /** Bytes and messages until all windows showed everything for the first time. */
    first: Received = { bytes: 0, messages: 0 };

    protected constructor(protected readonly server: Server, protected readonly windows: ChildProcess) { }

    static async open(backend: Container, count: number): Promise<WindowSockets> {
        const server = createServer(socket => serve(backend, socket));
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        const sockets = new WindowSockets(server, fork(join(__dirname, 'window-process.js')));
        sockets.first = await sockets.request({ kind: 'open', port, count });
        return sockets;
    }

    /** One request at a time. @returns what the windows got since the last `begin` */
    async request(request: WindowRequest): Promise<Received> {
        this.windows.send(request);
        const [answer] = await once(this.windows, 'message') as [WindowAnswer];
        if (answer.kind === 'failed') {
            throw new Error(answer.message);
        }
        return answer;
    }

    close(): void {
        this.windows.disconnect();
        this.server.close();
    }
}

function serve(backend: Container, socket: Socket): void {
    const container = backend.createChild();
    bindWindow(container.bind.bind(container));
    const server = container.get(AwsAccountsServerImpl);
    const factory = new RpcProxyFactory<AwsAccountsClient>(server);
    factory.listen(new SocketChannel(socket));
    server.setClient(factory.createProxy());
    socket.on('close', () => server.dispose());
    socket.on('error', () => undefined);
}
