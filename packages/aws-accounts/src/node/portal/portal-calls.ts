import type { SSOClient } from '@aws-sdk/client-sso';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure, AwsFailureReason } from '../../common/aws-accounts-error';
import { Clock } from '../process/clock';
import { AwsClients } from '../http/aws-clients';
import { isAborted, toAwsFailure } from '../http/aws-failure-conversion';
import type { SsoSession } from '../shared-config/sso-session';
import { SsoTokenManager } from '../sso/token/sso-token-manager';
import { RateLimiter } from './rate-limiter';

/** The portal is said to allow 20 calls a second, which AWS does not document. Together never more than that, with room for other tools. */
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
        for (let attempt = 0; ; attempt += 1) {
            await pace.turn(signal);
            try {
                const client = await this.clients.portalOnce(session.region, session.caBundle);
                return await this.tokens.withToken(session, accessToken => call(client, accessToken, signal));
            } catch (error) {
                if (isAborted(error, signal)) {
                    throw error;
                }
                await this.waitOrThrow(error, attempt, session, pace, signal);
            }
        }
    }

    protected async waitOrThrow(
        error: unknown,
        attempt: number,
        { name }: SsoSession,
        pace: RateLimiter,
        signal: AbortSignal
    ): Promise<void> {
        const failure = toAwsFailure(error, name);
        const pauseMs = pausesFor(failure.reason)[attempt];
        if (pauseMs === undefined) {
            throw AwsFailure.toError(failure, error);
        }
        if (failure.reason === 'throttled') {
            pace.pause(pauseMs);
        } else {
            await this.clock.delay(pauseMs, signal);
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
