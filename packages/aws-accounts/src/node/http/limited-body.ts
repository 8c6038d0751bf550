import { pipeline, Readable, Transform } from 'node:stream';
import type { NodeHttpHandler, NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { AwsFailure } from '../../common/state/aws-accounts-error';

/** Bytes of one answer. The largest honest one, a page of a hundred accounts, has some ten thousand. */
const MAX_BYTES = 4_000_000;

/** The body as it is, ended by `malformedResponse` where it is longer than any answer of AWS. @param max bytes */
function limitedBody(body: Readable, max = MAX_BYTES): Readable {
    let bytes = 0;
    const limit = new Transform({
        transform(chunk: Buffer, _encoding, done): void {
            bytes += chunk.length;
            done(bytes > max ? AwsFailure.toError({ reason: 'malformedResponse', detail: `longer than ${max} bytes` }) : undefined, chunk);
        }
    });
    // The stream itself tells its reader of an error.
    pipeline(body, limit, () => undefined);
    return limit;
}

/** The text of a body. @throws AwsAccountsError `malformedResponse` when it is too long; what the stream throws */
export async function limitedText(body: Readable, max = MAX_BYTES): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of limitedBody(body, max)) {
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks).toString('utf8');
}

/** The handler of an SDK client whose answers are limited: the SDK itself reads whatever comes. */
export async function limitedHandler(options: NodeHttpHandlerOptions): Promise<NodeHttpHandler> {
    const { NodeHttpHandler: Handler } = await import('@smithy/node-http-handler');
    const handler = new Handler(options);
    const handle = handler.handle.bind(handler);
    handler.handle = async (request, given) => {
        const { response } = await handle(request, given);
        if (response.body instanceof Readable) {
            response.body = limitedBody(response.body);
        }
        return { response };
    };
    return handler;
}
