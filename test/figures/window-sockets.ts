import { once } from 'node:events';
import { connect, createServer, Server, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { AbstractChannel } from '@theia/core/lib/common/message-rpc/channel';
import { Uint8ArrayReadBuffer, Uint8ArrayWriteBuffer } from '@theia/core/lib/common/message-rpc/uint8-array-message-buffer';
import type { WriteBuffer } from '@theia/core/lib/common/message-rpc/message-buffer';
import { RpcProxyFactory } from '@theia/core/lib/common/messaging/proxy-factory';
import { BinaryMessagePipe } from '@theia/core/lib/node/messaging/binary-message-pipe';
import type { Container } from '@theia/core/shared/inversify';
import { AccountsReplica } from 'theia-aws-accounts/lib/common/snapshot/accounts-replica';
import type { AwsAccountsClient, AwsAccountsRemote } from 'theia-aws-accounts/lib/common/protocol/aws-accounts-protocol';
import type { AwsAccountsSnapshot } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-snapshot';
import type { AwsAccountsStatus } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-status';
import { bindWindow } from 'theia-aws-accounts/lib/node/aws-accounts-backend-module';
import { AwsAccountsServerImpl } from 'theia-aws-accounts/lib/node/aws-accounts-server';

class SocketChannel extends AbstractChannel {

    protected readonly pipe: BinaryMessagePipe;

    constructor(socket: Socket) {
        super();
        // As the sockets of a browser and of Theia's backend are: a small message does not wait for the acknowledgement of another one.
        socket.setNoDelay();
        this.pipe = new BinaryMessagePipe(socket);
        this.pipe.onMessage(message => this.onMessageEmitter.fire(() => new Uint8ArrayReadBuffer(message)));
    }

    getWriteBuffer(): WriteBuffer {
        const buffer = new Uint8ArrayWriteBuffer();
        buffer.onCommit(message => this.pipe.send(message));
        return buffer;
    }
}

/** One window as the backend meets it: Theia's RPC over a socket of its own. */
export class SocketWindow {

    messages = 0;
    shown: AwsAccountsSnapshot | undefined;
    readonly remote: AwsAccountsRemote;
    protected readonly replica: AccountsReplica;
    protected waiting: (() => void)[] = [];

    constructor(protected readonly socket: Socket) {
        const client: Pick<AwsAccountsClient, 'notifyStatus'> = { notifyStatus: status => this.hear(status) };
        const factory = new RpcProxyFactory<AwsAccountsRemote>(client);
        factory.listen(new SocketChannel(socket));
        this.remote = factory.createProxy();
        this.replica = new AccountsReplica((digest, piece) => this.remote.catalogue(digest, piece));
    }

    get bytes(): number {
        return this.socket.bytesRead;
    }

    async attach(): Promise<void> {
        this.shown = await this.replica.restart(await this.remote.attach('file:///workspace'));
    }

    /** Resolves when the window shows what fits. */
    async until(fits: (snapshot: AwsAccountsSnapshot) => boolean): Promise<void> {
        while (this.shown === undefined || !fits(this.shown)) {
            await new Promise<void>(resolve => this.waiting.push(resolve));
        }
    }

    protected hear(status: AwsAccountsStatus): void {
        this.messages += 1;
        void this.replica.take(status).then(snapshot => {
            this.shown = snapshot;
            this.waiting.splice(0).forEach(resolve => resolve());
        });
    }

    close(): void {
        this.socket.destroy();
    }
}

/** Windows of one backend. */
export class WindowSockets {

    protected constructor(protected readonly server: Server, readonly windows: readonly SocketWindow[]) { }

    static async open(backend: Container, count: number): Promise<WindowSockets> {
        const server = createServer(socket => serve(backend, socket));
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        const { port } = server.address() as AddressInfo;
        const windows = await Promise.all(Array.from({ length: count }, async () => {
            const socket = connect(port, '127.0.0.1');
            await once(socket, 'connect');
            return new SocketWindow(socket);
        }));
        for (const window of windows) {
            await window.attach();
        }
        return new WindowSockets(server, windows);
    }

    close(): void {
        this.windows.forEach(window => window.close());
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
