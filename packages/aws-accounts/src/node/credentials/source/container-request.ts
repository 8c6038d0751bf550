import { request as requestByHttp } from 'node:http';
import { request as requestByHttps } from 'node:https';
import { limitedText } from '../../http/limited-body';

/** The service stands on the machine itself, or next to it. */
const TIME_LIMIT_MS = 5000;

interface ContainerRequest {
    /** The header, if there is one. Secret. */
    readonly authorization?: string;
    /** Replaces the certificate authorities of Node.js. */
    readonly ca?: string;
    /** Absent: GET. */
    readonly method?: 'PUT';
    readonly headers?: { readonly [name: string]: string };
    readonly timeLimitMs?: number;
    readonly signal: AbortSignal;
}

export interface ContainerAnswer {
    readonly status: number;
    readonly body: string;
}

/**
 * Asks a service of the machine itself, such as that of container credentials. Goes straight, never through a proxy.
 *
 * @throws the system error; one with the code `ETIMEDOUT` when nothing is said for too long; the reason of the signal
 */
export function getFromContainer(url: URL, asked: ContainerRequest): Promise<ContainerAnswer> {
    const { authorization, ca, method, headers, signal, timeLimitMs = TIME_LIMIT_MS } = asked;
    return new Promise((resolve, reject) => {
        const options = {
            method,
            headers: { Accept: 'application/json', ...headers, ...authorization && { Authorization: authorization } },
            signal,
            timeout: timeLimitMs,
            agent: false
        } as const;
        const request = url.protocol === 'https:' ? requestByHttps(url, { ...options, ca }) : requestByHttp(url, options);
        request.on('timeout', () =>
            request.destroy(Object.assign(new Error('The container service did not answer.'), { code: 'ETIMEDOUT' }))
        );
        request.on('error', reject);
        request.on('response', response => {
            limitedText(response).then(body => resolve({ status: response.statusCode ?? 0, body }), reject);
        });
        request.end();
    });
}
