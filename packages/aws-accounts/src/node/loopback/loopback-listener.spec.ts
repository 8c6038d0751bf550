import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { LoopbackListener } from './loopback-listener';

describe('a listener for callers on this machine', () => {

    async function answerTo(localAddress?: string): Promise<string> {
        const listener = await LoopbackListener.open((_request, response) => void response.end('answer'));
        const socket = connect({ host: '127.0.0.1', port: Number(listener.host.split(':')[1]), ...localAddress && { localAddress } });
        socket.on('error', () => undefined);
        socket.write(`GET / HTTP/1.1\r\nHost: ${listener.host}\r\nConnection: close\r\n\r\n`);
        let text = '';
        socket.on('data', data => { text += String(data); });
        await once(socket, 'close');
        listener.close();
        return text;
    }

    it('answers who comes from 127.0.0.1', async () => expect(await answerTo()).to.match(/answer$/));

    if (process.platform === 'linux') {
        // @threat other-user
        it('hangs up on who comes from another address of this machine', async () => expect(await answerTo('127.0.0.2')).to.equal(''));
    }
});
