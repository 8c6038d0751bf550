import { Agent, createServer, request as requestByHttp, RequestOptions, Server } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { expect } from 'chai';
import { OutboundAgent, OutboundOptions } from './outbound-agent';
import { proxyFor } from './proxy-choice';

/** Writes down what is dialled, and refuses it. */
class RecordingAgent extends OutboundAgent {

    readonly dialled: { readonly host: unknown; readonly port: unknown; readonly servername: unknown }[] = [];

    constructor(options: OutboundOptions) {
        super(options);
        Object.assign(this.direct, { createConnection: (
            { host, port, servername }: RequestOptions & { readonly servername?: string }, refuse: (error: Error) => void
        ): void => {
            this.dialled.push({ host, port, servername });
            refuse(new Error('This spec dials nobody.'));
        } });
    }
}

const HOST = 'sts.us-east-1.amazonaws.com';

describe('An address without a port', () => {
    let proxy: Server;
    let asked: string[];

    beforeEach(async () => {
        asked = [];
        proxy = createServer((incoming, outgoing) => {
            asked.push(`${incoming.method} ${incoming.url}`);
            outgoing.writeHead(502).end();
        });
        proxy.on('connect', (incoming, socket: Socket) => {
            asked.push(`CONNECT ${incoming.url}`);
            socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n');
        });
        await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
    });

    afterEach(() => new Promise(resolve => proxy.close(resolve)));

    /** @returns the header `Host` that the request had */
    async function ask(agent: OutboundAgent, secure: boolean, port?: number): Promise<unknown> {
        // As the HTTP handler of the SDK gives them: no port where the address has none.
        const options: RequestOptions = {
            host: HOST,
            path: '/',
            method: 'POST',
            ...(port !== undefined && { port }),
            agent: agent as unknown as Agent
        };
        const request = secure ? requestByHttps(options) : requestByHttp(options);
        await new Promise<void>(resolve =>
            request
                .on('error', () => resolve())
                .on('response', response => response.resume().on('end', resolve))
                .end()
        );
        return request.getHeader('host');
    }

    const agentWith = (secure: boolean, variables: { readonly [name: string]: string }): RecordingAgent =>
        new RecordingAgent({ secure, ca: undefined, keepAlive: false, proxyFor: url => proxyFor(url, variables) });
    const address = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

    for (const { secure, port } of [{ secure: true, port: 443 }, { secure: false, port: 80 }]) {
        it(`is dialled at the port of its protocol, and named without it: ${port}`, async () => {
            const agent = agentWith(secure, {});
            expect(await ask(agent, secure)).to.equal(HOST);
            expect(agent.dialled).to.deep.equal([{ host: HOST, port, servername: HOST }]);
        });

        it(`is exempt from the proxy by NO_PROXY with that port: ${port}`, async () => {
            const agent = agentWith(secure, { ALL_PROXY: address(), NO_PROXY: `${HOST}:${port}` });
            await ask(agent, secure);
            expect(agent.dialled).to.have.length(1);
            expect(asked).to.be.empty;
        });
    }

    it('is what a proxy is asked to connect to, at 443', async () => {
        await ask(agentWith(true, { HTTPS_PROXY: address(), NO_PROXY: `${HOST}:80` }), true);
        expect(asked).to.deep.equal([`CONNECT ${HOST}:443`]);
    });

    it('is what a proxy is asked for by plain http', async () => {
        await ask(agentWith(false, { HTTP_PROXY: address() }), false);
        expect(asked).to.deep.equal([`POST http://${HOST}/`]);
    });

    it('stays apart from one with a port', async () => {
        const agent = agentWith(true, {});
        expect(await ask(agent, true, 8443)).to.equal(`${HOST}:8443`);
        expect(agent.dialled).to.deep.equal([{ host: HOST, port: 8443, servername: HOST }]);
    });
});
