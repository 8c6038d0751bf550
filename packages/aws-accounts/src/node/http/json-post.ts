import type { Readable } from 'node:stream';
import type { AwsClients } from './aws-clients';
import { limitedText } from './limited-body';

export interface JsonAnswer {
    readonly status: number;
    readonly text: string;
}

/**
 * One POST of JSON, for operations of AWS that the SDK has no client for. Time-outs, proxy and authorities are those of every call.
 *
 * @throws what kept the call from AWS
 */
export async function postJson(
    clients: AwsClients, url: URL, headers: { readonly [name: string]: string }, body: string, signal: AbortSignal, caBundle?: string
): Promise<JsonAnswer> {
    const { NodeHttpHandler } = await import('@smithy/node-http-handler');
    const handler = new NodeHttpHandler(await clients.requestHandler(caBundle));
    const { protocol, hostname, port, pathname } = url;
    const request = {
        method: 'POST', protocol, hostname, port: port === '' ? undefined : Number(port), path: pathname, query: {}, body,
        headers: { host: url.host, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)), ...headers }
    };
    const { response } = await handler.handle(request as unknown as Parameters<typeof handler.handle>[0], { abortSignal: signal });
    return { status: response.statusCode, text: await limitedText(response.body as Readable) };
}
