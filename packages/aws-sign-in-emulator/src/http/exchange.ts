import type { IncomingHttpHeaders } from 'node:http';
import { AwsHost } from '../hosts/aws-host';

/** One request, read whole. */
export interface Exchange {
    readonly method: string;
    readonly url: URL;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
    readonly connection?: ClientConnection;
}

/** A client's connection, as far as the server sees it. */
interface ClientConnection {
    /** Server name of the TLS handshake; absent without TLS. */
    readonly sni?: string;
    readonly clientPort?: number;
}

export interface Reply {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body?: string;
    /** A body that is no text. */
    readonly bytes?: Uint8Array;
}

export namespace Exchange {

    export function header({ headers }: Exchange, name: string): string | undefined {
        const value = headers[name];
        return Array.isArray(value) ? value[0] : value;
    }

    /** The host of AWS that was asked; `undefined` where a client was told the emulator's own address. */
    export function awsHost({ url }: Exchange): string | undefined {
        return AwsHost.is(url.hostname) ? url.hostname : undefined;
    }

    /** The body as a JSON object; anything else reads as an empty one, so that missing members are reported by name. */
    export function json({ body }: Exchange): Record<string, unknown> {
        try {
            const value: unknown = JSON.parse(body);
            return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
        } catch (error) {
            if (error instanceof SyntaxError) {
                return {};
            }
            throw error;
        }
    }

    export function form({ body }: Exchange): URLSearchParams {
        return new URLSearchParams(body);
    }
}

export namespace Reply {

    export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Reply {
        return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
    }

    export function xml(body: string, status = 200): Reply {
        return { status, headers: { 'content-type': 'text/xml' }, body };
    }

    export function html(body: string, status = 200): Reply {
        return {
            status,
            headers: {
                'content-type': 'text/html; charset=utf-8',
                'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
                'cache-control': 'no-store'
            },
            body
        };
    }

    export function redirect(location: string): Reply {
        return { status: 302, headers: { location } };
    }
}

/** Thrown by an operation that refuses; carries what the service would answer. */
export class Refusal extends Error {
    constructor(readonly reply: Reply) {
        super(`HTTP ${reply.status}`);
    }
}
