import { createServer as createHttpServer, request, Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { AddressInfo, connect, Socket } from 'node:net';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './spec-certificates';

/** The network of a company between its people and AWS: TLS by an authority of its own, and a proxy that wants a password. */
export class CorporateNetwork {

    /** The hosts that the proxy was asked to connect to. */
    readonly tunnels: string[] = [];
    protected readonly sockets = new Set<Socket>();

    protected constructor(protected readonly tls: Server, protected readonly proxy: Server) { }

    /** @param target base address of what is behind the TLS endpoint */
    static async start(target: string): Promise<CorporateNetwork> {
        const tls = createHttpsServer({ cert: LOCALHOST_CERTIFICATE, key: LOCALHOST_KEY }, (incoming, outgoing) => {
            const { method, url, headers } = incoming;
            const forwarded = request(new URL(url ?? '/', target), { method, headers }, answer => {
                outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
                answer.pipe(outgoing);
            });
            incoming.pipe(forwarded);
        });
        const network = new CorporateNetwork(tls, createHttpServer());
        network.proxy.on('connect', (incoming, socket: Socket) =>
            network.tunnel(incoming.url ?? '', incoming.headers['proxy-authorization'], socket)
        );
        for (const server of [tls, network.proxy]) {
            server.on('connection', (socket: Socket) => network.sockets.add(socket));
            await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
        }
        return network;
    }

    /** The TLS endpoint. */
    get endpoint(): string {
        return `https://localhost:${(this.tls.address() as AddressInfo).port}`;
    }

    proxyFor(user: string): string {
        return `http://${user}@127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
    }

    async stop(): Promise<void> {
        this.sockets.forEach(socket => socket.destroy());
        await Promise.all([this.tls, this.proxy].map(server => new Promise(resolve => server.close(resolve))));
    }

    protected tunnel(host: string, authorization: string | undefined, socket: Socket): void {
        this.tunnels.push(host);
        if (authorization !== `Basic ${Buffer.from('jo:secret').toString('base64')}`) {
            socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
            return;
        }
        const target = connect(Number(host.split(':').at(-1)), '127.0.0.1', () => {
            socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
            target.pipe(socket).pipe(target);
        });
        // Either side may be gone while the other still writes.
        target.on('error', () => socket.destroy());
        socket.on('error', () => target.destroy());
        this.sockets.add(target);
    }
}
