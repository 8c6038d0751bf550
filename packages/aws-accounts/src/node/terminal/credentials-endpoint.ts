import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AwsCredentialIdentity } from '@smithy/types';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { LoopbackListener } from '../loopback/loopback-listener';
import { LoopbackPeer } from '../loopback/loopback-peer';

/** One profile as the endpoint serves it: an address of its own, and a token of its own. */
export interface ServedProfile {
    readonly url: string;
    /** Secret. */
    readonly token: string;
}

/** Answer in the form that clients of the container-credentials protocol expect. */
interface Answer {
    readonly status: number;
    readonly body: { readonly [name: string]: string | undefined };
}

const NOTHING_HERE: Answer = { status: 404, body: { Code: 'NotFound', Message: 'Nothing is served here.' } };

/**
 * Serves credentials by the protocol that containers use: GET, with the token in `Authorization`. Listens on 127.0.0.1 alone and answers
 * only what was asked of exactly this host, which keeps out pages that give their own name to 127.0.0.1. A process that can read the token
 * file can read `~/.aws` too.
 */
export class CredentialsEndpoint {

    protected listener: LoopbackListener;
    protected readonly served = new Map<string, { readonly token: string; readonly profile: string }>();

    protected constructor(
        protected readonly credentialsOf: (profile: string) => Promise<AwsCredentialIdentity>,
        protected readonly isOurs: typeof LoopbackPeer.isOurs
    ) {}

    /**
     * @param credentialsOf called for each request, so that what is handed out is always the latest
     * @param isOurs tells connections of this user from those of others, as far as the system lets it
     * @throws the system error when no port can be had
     */
    static async listen(
        credentialsOf: (profile: string) => Promise<AwsCredentialIdentity>,
        isOurs = LoopbackPeer.isOurs
    ): Promise<CredentialsEndpoint> {
        const endpoint = new CredentialsEndpoint(credentialsOf, isOurs);
        // A process that is needed has other reasons to stay alive.
        endpoint.listener = (await LoopbackListener.open((request, response) => void endpoint.respond(request, response))).unref();
        return endpoint;
    }

    serve(profile: string): ServedProfile {
        const path = `/${randomBytes(16).toString('hex')}`;
        const token = randomBytes(32).toString('base64url');
        this.served.set(path, { token, profile });
        return { url: `http://${this.listener.host}${path}`, token };
    }

    close(): void {
        this.listener.close();
    }

    protected async respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const { status, body } = await this.answer(request);
        response.writeHead(status, { 'Cache-Control': 'no-store', 'Connection': 'close', 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
    }

    protected async answer(request: IncomingMessage): Promise<Answer> {
        const { method, headers, url = '', socket } = request;
        const served = method === 'GET' && this.listener.isAddressee(request) ? this.served.get(url) : undefined;
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
            return {
                status: 400,
                body: {
                    Code: reason,
                    Message: `AWS Accounts in the IDE has no credentials for the profile ${served.profile}: ${reason}. Connect it there.`
                }
            };
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
