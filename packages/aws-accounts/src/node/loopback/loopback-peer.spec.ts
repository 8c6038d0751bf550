import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { LoopbackPeer } from './loopback-peer';

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1 1 0 100 0 0 10 0
   1: 0100007F:C350 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 2 1 0 20 4 30 10 -1
   2: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 3 1 0 20 4 30 10 -1
   3: 0100007F:0050 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     0        0 4 1 0 20 4 30 10 -1
`;
const TABLE_6 = `${TABLE}  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0000000000000000FFFF00000100007F:C351 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 2 1 0 20 4 30 10 -1
   1: 00000000000000000000000001000000:C352 00000000000000000000000001000000:1F90 01 00000000:00000000 00:00000000 00000000  1003        0 2 1 0 20 4 30 10 -1
`;

describe('who is at the other end of a connection within this machine', () => {

    const table: readonly (readonly [string, string, number, number, number | undefined])[] = [
        ['the user of the socket that goes the other way', TABLE, 50_000, 8080, 1001],
        ['the user of a socket for IPv6', TABLE_6, 50_001, 8080, 1002],
        ['not that of another connection with the same ports', TABLE_6, 50_002, 8080, undefined],
        ['root', TABLE, 80, 8080, 0],
        ['not known for a port that nobody has', TABLE, 50_001, 8080, undefined],
        ['not known for a socket to somewhere else', TABLE, 50_000, 8081, undefined],
        ['not known where nothing is said', '', 50_000, 8080, undefined],
        ['not known where something else is said', 'x 0100007F:C350 0100007F:1F90', 50_000, 8080, undefined]
    ];
    for (const [sentence, text, from, to, expected] of table) {
        it(`is ${sentence}`, () => expect(LoopbackPeer.userOf(text, from, to)).to.equal(expected));
    }

    for (const [kind, host] of [['a connection', '127.0.0.1'], ['a connection of a socket for IPv6', '::ffff:127.0.0.1']]) {
        it(`is this user for ${kind} of this process, where Linux says it`, async () => {
            const server = createServer();
            await once(server.listen(0, '127.0.0.1'), 'listening');
            const client = connect((server.address() as AddressInfo).port, host);
            const [peer] = await once(server, 'connection') as [Socket];
            expect(await LoopbackPeer.userAt(peer)).to.equal(process.platform === 'linux' ? process.getuid?.() : undefined);
            expect(await LoopbackPeer.isOurs(peer)).to.equal(true);
            client.destroy();
            server.close();
        });
    }

    const STRANGERS: { readonly [who: string]: (port: number) => void } = {
        'another address of this machine': port => void connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' }).on(
            'error', () => undefined
        ),
        // Only root can become somebody else.
        ...process.getuid?.() === 0 && {
            // The program becomes somebody else after its start: another user may not be allowed to read where Node.js is installed.
            'another user': (port: number) => void spawn(
                process.execPath, ['-e', `process.setuid(65534); require('net').connect(${port}, '127.0.0.1')`],
                { stdio: 'ignore', timeout: 20_000 }
            )
        }
    };
    for (const [who, reach] of process.platform === 'linux' ? Object.entries(STRANGERS) : []) {
        // @threat other-user
        it(`is not this user where ${who} connects`, async () => {
            const server = createServer();
            await once(server.listen(0, '127.0.0.1'), 'listening');
            reach((server.address() as AddressInfo).port);
            const [peer] = await once(server, 'connection') as [Socket];
            const isOurs = await LoopbackPeer.isOurs(peer);
            peer.destroy();
            server.close();
            expect(isOurs).to.equal(false);
        });
    }

    it('is not this user where Linux does not say it', async () => {
        const gone = { localPort: 1, remotePort: 1, remoteAddress: '127.0.0.1' };
        expect(await LoopbackPeer.isOurs(gone)).to.equal(process.platform !== 'linux');
    });
});
