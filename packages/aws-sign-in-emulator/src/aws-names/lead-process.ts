import { appendFileSync } from 'node:fs';
import { NetConnectOpts, Socket, SocketConstructorOpts } from 'node:net';
import { AwsHost } from '../hosts/aws-host';
import type { DialLine } from './dial-record';

/** Target of a led process. */
export interface Lead {
    /** Port on 127.0.0.1 that answers as AWS; absent: every direct dial of AWS is refused, since the process is to use the proxy. */
    readonly port?: number;
    /** A file that gets one line for each dial. */
    readonly record: string;
    /** Hosts that are not AWS's and are led too, for example that of a vanity start URL. */
    readonly otherHosts?: readonly string[];
}

type ConnectOptions = SocketConstructorOpts & NetConnectOpts & { host?: string | null; port?: number | string };
type Connect = (this: Socket, ...args: unknown[]) => Socket;

/**
 * Leads this process to the emulator whenever it dials a host of AWS on port 443, and refuses its other ports: AWS answers on 443 alone.
 * TLS sees the name that was meant, so server name, check of the certificate and the header `Host` stay as they are. It is called by a file
 * that `NODE_OPTIONS=--require` names.
 */
export function lead({ port: emulatorPort, record, otherHosts = [] }: Lead): void {
    const connect = Socket.prototype.connect as Connect;
    const write = (line: Omit<DialLine, 'at' | 'pid'>): void => appendFileSync(
        record, `${JSON.stringify({ at: Date.now(), pid: process.pid, ...line })}\n`
    );
    const isLed = (host: string): boolean => AwsHost.is(host) || otherHosts.includes(host.toLowerCase());

    Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
        const options = optionsOf(args);
        const host = options?.host ?? '';
        if (options === undefined || !isLed(host)) {
            return connect.apply(this, args);
        }
        const port = Number(options.port);
        if (port !== 443 || emulatorPort === undefined) {
            write({ kind: 'refused', host, port });
            process.nextTick(() => this.destroy(refusal(host, port)));
            return this;
        }
        write({ kind: 'dialled', host, port });
        // Before whatever the caller does once it is connected, so that the line is there when the request is.
        this.prependOnceListener('connect', () => write({ kind: 'connected', host, port, from: this.localPort }));
        return connect.apply(this, redirected(args, { ...options, host: '127.0.0.1', port: emulatorPort }));
    };
}

/** `connect` is called with options, with port and host, or by Node.js itself with an array of options and callback. */
function optionsOf(args: readonly unknown[]): ConnectOptions | undefined {
    const [first, second] = args;
    if (Array.isArray(first)) {
        return optionsOf(first);
    }
    if (typeof first === 'object' && first !== null) {
        return first as ConnectOptions;
    }
    return typeof second === 'string' ? { port: Number(first), host: second } : undefined;
}

function redirected(args: readonly unknown[], options: ConnectOptions): unknown[] {
    const [first, ...rest] = args;
    if (Array.isArray(first)) {
        // Node.js knows its own array by a symbol on it, so it stays the same array.
        first[0] = options;
        return [first, ...rest];
    }
    return [options, ...rest.filter(argument => typeof argument === 'function')];
}

function refusal(address: string, port: number): NodeJS.ErrnoException {
    return Object.assign(
        new Error(`connect ECONNREFUSED ${address}:${port} (AWS answers on port 443 only)`),
        { code: 'ECONNREFUSED', syscall: 'connect', address, port }
    );
}
