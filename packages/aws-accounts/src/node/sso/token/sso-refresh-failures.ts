import { AwsFailure } from '../../../common/state/aws-accounts-error';
import type { SsoSession } from '../../shared-config/sso-session';
import type { SsoToken } from './sso-token';

/** Minimum time between two refresh attempts for the same token. Without it every API call would retry. */
const COOL_DOWN_MS = 30_000;

interface Remembered {
    readonly accessToken: string;
    readonly failure: AwsFailure;
    /** Epoch ms. */
    readonly at: number;
}

/** The failure of the latest refresh of each session's token. It says nothing of the session's next token. */
export class SsoRefreshFailures {

    protected readonly failures = new Map<string, Remembered>();

    note({ name }: SsoSession, { accessToken }: SsoToken, failure: AwsFailure, now: number): void {
        this.failures.set(name, { accessToken, failure, at: now });
    }

    /** The failure of the latest refresh of exactly this token; `undefined` when it did not fail. */
    of(session: SsoSession, token: SsoToken): AwsFailure | undefined {
        return this.find(session, token)?.failure;
    }

    /** As `of`, while it is too early to ask again. */
    recent(session: SsoSession, token: SsoToken, now: number): AwsFailure | undefined {
        const found = this.find(session, token);
        return found !== undefined && now - found.at < COOL_DOWN_MS ? found.failure : undefined;
    }

    protected find({ name }: SsoSession, { accessToken }: SsoToken): Remembered | undefined {
        const found = this.failures.get(name);
        return found?.accessToken === accessToken ? found : undefined;
    }
}
