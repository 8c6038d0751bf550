import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { NodeHttpHandler, NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { toAwsFailure } from '../../http/aws-failure-conversion';
import { reasonOfStatus } from '../../http/failure-tables';

/** Reason why AWS Sign-In refuses. Source: "CreateOAuth2Token", AWS Sign-In API Reference. */
const NOT_ALLOWED = 'INSUFFICIENT_PERMISSIONS';

type Handle = NodeHttpHandler['handle'];

/** Remembers how the last call of an SDK client went, and calls it off, for a provider that does neither. */
export class LoginCall {

    readonly metadata: NodeHttpHandler['metadata'];
    protected last: { readonly error: unknown } | { readonly status: number; readonly refusal?: string } | undefined;

    protected constructor(protected readonly inner: NodeHttpHandler, protected readonly signal: AbortSignal) {
        this.metadata = inner.metadata;
    }

    static async create(options: NodeHttpHandlerOptions, signal: AbortSignal): Promise<LoginCall> {
        const { NodeHttpHandler: Handler } = await import('@smithy/node-http-handler');
        return new LoginCall(new Handler(options), signal);
    }

    /**
     * Failure to reach AWS, to get a documented answer, or to renew the session; `undefined` when the call was refused otherwise, or there
     * was none.
     */
    trouble(subject: string): AwsFailure | undefined {
        if (this.last === undefined) {
            return undefined;
        }
        if ('refusal' in this.last && this.last.refusal === NOT_ALLOWED) {
            return { reason: 'accessDenied', subject, detail: NOT_ALLOWED };
        }
        const failure: AwsFailure = 'error' in this.last
            ? toAwsFailure(this.last.error, subject)
            // A provider that fails after such a status could not read the answer.
            : { reason: this.last.status < 400 ? 'malformedResponse' : reasonOfStatus(this.last.status, true) ?? 'internal', subject };
        return AwsFailure.isTransient(failure) || failure.reason === 'clockSkew' ? failure : undefined;
    }

    async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
        try {
            const answer = await this.inner.handle(request, { ...options, abortSignal: this.signal });
            const { statusCode: status } = answer.response;
            if (status !== 403) {
                this.last = { status };
                return answer;
            }
            const body = await buffer(answer.response.body as Readable);
            this.last = { status, refusal: refusalIn(body) };
            answer.response.body = Readable.from([body]);
            return answer;
        } catch (error) {
            this.last = { error };
            throw error;
        }
    }

    destroy(): void {
        this.inner.destroy();
    }
}

function refusalIn(body: Buffer): string | undefined {
    try {
        const { error } = JSON.parse(body.toString('utf8')) as { readonly error?: unknown };
        return typeof error === 'string' ? error : undefined;
    } catch {
        // The page of somebody else.
        return undefined;
    }
}
