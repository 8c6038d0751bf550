import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/aws-accounts-error';
import type { ConnectionState } from '../../common/connection-state';
import type { SignOutOutcome } from '../../common/sign-in';
import { Clock } from '../clock';
import { withFileLock } from '../files/file-lock';
import type { SsoSession } from './sso-session';
import { SsoToken } from './sso-token';
import { SsoTokenCache } from './sso-token-cache';
import { judgeToken, refreshability } from './sso-token-policy';
import { SsoTokenRefresh } from './sso-token-refresh';
import { SsoServerSession } from './sso-server-session';

/**
 * Gives tokens just in time: a token is refreshed when somebody needs it and it is near its end, once however many ask, in this process
 * and in the others that share the home folder.
 */
@injectable()
export class SsoTokenManager {

    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(SsoTokenRefresh) protected readonly refresher: SsoTokenRefresh;
    @inject(SsoServerSession) protected readonly serverSession: SsoServerSession;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly refreshing = new Map<string, Promise<SsoToken>>();
    /** `expiresAt` of the token whose refresh failed last, by session. */
    protected readonly refused = new Map<string, string>();

    /** The state that the token file alone tells: no network. A token that can be refreshed counts as signed in until AWS says otherwise. */
    async state(session: SsoSession): Promise<ConnectionState> {
        const token = await this.cache.read(session);
        if (token === undefined) {
            return { kind: 'signedOut' };
        }
        const verdict = judgeToken(token, this.clock.now());
        if (verdict === 'ended' || verdict === 'registrationEnded') {
            return { kind: 'expired', failure: this.endedFailure(session, verdict) };
        }
        const expiresAt = new Date(SsoToken.instant(token.expiresAt)).toISOString();
        return { kind: 'signedIn', expiresAt, renews: refreshability(token, this.clock.now()) === 'possible', scopes: SsoToken.scopes(token, session) };
    }

    /** Whether the latest refresh of exactly the token that ended at `expiresAt` failed. */
    wasRefused({ name }: SsoSession, expiresAt: string): boolean {
        return this.refused.get(name) === expiresAt;
    }

    /**
     * A token that works now.
     *
     * @throws AwsAccountsError `signInRequired` or `registrationExpired` when a person has to sign in; a transient reason when a token
     * that has run out could not be refreshed for now
     */
    async getToken(session: SsoSession): Promise<SsoToken> {
        const token = await this.cache.read(session);
        if (token === undefined) {
            throw AwsFailure.toError({ reason: 'signInRequired', subject: session.name });
        }
        switch (judgeToken(token, this.clock.now())) {
            case 'fresh':
                return token;
            case 'due':
                // A failure is no reason to withhold a token that still works; the next caller tries again.
                return this.sharedRefresh(session).catch(() => token);
            case 'refreshable':
                return this.sharedRefresh(session);
            case 'ended':
                throw AwsFailure.toError(this.endedFailure(session, 'ended'));
            case 'registrationEnded':
                throw AwsFailure.toError(this.endedFailure(session, 'registrationEnded'));
        }
    }

    /** Ends the server's session if it can be reached, then deletes the token of this session and of no other. */
    async signOut(session: SsoSession): Promise<SignOutOutcome> {
        const token = await this.cache.read(session);
        const failure = token && await this.serverSession.end(session, token);
        await this.cache.delete(session);
        return failure ? { kind: 'signedOutLocally', reason: failure.reason } : { kind: 'signedOut' };
    }

    protected sharedRefresh(session: SsoSession): Promise<SsoToken> {
        const running = this.refreshing.get(session.name);
        if (running) {
            return running;
        }
        const refresh = this.refreshLocked(session).finally(() => this.refreshing.delete(session.name));
        this.refreshing.set(session.name, refresh);
        return refresh;
    }

    /** Under the lock the file is read again: another process may have been faster, and its token is as good. */
    protected refreshLocked(session: SsoSession): Promise<SsoToken> {
        return withFileLock(this.cache.pathOf(session), this.clock, async () => {
            const current = await this.cache.read(session);
            if (current === undefined) {
                throw AwsFailure.toError({ reason: 'signInRequired', subject: session.name });
            }
            return judgeToken(current, this.clock.now()) === 'fresh' ? current : this.refresh(session, current);
        });
    }

    protected async refresh(session: SsoSession, token: SsoToken): Promise<SsoToken> {
        try {
            const renewed = await this.refresher.refresh(session, token);
            this.refused.delete(session.name);
            return renewed;
        } catch (error) {
            this.refused.set(session.name, new Date(SsoToken.instant(token.expiresAt)).toISOString());
            throw error;
        }
    }

    protected endedFailure({ name }: SsoSession, verdict: 'ended' | 'registrationEnded'): AwsFailure {
        return { reason: verdict === 'ended' ? 'signInRequired' : 'registrationExpired', subject: name };
    }
}
