import type { Socket } from 'node:net';
import { AbstractChannel } from '@theia/core/lib/common/message-rpc/channel';
import { Uint8ArrayReadBuffer, Uint8ArrayWriteBuffer } from '@theia/core/lib/common/message-rpc/uint8-array-message-buffer';
import type { WriteBuffer } from '@theia/core/lib/common/message-rpc/message-buffer';
import { BinaryMessagePipe } from '@theia/core/lib/node/messaging/binary-message-pipe';

/** Theia's messages over a socket. */
export class SocketChannel extends AbstractChannel {

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
