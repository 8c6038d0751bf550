import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { IncomingMessage, request, ServerResponse } from 'node:http';
import { createServer, Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** A company's entrance: serves one backend below a path and over https, takes the path away, and passes on how it was reached. */
export class ReverseProxy {

    protected constructor(protected readonly server: Server, protected readonly path: string, protected readonly backend: URL) { }

    static async start(backend: string, path: string): Promise<ReverseProxy> {
        const server = createServer(certificate());
        const proxy = new ReverseProxy(server, path, new URL(backend));
        server.on('request', (incoming, response) => proxy.pass(incoming, response));
        server.on('upgrade', (incoming, socket, head) => proxy.passUpgrade(incoming, socket, head));
        server.listen(0, '127.0.0.1');
        await once(server, 'listening');
        return proxy;
    }

    get url(): string {
        return `https://localhost:${(this.server.address() as AddressInfo).port}${this.path}`;
    }

    async stop(): Promise<void> {
        const closed = once(this.server, 'close');
        this.server.close();
        this.server.closeAllConnections();
        this.upgraded.forEach(socket => socket.destroy());
        await closed;
    }

    protected readonly upgraded = new Set<Duplex>();

    protected pass(incoming: IncomingMessage, response: ServerResponse): void {
        const options = this.optionsFor(incoming);
        if (options === undefined) {
            response.writeHead(404).end();
            return;
        }
        const outgoing = request(options, answer => {
            response.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(response);
        });
        outgoing.on('error', () => response.headersSent ? response.destroy() : response.writeHead(502).end());
        incoming.pipe(outgoing);
    }

    protected passUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
        const options = this.optionsFor(incoming);
        if (options === undefined) {
            socket.destroy();
            return;
        }
        const outgoing = request(options);
        outgoing.on('upgrade', (answer: IncomingMessage, other: Socket, otherHead: Buffer) => {
            const lines = answer.rawHeaders.flatMap((name, index, all) => index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : []);
            socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
            socket.write(otherHead);
            other.write(head);
            other.pipe(socket).pipe(other);
            for (const end of [socket, other]) {
                this.upgraded.add(end);
                end.on('error', () => undefined).once('close', () => this.upgraded.delete(end));
            }
        });
        outgoing.on('error', () => socket.destroy());
        outgoing.end();
    }

    /** @returns undefined for what is not below the path */
    protected optionsFor({ method, url = '/', headers }: IncomingMessage): object | undefined {
        if (url !== this.path && !url.startsWith(`${this.path}/`)) {
            return undefined;
        }
        const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': headers.host, 'x-forwarded-prefix': this.path };
        const { hostname: host, port } = this.backend;
        return { host, port, method, path: url.slice(this.path.length) || '/', headers: { ...headers, ...forwarded } };
    }
}

/** A certificate of its own, made for this run. */
function certificate(): { readonly key: string; readonly cert: string } {
    const folder = mkdtempSync(join(tmpdir(), 'aws-accounts-proxy-'));
    try {
        const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
        execFileSync('openssl', [
            'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert, '-days',
            '2',
            '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'
        ], { stdio: 'ignore' });
        return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}
