import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ConnectionState } from '../../../common/state/connection-state';
import type { SsoSession } from '../../shared-config/sso-session';
import { SsoToken } from './sso-token';
import { REFRESH_WINDOW_MS, refreshability, TokenVerdict } from './sso-token-policy';
import { endOf } from './sso-token-refresh';

/** The token of a session, and what is known of it without a call. */
interface KnownToken {
    readonly token: SsoToken;
    readonly verdict: TokenVerdict;
    /** Epoch milliseconds. */
    readonly now: number;
    /** The failure of the latest refresh of this token. */
    readonly failure: AwsFailure | undefined;
    /** The reason why the token could not be written to its file. */
    readonly unsaved: AwsFailure | undefined;
}

/** The state of a session that has a token. A token that can be refreshed counts as signed in until AWS says otherwise. */
export function sessionState(session: SsoSession, known: KnownToken): ConnectionState {
    const { verdict, failure } = known;
    switch (verdict) {
        case 'fresh':
        case 'due':
            return signedIn(session, known);
        case 'refreshable':
            return failure === undefined ? signedIn(session, known) : ConnectionState.after(failure);
        case 'ended':
        case 'registrationEnded':
            return { kind: 'expired', failure: endOf(verdict, session) };
    }
}

/** A token that AWS would not renew lasts to its end and no longer; trouble on the way is no such refusal. */
function signedIn(session: SsoSession, { token, now, failure, unsaved }: KnownToken): ConnectionState {
    const endsAt = SsoToken.instant(token.expiresAt);
    const possible = refreshability(token, Math.max(now, endsAt - REFRESH_WINDOW_MS)) === 'possible';
    return {
        kind: 'signedIn',
        expiresAt: new Date(endsAt).toISOString(),
        renews: possible && (failure === undefined || AwsFailure.isTransient(failure)),
        scopes: SsoToken.scopes(token, session),
        ...(unsaved && { unsaved })
    };
}
