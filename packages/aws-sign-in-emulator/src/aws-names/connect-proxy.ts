import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';

/** One `CONNECT` that the proxy was asked for. */
export interface Tunnel {
    readonly host: string;
    readonly port: number;
    /** Port of the client on this machine. */
    readonly from: number;
    readonly accepted: boolean;
    /** Epoch milliseconds. */
    readonly at: number;
}

interface ConnectProxyOptions {
    /** Hosts that end at the emulator. */
    isLed(host: string): boolean;
    /** Gets a connection on which the client is about to speak TLS. */
    answer(socket: Socket): void;
    /** `user:password` that clients have to send; absent: none. */
    readonly login?: string;
}

/** An HTTP proxy that ends the tunnels to AWS itself. It lets through to this machine, and to nowhere else. */
export class ConnectProxy {

    readonly tunnels: Tunnel[] = [];
    protected readonly sockets = new Set<Socket>();

    protected constructor(protected readonly server: Server, protected readonly options: ConnectProxyOptions) { }

    static async start(options: ConnectProxyOptions): Promise<ConnectProxy> {
        const server = createServer((_request, response) => response.writeHead(502).end('The proxy of the emulator makes tunnels only.'));
        const proxy = new ConnectProxy(server, options);
        server.on('connection', socket => proxy.keep(socket));
        server.on('connect', (request: IncomingMessage, socket: Socket) => proxy.open(request, socket));
        await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
        return proxy;
    }

    get port(): number {
        return (this.server.address() as AddressInfo).port;
    }

    async stop(): Promise<void> {
        const closed = new Promise(resolve => this.server.close(resolve));
        this.sockets.forEach(socket => socket.destroy());
        await closed;
    }

    protected open({ url = '', headers }: IncomingMessage, socket: Socket): void {
        const [, host, port] = /^\[?(.*?)\]?:(\d+)$/.exec(url) ?? ['', url, '0'];
        const status = this.judge(host, Number(port), headers['proxy-authorization']);
        this.tunnels.push({ host, port: Number(port), from: socket.remotePort ?? 0, accepted: status === undefined, at: Date.now() });
        if (status !== undefined) {
            socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
            return;
        }
        if (this.options.isLed(host)) {
            socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
            this.options.answer(socket);
        } else {
            this.carry(socket, Number(port));
        }
    }

    /** The status of a refusal; `undefined`: the tunnel is made. */
    protected judge(host: string, port: number, authorization: string | undefined): string | undefined {
        const { login, isLed } = this.options;
        if (login !== undefined && authorization !== `Basic ${Buffer.from(login).toString('base64')}`) {
            return '407 Proxy Authentication Required';
        }
        const isHere = host === '127.0.0.1' || host === 'localhost';
        return isLed(host) && port === 443 || isHere ? undefined : '502 Bad Gateway';
    }

    protected carry(socket: Socket, port: number): void {
        const far = this.keep(connect(port, '127.0.0.1', () => {
            socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
            far.pipe(socket).pipe(far);
        }));
        far.on('close', () => socket.destroy());
        socket.on('close', () => far.destroy());
    }

    /** Either side may be gone while the other still writes, which is no fault of anybody. */
    protected keep(socket: Socket): Socket {
        this.sockets.add(socket);
        return socket.on('error', () => socket.destroy()).on('close', () => this.sockets.delete(socket));
    }
}
