import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import { Clock } from '../clock';
import { AwsClients } from '../http/aws-clients';
import { toAwsFailure } from '../http/aws-failure-conversion';
import type { SsoSession } from './sso-session';
import { SsoToken } from './sso-token';
import { SsoTokenCache } from './sso-token-cache';
import { judgeToken } from './sso-token-policy';

/** Pauses before the second and the third attempt. A refused refresh is not repeated, an unanswered one is. */
const BACK_OFF_MS = [500, 1500];

type RefreshAnswer =
    | { readonly kind: 'renewed'; readonly token: SsoToken }
    | { readonly kind: 'refused'; readonly failure: AwsFailure };

/** Renews one token with its own client id, secret and refresh token (RFC 6749 section 6). */
@injectable()
export class SsoTokenRefresh {

    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(Clock) protected readonly clock: Clock;

    /**
     * The renewed token, written to its file.
     *
     * @throws AwsAccountsError with the reason; the file is untouched then
     */
    async refresh(session: SsoSession, token: SsoToken): Promise<SsoToken> {
        const answer = await this.request(session, token);
        switch (answer.kind) {
            case 'renewed':
                await this.cache.write(session, answer.token);
                return answer.token;
            case 'refused':
                return this.newerToken(session, token, answer.failure);
        }
    }

    /** `invalid_grant` also means that another process has used the refresh token: what that process wrote is used then. */
    protected async newerToken(session: SsoSession, token: SsoToken, failure: AwsFailure): Promise<SsoToken> {
        const current = await this.cache.read(session);
        const renewedElsewhere = current !== undefined && current.accessToken !== token.accessToken;
        if (renewedElsewhere && judgeToken(current, this.clock.now()) === 'fresh') {
            return current;
        }
        throw AwsFailure.toError(failure);
    }

    protected async request(session: SsoSession, token: SsoToken): Promise<RefreshAnswer> {
        for (let attempt = 0; ; attempt += 1) {
            const answer = await this.requestOnce(session, token);
            if (answer.kind === 'renewed' || !AwsFailure.isTransient(answer.failure) || attempt === BACK_OFF_MS.length) {
                return answer;
            }
            await this.clock.delay(BACK_OFF_MS[attempt]);
        }
    }

    protected async requestOnce(session: SsoSession, token: SsoToken): Promise<RefreshAnswer> {
        const { clientId, clientSecret, refreshToken } = token;
        try {
            const { CreateTokenCommand } = await import('@aws-sdk/client-sso-oidc');
            const client = await this.clients.oidc(session.region);
            const reply = await client.send(new CreateTokenCommand({ clientId, clientSecret, refreshToken, grantType: 'refresh_token' }));
            if (!reply.accessToken || !reply.expiresIn) {
                return { kind: 'refused', failure: { reason: 'malformedResponse', subject: session.name } };
            }
            const expiresAt = new Date(this.clock.now() + reply.expiresIn * 1000).toISOString();
            return { kind: 'renewed', token: { ...token, accessToken: reply.accessToken, expiresAt, refreshToken: reply.refreshToken ?? refreshToken } };
        } catch (error) {
            return { kind: 'refused', failure: toAwsFailure(error, session.name) };
        }
    }
}
