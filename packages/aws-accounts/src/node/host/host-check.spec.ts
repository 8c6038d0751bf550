import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { BackendApplicationCliContribution } from '@theia/core/lib/node/backend-application';
import { Container } from '@theia/core/shared/inversify';
import { expect } from 'chai';
import { AwsEnvironment } from '../process/aws-environment';
import { AllowedHosts } from './allowed-hosts';
import { HostCheck } from './host-check';

const VIEWS = ['{{uuid}}.webview.{{hostname}}', 'https://views.example.com/'];
const LOCAL = { bound: '127.0.0.1', machine: 'box', allowed: ['ide.example.com', 'Other.example:8443'], views: VIEWS };
const OPEN = { ...LOCAL, bound: '0.0.0.0' };

const HOSTS: readonly (readonly [host: string | undefined, local: boolean, open: boolean])[] = [
    ['127.0.0.1:3000', true, true], ['127.0.0.1', true, true], ['127.1.2.3:80', true, true], ['localhost:4000', true, true],
    ['LOCALHOST', true, true], ['localhost.:3000', true, true], ['[::1]:3000', true, true], ['a.webview.localhost:3000', true, true],
    ['ide.example.com', true, true], ['IDE.example.com:443', true, true], ['ide.example.com.', true, true],
    ['other.example:8443', true, true],
    ['1f-2.webview.ide.example.com', true, true], ['box:3000', false, true], ['10.0.0.5:3000', false, true], [
        '[fe80::1]:3000', false, true
    ],
    ['other.example:1', false, false], ['rebound.example', false, false], ['127.0.0.1.nip.io:3000', false, false],
    ['localhost.rebound.example', false, false], ['x.ide.example.com', false, false], ['x.webview.rebound.example', false, false],
    ['ide.example.com@rebound.example', false, false], ['rebound.example/127.0.0.1', false, false], ['', false, false],
    [undefined, false, false],
    ['127.0.0.1:3000, rebound.example', false, false], ['127.0.0.1.', true, true], ['0x7f.1', false, false], ['notlocalhost', false, false]
];

describe('A backend', () => {

    for (const [host, local, open] of HOSTS) {
        it(`under ${JSON.stringify(host)} ${local ? 'answers' : 'does not answer'}`, () => expect(new AllowedHosts(LOCAL).has(host))
            .to.equal(local));
        it(`for the whole network, under ${JSON.stringify(host)}, ${open ? 'answers' : 'does not answer'}`, () =>
            expect(new AllowedHosts(OPEN).has(host)).to.equal(open));
    }

    describe('that is asked under a foreign name', () => {
        let server: Server;
        let seen: string[];

        beforeEach(async () => {
            seen = [];
            server = createServer((_request, response) => void (seen.push('request'), response.end('secret')));
            server.on('upgrade', (_request, socket) => void (seen.push('upgrade'), socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')));
            const container = new Container();
            container.bind<object>(BackendApplicationCliContribution).toConstantValue({ hostname: '127.0.0.1' });
            container.bind<object>(AwsEnvironment).toConstantValue({ host: 'box', variables: {} });
            container.bind(ILogger).to(MockLogger);
            container.resolve(HostCheck).onStart(server);
            await once(server.listen(0, '127.0.0.1'), 'listening');
        });

        afterEach(() => server.close());

        async function ask(head: string): Promise<string> {
            const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
            socket.write(`${head}\r\n\r\n`);
            const chunks: Buffer[] = [];
            socket.on('data', chunk => chunks.push(chunk));
            await once(socket, 'close');
            return Buffer.concat(chunks).toString();
        }

        const UPGRADE = 'Connection: Upgrade\r\nUpgrade: websocket';
        const ATTACKS: { readonly [kind: string]: string } = {
            'a page': 'GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close',
            'the polling handshake of a socket': 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: '
                + 'rebound.example:3000\r\nConnection: close',
            'a socket': `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: rebound.example\r\n${UPGRADE}`,
            'a post that waits to be told to go on': 'POST / HTTP/1.1\r\nHost: rebound.example\r\nExpect: 100-continue\r\nContent-Length: '
                + '1\r\nConnection: close',
            'nothing at all': 'GET / HTTP/1.0'
        };
        for (const [kind, head] of Object.entries(ATTACKS)) {
            // @threat dns-rebinding
            it(`refuses ${kind} before anything else sees it`, async () => {
                expect(await ask(head)).to.match(/^(HTTP\/1\.1 100 Continue\r\n\r\n)?HTTP\/1\.1 403 /);
                expect(seen).to.be.empty;
            });
        }

        it('answers under its own', async () => {
            expect(await ask('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close')).to.match(/secret$/);
            expect(await ask(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n${UPGRADE}`)).to.match(/^HTTP\/1\.1 101 /);
        });
    });
});
