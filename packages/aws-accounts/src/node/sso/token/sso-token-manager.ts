import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { ConnectionState } from '../../../common/state/connection-state';
import { Clock } from '../../process/clock';
import { withTimeLimit } from '../../process/time-limit';
import { toAwsFailure } from '../../http/aws-failure-conversion';
import { SsoRefreshFailures } from './sso-refresh-failures';
import type { SsoSession } from '../../shared-config/sso-session';
import { sessionState } from './sso-session-state';
import type { SsoToken } from './sso-token';
import { SsoTokenCache } from './sso-token-cache';
import { judgeToken, TokenVerdict } from './sso-token-policy';
import { endOf, SsoTokenRefresh } from './sso-token-refresh';

/** Longest wait of a caller for a newer token while it has one that works. */
const PATIENCE_MS = 3000;

/**
 * Gives tokens just in time: a token is refreshed when somebody needs it and it is near its end, once however many ask, in this process
 * and in the others that share the home folder.
 */
@injectable()
export class SsoTokenManager implements Disposable {

    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(SsoTokenRefresh) protected readonly refresher: SsoTokenRefresh;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly refreshed = new Emitter<void>();
    protected readonly refreshing = new Map<string, Promise<SsoToken>>();
    protected readonly failures = new SsoRefreshFailures();
    /** By session, the access token that AWS takes no more although its time is not over. */
    protected readonly rejected = new Map<string, string>();

    /** A refresh ended, well or not, or AWS did not take a token: the state of its session may be another one. */
    readonly onDidRefresh: Event<void> = this.refreshed.event;

    /**
     * The state of the session as far as it is known here: no network. A token that can be refreshed counts as signed in until AWS says
     * otherwise.
     *
     * @throws AwsAccountsError `fileUnreadable`
     */
    async state(session: SsoSession): Promise<ConnectionState> {
        const token = await this.cache.read(session);
        if (token === undefined) {
            return { kind: 'signedOut' };
        }
        const now = this.clock.now();
        return sessionState(session, {
            token, now, verdict: this.judge(session, token, now), failure: this.failures.of(session, token),
            unsaved: this.cache.whyUnsaved(session)
        });
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
            throw AwsFailure.toError(endOf('ended', session));
        }
        const now = this.clock.now();
        const verdict = this.judge(session, token, now);
        const failure = this.failures.recent(session, token, now);
        switch (verdict) {
            case 'fresh':
                return token;
            case 'due':
                return failure ? token : this.renewedInTime(session, token);
            case 'refreshable':
                if (failure && !AwsFailure.isTransient(failure)) {
                    throw AwsFailure.toError(failure);
                }
                return this.sharedRefresh(session, token);
            case 'ended':
            case 'registrationEnded':
                throw AwsFailure.toError(endOf(verdict, session));
        }
    }

    /**
     * Makes a call with a token that works. When AWS does not take the token any more, whatever its file says, a person has to sign in:
     * that shows in every window, and lasts until there is another token.
     *
     * @throws what `getToken` and the call throw
     */
    async withToken<T>(session: SsoSession, call: (accessToken: string) => Promise<T>): Promise<T> {
        const { accessToken } = await this.getToken(session);
        try {
            return await call(accessToken);
        } catch (error) {
            if (toAwsFailure(error).reason === 'signInRequired') {
                this.reject(session, accessToken);
            }
            throw error;
        }
    }

    /** AWS takes this token no more, whatever its file says. */
    reject({ name }: SsoSession, accessToken: string): void {
        this.rejected.set(name, accessToken);
        this.refreshed.fire();
    }

    protected judge({ name }: SsoSession, token: SsoToken, now: number): TokenVerdict {
        return this.rejected.get(name) === token.accessToken ? 'ended' : judgeToken(token, now);
    }

    /** A token that works is not withheld because a newer one cannot be had, nor because nobody answers. */
    protected renewedInTime(session: SsoSession, token: SsoToken): Promise<SsoToken> {
        return withTimeLimit(this.clock, PATIENCE_MS, this.sharedRefresh(session, token).catch(() => token), token);
    }

    protected sharedRefresh(session: SsoSession, token: SsoToken): Promise<SsoToken> {
        const running = this.refreshing.get(session.name);
        if (running) {
            return running;
        }
        const refresh = this.refresh(session, token).finally(() => this.refreshing.delete(session.name));
        this.refreshing.set(session.name, refresh);
        return refresh;
    }

    protected async refresh(session: SsoSession, token: SsoToken): Promise<SsoToken> {
        const answer = await this.refresher.refresh(session);
        if (answer.kind === 'refused') {
            // The refused token is the one in the file now, which need not be the one that the caller has seen.
            this.failures.note(session, await this.cache.read(session) ?? token, answer.failure, this.clock.now());
        }
        this.refreshed.fire();
        if (answer.kind === 'refused') {
            throw AwsFailure.toError(answer.failure);
        }
        return answer.token;
    }

    @preDestroy()
    dispose(): void {
        this.refreshed.dispose();
    }
}
