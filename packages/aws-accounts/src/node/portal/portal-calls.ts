import type { SSOClient } from '@aws-sdk/client-sso';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure, AwsFailureReason } from '../../common/state/aws-accounts-error';
import { Clock } from '../process/clock';
import { AwsClients } from '../http/aws-clients';
import { isAborted, toAwsFailure } from '../http/aws-failure-conversion';
import { retry, RetryPolicy } from '../http/retry';
import type { SsoSession } from '../shared-config/sso-session';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { RateLimiter } from './rate-limiter';

/** The portal is said to allow 20 calls a second, which AWS does not document; this leaves room for other tools. */
const PACE = { callsPerSecond: 15, burst: 4 };

/** Pauses after each answer that asks to slow down: for everybody, since the limit counts everybody. */
const BUSY_MS = [500, 1000, 2000, 4000, 8000];

/** Pauses of one call after trouble on the way. */
const STUMBLE_MS = [500, 2000];

/** One call of the portal. Takes `accessToken` anew each time, since a long listing outlives it. */
export type PortalCall<T> = (client: SSOClient, accessToken: string, signal: AbortSignal) => Promise<T>;

/** Makes the portal's calls at a pace that it allows, and makes them again when it stumbles. */
@injectable()
export class PortalCalls {

    @inject(AwsClients) protected readonly clients: AwsClients;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(Clock) protected readonly clock: Clock;

    protected readonly paces = new Map<string, RateLimiter>();

    /**
     * @throws AwsAccountsError; the signal's reason as soon as it is aborted
     */
    async make<T>(session: SsoSession, signal: AbortSignal, call: PortalCall<T>): Promise<T> {
        const pace = this.paceOf(session);
        const policy: RetryPolicy<T> = {
            pausesMs: ({ reason }) => pausesFor(reason),
            // The limit counts everybody, so all calls wait and not this one alone.
            pause: async (ms, { reason }) => reason === 'throttled' ? pace.pause(ms) : this.clock.delay(ms, signal)
        };
        return retry(policy, () => this.makeOnce(session, pace, signal, call), signal);
    }

    protected async makeOnce<T>(session: SsoSession, pace: RateLimiter, signal: AbortSignal, call: PortalCall<T>): Promise<T> {
        await pace.turn(signal);
        try {
            const client = await this.clients.portalOnce(session.region, session.caBundle);
            return await this.tokens.withToken(session, accessToken => call(client, accessToken, signal));
        } catch (error) {
            throw isAborted(error, signal) ? error : AwsFailure.toError(toAwsFailure(error, session.name), error);
        }
    }

    protected paceOf({ name, region }: SsoSession): RateLimiter {
        const key = `${region} ${name}`;
        const pace = this.paces.get(key) ?? new RateLimiter(this.clock, PACE);
        this.paces.set(key, pace);
        return pace;
    }
}

/** A call that timed out is not retried, since a person waits; a refusal is final. */
function pausesFor(reason: AwsFailureReason): readonly number[] {
    return reason === 'throttled' ? BUSY_MS : reason === 'network' || reason === 'server' ? STUMBLE_MS : [];
}
