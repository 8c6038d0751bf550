import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { unknownKind } from '../../common/state/unknown-kind';
import type { SignInProgress } from '../../common/sign-in/sign-in';
import type { SignInFlowKind } from '../../common/sign-in/sign-in-flow';
import { Clock } from '../process/clock';
import { AwaitedRedirect } from '../sso/flow/awaited-redirect';
import { LoopbackServer } from '../sso/flow/loopback-server';
import { PendingRedirects } from '../sso/flow/pending-redirects';
import type { ProofKey } from '../sso/flow/proof-key';
import { ConsoleAuthorization, ConsoleClient } from './console-authorization';

/** Time limit for the browser. Milliseconds. */
const DEADLINE_MS = 10 * 60 * 1000;

export type ConsoleCode =
    | { readonly kind: 'approved'; readonly code: string; readonly redirectUri: string; readonly client: ConsoleClient }
    | { readonly kind: 'denied' }
    | { readonly kind: 'timedOut' };

interface BrowserRequest {
    readonly signInId: string;
    readonly flow: SignInFlowKind;
    readonly signal: AbortSignal;
    onProgress(progress: SignInProgress): void;
}

/** Sends a person's browser to the console sign-in, and waits for it to come back, or for the text that they paste. */
@injectable()
export class ConsoleBrowser {

    @inject(PendingRedirects) protected readonly pending: PendingRedirects;
    @inject(Clock) protected readonly clock: Clock;

    async ask(base: string, key: ProofKey, request: BrowserRequest): Promise<ConsoleCode> {
        switch (request.flow) {
            case 'authorizationCode':
                return this.askHere(base, key, request);
            case 'deviceCode':
                return this.askElsewhere(base, key, request);
            default:
                return unknownKind(request.flow, 'flow');
        }
    }

    protected async askHere(base: string, key: ProofKey, request: BrowserRequest): Promise<ConsoleCode> {
        const loopback = await LoopbackServer.listen();
        try {
            const { redirectUri } = loopback;
            const redirect = new AwaitedRedirect({ redirectUri, state: key.state });
            loopback.onAddress(address => redirect.receive(address));
            return await this.wait(base, key, request, redirectUri, redirect, 'sameDevice');
        } finally {
            await loopback.close();
        }
    }

    protected askElsewhere(base: string, key: ProofKey, request: BrowserRequest): Promise<ConsoleCode> {
        const redirectUri = ConsoleAuthorization.confirmationUri(base);
        const redirect = new AwaitedRedirect({ redirectUri, state: key.state }, ConsoleAuthorization.readText);
        return this.wait(base, key, request, redirectUri, redirect, 'crossDevice');
    }

    protected async wait(
        base: string, { state, challenge }: ProofKey, { signInId, signal, onProgress }: BrowserRequest, redirectUri: string,
        redirect: AwaitedRedirect, client: ConsoleClient
    ): Promise<ConsoleCode> {
        const handedIn = this.pending.add(signInId, redirect);
        const answered = new AbortController();
        try {
            const authorizeUrl = ConsoleAuthorization.url(base, client, { redirectUri, state }, challenge);
            const expiresAt = new Date(this.clock.now() + DEADLINE_MS).toISOString();
            onProgress({ kind: 'browser', authorizeUrl, expiresAt, console: client === 'sameDevice' ? 'here' : 'elsewhere' });
            const deadline = this.clock.delay(DEADLINE_MS, AbortSignal.any([signal, answered.signal]));
            const answer = await Promise.race([redirect.answer, deadline.then(() => 'timedOut' as const)]);
            if (answer === 'timedOut') {
                return { kind: 'timedOut' };
            }
            return answer.kind === 'approved' ? { kind: 'approved', code: answer.code, redirectUri, client } : refusalOf(answer.error);
        } finally {
            answered.abort();
            handedIn.dispose();
        }
    }
}

/** RFC 6749 section 4.1.2.1 */
function refusalOf(error: string): ConsoleCode {
    if (error === 'access_denied') {
        return { kind: 'denied' };
    }
    throw AwsFailure.toError({ reason: error === 'server_error' ? 'server' : 'accessDenied', detail: error.slice(0, 100) });
}
