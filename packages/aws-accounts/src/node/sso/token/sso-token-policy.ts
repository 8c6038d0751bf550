import { SsoToken } from './sso-token';

/** A token is refreshed when less than this is left of it. The AWS CLI uses 15 minutes, the SDK 5. */
export const REFRESH_WINDOW_MS = 5 * 60 * 1000;

/** Verdict on a token before it is used. */
export type TokenVerdict =
    | 'fresh'
    /** Still works; a refresh is due, and if that fails the token is used to its end. */
    | 'due'
    /** Has run out, and can be refreshed. */
    | 'refreshable'
    /** Has run out; only a sign-in helps. */
    | 'ended'
    /** Has run out, and the client registration too. */
    | 'registrationEnded';

/** Judges `token` at `now` (epoch ms). */
export function judgeToken(token: SsoToken, now: number): TokenVerdict {
    const left = SsoToken.instant(token.expiresAt) - now;
    const refresh = refreshability(token, now);
    if (left > REFRESH_WINDOW_MS || left > 0 && refresh !== 'possible') {
        return 'fresh';
    }
    switch (refresh) {
        case 'possible':
            return left > 0 ? 'due' : 'refreshable';
        case 'registrationEnded':
            return 'registrationEnded';
        case 'impossible':
            return 'ended';
    }
}

/** Tells whether the token can be renewed without a person, as far as the file tells. */
export function refreshability(token: SsoToken, now: number): 'possible' | 'registrationEnded' | 'impossible' {
    if (!token.refreshToken || !token.clientId || !token.clientSecret) {
        return 'impossible';
    }
    // Not every tool writes when the registration ends; AWS knows then.
    const lasts = token.registrationExpiresAt === undefined || SsoToken.instant(token.registrationExpiresAt) > now;
    return lasts ? 'possible' : 'registrationEnded';
}

/** Tells whether AWS can be asked to renew a token that was judged like this. */
export function isRefreshable(verdict: TokenVerdict): verdict is 'due' | 'refreshable' {
    return verdict === 'due' || verdict === 'refreshable';
}
