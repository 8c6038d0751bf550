import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsCredentialIdentity } from '@smithy/types';
import { AwsFailure } from '../../common/aws-accounts-error';
import { LoopbackPeer } from '../loopback/loopback-peer';

const LOOPBACK = '127.0.0.1';

/** One profile as the endpoint serves it: an address of its own, and a token of its own. */
export interface ServedProfile {
    readonly url: string;
    /** Secret. */
    readonly token: string;
}

/** What clients of the container-credentials protocol expect to be told. */
interface Answer {
    readonly status: number;
    readonly body: { readonly [name: string]: string | undefined };
}

const NOTHING_HERE: Answer = { status: 404, body: { Code: 'NotFound', Message: 'Nothing is served here.' } };

/**
 * Serves credentials by the protocol that containers use: GET, with the token in `Authorization`. Listens on 127.0.0.1 alone and answers only what was
 * asked of exactly this host, which keeps out pages that give their own name to 127.0.0.1. A process that can read the token file can read `~/.aws` too.
 */
export class CredentialsEndpoint {

    protected readonly server: Server;
    protected readonly served = new Map<string, { readonly token: string; readonly profile: string }>();

    protected constructor(protected readonly credentialsOf: (profile: string) => Promise<AwsCredentialIdentity>, protected readonly isOurs: typeof LoopbackPeer.isOurs) {
        this.server = createServer((request, response) => void this.respond(request, response));
    }

    /**
     * @param credentialsOf called for each request, so that what is handed out is always the latest
     * @param isOurs tells connections of this user from those of others, as far as the system lets it
     * @throws the system error when no port can be had
     */
    static async listen(credentialsOf: (profile: string) => Promise<AwsCredentialIdentity>, isOurs = LoopbackPeer.isOurs): Promise<CredentialsEndpoint> {
        const endpoint = new CredentialsEndpoint(credentialsOf, isOurs);
        await new Promise<void>((resolve, reject) => {
            endpoint.server.once('error', reject);
            endpoint.server.listen(0, LOOPBACK, resolve);
        });
        // Who needs the process has other reasons to keep it alive.
        endpoint.server.unref();
        return endpoint;
    }

    serve(profile: string): ServedProfile {
        const path = `/${randomBytes(16).toString('hex')}`;
        const token = randomBytes(32).toString('base64url');
        this.served.set(path, { token, profile });
        return { url: `http://${this.host}${path}`, token };
    }

    close(): void {
        this.server.close();
        this.server.closeAllConnections();
    }

    protected get host(): string {
        return `${LOOPBACK}:${(this.server.address() as AddressInfo).port}`;
    }

    protected async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const { status, body } = await this.answer(request);
        response.writeHead(status, { 'Cache-Control': 'no-store', 'Connection': 'close', 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
    }

    protected async answer({ method, headers, url = '', socket }: IncomingMessage): Promise<Answer> {
        const served = method === 'GET' && headers.host === this.host ? this.served.get(url) : undefined;
        if (served === undefined || !await this.isOurs(socket)) {
            return NOTHING_HERE;
        }
        if (!areEqual(headers.authorization ?? '', served.token)) {
            return { status: 403, body: { Code: 'AccessDenied', Message: 'The token in Authorization is not the one of the token file.' } };
        }
        try {
            return { status: 200, body: toBody(await this.credentialsOf(served.profile)) };
        } catch (error) {
            const { reason } = AwsFailure.of(error);
            return { status: 400, body: { Code: reason, Message: `AWS Accounts in the IDE has no credentials for the profile ${served.profile}: ${reason}. Connect it there.` } };
        }
    }
}

function toBody({ accessKeyId, secretAccessKey, sessionToken, expiration }: AwsCredentialIdentity): Answer['body'] {
    return { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: sessionToken, Expiration: expiration?.toISOString() };
}

/** Takes the same time wherever the difference is. */
function areEqual(one: string, other: string): boolean {
    const [first, second] = [one, other].map(text => createHash('sha256').update(text).digest());
    return timingSafeEqual(first, second);
}
