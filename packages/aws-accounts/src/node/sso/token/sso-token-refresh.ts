import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { Clock } from '../../process/clock';
import { withFileLock } from '../../files/file-lock';
import { AwsClients } from '../../http/aws-clients';
import { toAwsFailure } from '../../http/aws-failure-conversion';
import { retry, RetryPolicy } from '../../http/retry';
import type { SsoSession } from '../../shared-config/sso-session';
import { SsoToken } from './sso-token';
import { SsoTokenCache } from './sso-token-cache';
import { isRefreshable, judgeToken, TokenVerdict } from './sso-token-policy';

/** Pauses before the second and the third attempt. A refused refresh is not repeated, an unanswered one is. */
const BACKOFF_MS = [500, 1500];

export type RefreshAnswer =
    | { readonly kind: 'renewed'; readonly token: SsoToken }
    | { readonly kind: 'refused'; readonly failure: AwsFailure };

/** Renews tokens with their own client id, secret and refresh token (RFC 6749 section 6). */
@injectable()
export class SsoTokenRefresh {

    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    /**
     * Renews the session's token, unless another process was faster, and writes it to its file. It retries after network or server trouble.
     *
     * @returns the token, or why there is none; the file is as it was then
     * @throws AwsAccountsError `fileUnreadable`
     */
    async refresh(session: SsoSession): Promise<RefreshAnswer> {
        const policy: RetryPolicy<RefreshAnswer> = {
            failureOf: answer => answer.kind === 'refused' ? answer.failure : undefined,
            pausesMs: failure => AwsFailure.isTransient(failure) ? BACKOFF_MS : [],
            pause: ms => this.clock.delay(ms)
        };
        // The lock is held for one attempt, which ends by its time-out: for all of them it would outlast what others bear.
        return retry(policy, () => withFileLock(this.cache.pathOf(session), this.clock, () => this.attempt(session)));
    }

    /** Asks AWS once, writes nothing. */
    async request(session: SsoSession, token: SsoToken): Promise<RefreshAnswer> {
        const { clientId, clientSecret, refreshToken } = token;
        try {
            const { CreateTokenCommand } = await import('@aws-sdk/client-sso-oidc');
            const client = await this.clients.oidc(session.region, session.caBundle);
            const reply = await client.send(new CreateTokenCommand({ clientId, clientSecret, refreshToken, grantType: 'refresh_token' }));
            if (!reply.accessToken || !reply.expiresIn) {
                return { kind: 'refused', failure: { reason: 'malformedResponse', subject: session.name } };
            }
            const expiresAt = new Date(this.clock.now() + reply.expiresIn * 1000).toISOString();
            return {
                kind: 'renewed',
                token: { ...token, accessToken: reply.accessToken, expiresAt, refreshToken: reply.refreshToken ?? refreshToken }
            };
        } catch (error) {
            return { kind: 'refused', failure: toAwsFailure(error, session.name) };
        }
    }

    /** Under the lock the file is read again: another process may have been faster, and its token is as good. */
    protected async attempt(session: SsoSession): Promise<RefreshAnswer> {
        const token = await this.cache.read(session);
        if (token === undefined) {
            return refusal('ended', session);
        }
        const verdict = judgeToken(token, this.clock.now());
        if (verdict === 'fresh') {
            return { kind: 'renewed', token };
        }
        return isRefreshable(verdict) ? this.renew(session, token) : refusal(verdict, session);
    }

    protected async renew(session: SsoSession, token: SsoToken): Promise<RefreshAnswer> {
        const answer = await this.request(session, token);
        const found = await this.cache.look(session);
        if (typeof found === 'object' && found.accessToken !== token.accessToken) {
            return this.follow(session, found, answer);
        }
        if (found === 'missing') {
            // Signed out meanwhile, by somebody who knows no locks: that stands.
            return refusal('ended', session);
        }
        if (answer.kind === 'renewed') {
            await this.cache.write(session, answer.token);
        }
        return answer;
    }

    /**
     * Somebody who knows no locks wrote the file meanwhile; `invalid_grant` often means just that. Their token is the newest there is.
     */
    protected async follow(session: SsoSession, found: SsoToken, answer: RefreshAnswer): Promise<RefreshAnswer> {
        const verdict = judgeToken(found, this.clock.now());
        if (verdict === 'fresh' || verdict === 'due') {
            return { kind: 'renewed', token: found };
        }
        if (answer.kind === 'renewed') {
            await this.cache.write(session, answer.token);
            return answer;
        }
        return isRefreshable(verdict) ? this.renew(session, found) : answer;
    }
}

/** Failure of a session whose token only a person can replace. */
export function endOf(verdict: Exclude<TokenVerdict, 'fresh' | 'due' | 'refreshable'>, { name }: SsoSession): AwsFailure {
    return { reason: verdict === 'ended' ? 'signInRequired' : 'registrationExpired', subject: name };
}

function refusal(verdict: 'ended' | 'registrationEnded', session: SsoSession): RefreshAnswer {
    return { kind: 'refused', failure: endOf(verdict, session) };
}
