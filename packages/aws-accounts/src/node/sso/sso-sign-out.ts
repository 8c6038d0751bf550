import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { SignOutOutcome } from '../../common/sign-in/sign-in';
import { Clock } from '../process/clock';
import { withFileLock } from '../files/file-lock';
import { SsoServerSession } from './sso-server-session';
import type { SsoSession } from '../shared-config/sso-session';
import type { SsoToken } from './token/sso-token';
import { SsoTokenCache } from './token/sso-token-cache';
import { judgeToken } from './token/sso-token-policy';
import { SsoTokenRefresh } from './token/sso-token-refresh';

/** Signs a person out of one SSO session and of no other. */
@injectable()
export class SsoSignOut {

    @inject(SsoTokenCache) protected readonly cache: SsoTokenCache;
    @inject(SsoTokenRefresh) protected readonly refresher: SsoTokenRefresh;
    @inject(SsoServerSession) protected readonly serverSession: SsoServerSession;
    @inject(Clock) protected readonly clock: Clock;

    /**
     * Ends the server's session if it can be reached, then deletes the token. A refresh that is under way comes to its end before: what it
     * wrote would sign the person in again.
     *
     * @throws AwsAccountsError `fileUnwritable` when neither the server's session nor the token could be got rid of; `fileUnreadable`
     */
    signOut(session: SsoSession): Promise<SignOutOutcome> {
        return withFileLock(this.cache.pathOf(session), this.clock, async () => {
            const token = await this.cache.read(session);
            const failure = token && await this.endOnServer(session, token);
            await this.deleteToken(session, failure);
            return failure ? { kind: 'signedOutLocally', reason: failure.reason } : { kind: 'signedOut' };
        });
    }

    /** Only a token that works can end its session: for one that has run out, AWS would say that all is over while the session lasts. */
    protected async endOnServer(session: SsoSession, token: SsoToken): Promise<AwsFailure | undefined> {
        if (judgeToken(token, this.clock.now()) !== 'refreshable') {
            return this.serverSession.end(session, token);
        }
        const answer = await this.refresher.request(session, token);
        if (answer.kind === 'renewed') {
            return this.serverSession.end(session, answer.token);
        }
        return AwsFailure.needsSignIn(answer.failure) ? undefined : answer.failure;
    }

    /** A file that cannot be deleted holds a token that works no longer, unless the server knows nothing of it. */
    protected async deleteToken(session: SsoSession, serverFailure: AwsFailure | undefined): Promise<void> {
        try {
            await this.cache.delete(session);
        } catch (error) {
            if (serverFailure) {
                throw error;
            }
            await this.cache.disown(session);
        }
    }
}
