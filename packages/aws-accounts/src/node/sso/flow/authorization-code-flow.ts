import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { Clock } from '../../process/clock';
import { withTimeLimit } from '../../process/time-limit';
import { AwsClients } from '../../http/aws-clients';
import { isAborted, oidcErrorOf, toAwsFailure } from '../../http/aws-failure-conversion';
import { oidcEndpoint } from './oidc-endpoint';
import { retryTransient } from '../../http/transient-retry';
import { AwaitedRedirect } from './awaited-redirect';
import { LoopbackServer } from './loopback-server';
import { PendingRedirects } from './pending-redirects';
import { ProofKey } from './proof-key';
import type { AuthorizationAnswer } from './redirect-address';
import type { FlowContext, FlowOutcome, SignInFlow } from './sign-in-flow';
import { requestGrant } from './token-grant';

const GRANT_TYPE = 'authorization_code';

/** Longest wait for a browser; a device code lives as long. */
const DEADLINE_MS = 10 * 60 * 1000;

/**
 * OAuth 2.0 authorization code grant with proof key (RFC 6749 section 4.1, RFC 7636) by way of a loopback address (RFC 8252 section 7.3):
 * one click in a browser that is on the backend's machine. From any other browser the address it ends at can be handed in.
 */
@injectable()
export class AuthorizationCodeFlow implements SignInFlow {

    readonly kind = 'authorizationCode';

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(PendingRedirects) protected readonly pending: PendingRedirects;
    @inject(Clock) protected readonly clock: Clock;

    async run(context: FlowContext): Promise<FlowOutcome> {
        try {
            context.signal.throwIfAborted();
            const key = ProofKey.create();
            const { redirectUri, answer } = await this.askBrowser(context, key);
            return answer === 'timedOut' ? { kind: 'timedOut' } : await this.conclude(context, key, redirectUri, answer);
        } catch (error) {
            return this.endOf(error, context);
        }
    }

    /** Listens first and gives the link out afterwards: a browser that is signed in already comes back within milliseconds. */
    protected async askBrowser(
        context: FlowContext,
        key: ProofKey
    ): Promise<{ redirectUri: string; answer: AuthorizationAnswer | 'timedOut' }> {
        const loopback = await LoopbackServer.listen();
        const { redirectUri } = loopback;
        const redirect = new AwaitedRedirect({ redirectUri, state: key.state });
        loopback.onAddress(address => redirect.receive(address));
        const handedIn = this.pending.add(context.signInId, redirect);
        try {
            const authorizeUrl = await this.authorizeUrl(context, key, redirectUri);
            context.onProgress({ kind: 'browser', authorizeUrl, expiresAt: new Date(this.clock.now() + DEADLINE_MS).toISOString() });
            const answer = await withTimeLimit(this.clock, DEADLINE_MS, redirect.answer, 'timedOut' as const, context.signal);
            return { redirectUri, answer };
        } finally {
            handedIn.dispose();
            await loopback.close();
        }
    }

    /** The page has the base address of the service, wherever that is configured to be. */
    protected async authorizeUrl(
        { session, registration, scopes }: FlowContext,
        { state, challenge }: ProofKey,
        redirectUri: string
    ): Promise<string> {
        const base = await oidcEndpoint(await this.clients.oidc(session.region, session.caBundle));
        const url = new URL(`${base.href.replace(/\/$/, '')}/authorize`);
        url.search = new URLSearchParams({
            response_type: 'code', client_id: registration.clientId, redirect_uri: redirectUri, state,
            code_challenge: challenge, code_challenge_method: 'S256', scopes: scopes.join(',')
        }).toString();
        return url.href;
    }

    protected async conclude(context: FlowContext, key: ProofKey, redirectUri: string, answer: AuthorizationAnswer): Promise<FlowOutcome> {
        switch (answer.kind) {
            case 'approved': {
                const request = { grantType: GRANT_TYPE, code: answer.code, codeVerifier: key.verifier, redirectUri };
                return {
                    kind: 'granted',
                    grant: await retryTransient(this.clock, context.signal, () => requestGrant(this.clients, context, request))
                };
            }
            case 'refused':
                return this.endOf({ error: answer.error, error_description: answer.description }, context);
        }
    }

    protected endOf(error: unknown, { session, signal }: FlowContext): FlowOutcome {
        if (isAborted(error, signal)) {
            return { kind: 'cancelled' };
        }
        switch (oidcErrorOf(error)) {
            case 'access_denied':
                return { kind: 'denied' };
            case 'expired_token':
                return { kind: 'timedOut' };
            default:
                throw AwsFailure.toError(toAwsFailure(error, session.startUrl), error);
        }
    }
}
