import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer, Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TlsOptions } from 'node:tls';
import { AwsHost } from '../hosts/aws-host';
import type { RequestRecord } from '../record/request-record';
import { Arrival, arrivalsOf } from './arrival';
import { Authority } from './authority';
import { ConnectProxy } from './connect-proxy';
import { DialLine, DialRecord } from './dial-record';
import { ProcessVariables, Variables } from './process-variables';

/** An emulator as far as it is served under other names. */
interface ServedEmulator {
    readonly record: RequestRecord;
    readonly answer: RequestListener;
}

export interface AwsNamesOptions {
    /** One authority may serve many emulators, so that a browser has to know one only; absent: one of its own. */
    readonly authority?: Authority;
    /** `user:password` that the proxy wants. */
    readonly proxyLogin?: string;
    /** Hosts that are not AWS's and end here too, for example that of a vanity start URL. */
    readonly otherHosts?: readonly string[];
}

/**
 * An emulator in AWS's place: it answers under AWS's host names, on what clients take for port 443, with TLS by an authority of its own.
 * Nothing of the machine changes: a process gets there by its variables, directly or through a proxy, and a browser by its proxy.
 */
export class AwsNames {

    protected readonly folder = mkdtempSync(join(tmpdir(), 'aws-names-'));
    protected readonly dialRecord = new DialRecord(join(this.folder, 'dials.jsonl'));
    protected readonly lead: ProcessVariables;
    protected server: Server;
    protected proxy: ConnectProxy;

    protected constructor(
        protected readonly emulator: ServedEmulator, readonly authority: Authority, protected readonly options: AwsNamesOptions
    ) {
        this.lead = new ProcessVariables(this.folder, { record: this.dialRecord.file, otherHosts: options.otherHosts });
    }

    static async serve(emulator: ServedEmulator, options: AwsNamesOptions = {}): Promise<AwsNames> {
        const names = new AwsNames(emulator, options.authority ?? await Authority.create(), options);
        try {
            await names.listen();
            return names;
        } catch (error) {
            await names.stop();
            throw error;
        }
    }

    /** The variables of a Node.js process whose dials of AWS end here and are written down. */
    get directVariables(): Variables {
        return this.lead.directly((this.server.address() as AddressInfo).port);
    }

    /** The variables of any process that reaches AWS through the proxy. A Node.js process cannot reach it otherwise. */
    get proxyVariables(): Variables {
        return this.lead.throughProxy(this.proxyUrl);
    }

    /** Address of the proxy, with its login. */
    get proxyUrl(): string {
        return this.proxyLogin === undefined ? this.proxyServer : this.proxyServer.replace('//', `//${this.proxyLogin}@`);
    }

    /** Address of the proxy without its login. */
    get proxyServer(): string {
        return `http://127.0.0.1:${this.proxy.port}`;
    }

    /** `user:password` that the proxy wants. */
    get proxyLogin(): string | undefined {
        return this.options.proxyLogin;
    }

    /** File with the certificate of the authority. */
    get authorityFile(): string {
        return this.lead.authorityFile;
    }

    /** Arguments for Chromium: AWS is the emulator, this machine is itself, and the authority is trusted in this run alone. */
    get chromiumArguments(): string[] {
        return [`--proxy-server=127.0.0.1:${this.proxy.port}`, `--ignore-certificate-errors-spki-list=${this.authority.spki}`];
    }

    /** Each `host:port` of AWS that was dialled directly, those that were refused included. */
    get dials(): readonly DialLine[] {
        return this.dialRecord.dials();
    }

    /** Each request under AWS's names: which host was asked, how, and for what. */
    get arrivals(): Arrival[] {
        return arrivalsOf(this.emulator.record.requests, this.dialRecord.lines(), this.proxy.tunnels);
    }

    /** Each `host:port` of AWS that was wanted, by either way. A browser asks its proxy for hosts of its own too; those are refused. */
    get targets(): string[] {
        const tunnels = this.proxy.tunnels.filter(({ host }) => this.isLed(host));
        return [...new Set([...this.dials, ...tunnels].map(({ host, port }) => `${host}:${port}`))].sort();
    }

    async stop(): Promise<void> {
        await this.proxy?.stop();
        if (this.server?.listening) {
            const closed = new Promise(resolve => this.server.close(resolve));
            this.server.closeAllConnections();
            await closed;
        }
        rmSync(this.folder, { recursive: true, force: true });
    }

    protected isLed(host: string): boolean {
        return AwsHost.is(host) || this.options.otherHosts?.includes(host.toLowerCase()) === true;
    }

    protected async listen(): Promise<void> {
        writeFileSync(this.authorityFile, this.authority.certificate);
        const SNICallback: TlsOptions['SNICallback'] = (host, done) =>
            this.isLed(host) ? done(null, this.authority.contextFor(host)) : done(new Error(`${host} is no host of AWS.`));
        this.server = createServer({ SNICallback }, this.emulator.answer);
        await new Promise<void>((resolve, reject) => this.server.once('error', reject).listen(0, '127.0.0.1', resolve));
        this.proxy = await ConnectProxy.start({
            login: this.options.proxyLogin,
            isLed: host => this.isLed(host),
            answer: (socket: Socket) => this.server.emit('connection', socket)
        });
    }
}
