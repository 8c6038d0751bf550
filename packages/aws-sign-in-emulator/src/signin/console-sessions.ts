import { createHash } from 'node:crypto';
import { Refusal, Reply } from '../http/exchange';
import type { IamUser } from '../organisation/organisation';
import type { EmulatorState } from '../state/emulator-state';

export interface ConsoleSession {
    readonly user: IamUser;
    readonly clientId: string;
    /** The key whose holder may renew. */
    readonly key: string;
    readonly endsAt: number;
    ended: boolean;
}

/** The sessions of console sign-ins, of the IAM user of the setting `consoleUser`. */
export class ConsoleSessions {

    protected readonly byRefreshToken = new Map<string, ConsoleSession>();

    constructor(protected readonly state: EmulatorState) { }

    get user(): IamUser {
        const { organisation: { users }, settings: { consoleUser } } = this.state;
        const user = users.find(({ userName }) => userName === consoleUser);
        if (user === undefined) {
            throw refusalOf('AUTHCODE_INVALID', `No user is named ${consoleUser}.`, 'ValidationException', 400);
        }
        return user;
    }

    /** Begins a session with the code of a sign-in that the person approved. */
    ofCode({ clientId, code, codeVerifier, redirectUri }: Record<string, unknown>, key: string): ConsoleSession {
        const { consoleRefusal, consoleSessionLifetime } = this.state.settings;
        if (consoleRefusal !== '') {
            throw refusalOf(consoleRefusal, 'The sign-in is refused.');
        }
        const authorization = this.state.authorizations.get(String(code));
        const challenge = createHash('sha256').update(String(codeVerifier)).digest('base64url');
        const fits = authorization?.decision === 'approved' && authorization.clientId === clientId
            && authorization.redirect?.challenge === challenge && authorization.redirect.uri === redirectUri;
        if (!fits) {
            throw refusalOf('INVALID_REQUEST', 'The code does not fit.', 'ValidationException', 400);
        }
        if (authorization.expiresAt <= this.state.now()) {
            throw refusalOf('AUTHCODE_EXPIRED', 'The code has expired.');
        }
        authorization.decision = 'used';
        const endsAt = this.state.inSeconds(consoleSessionLifetime);
        return { user: this.user, clientId: authorization.clientId, key, endsAt, ended: false };
    }

    /** Finds the session of a refresh token, which works once. */
    ofRefresh({ clientId, refreshToken }: Record<string, unknown>, key: string): ConsoleSession {
        const session = this.byRefreshToken.get(String(refreshToken));
        const good = session && session.clientId === clientId && session.key === key && !session.ended && session.endsAt > this.state.now();
        if (!good) {
            throw refusalOf('TOKEN_EXPIRED', 'The session has ended.');
        }
        this.byRefreshToken.delete(String(refreshToken));
        return session;
    }

    /** Keeps the session for its renewal. @returns the refresh token */
    keep(session: ConsoleSession): string {
        const refreshToken = this.state.secret('consolerefresh');
        this.byRefreshToken.set(refreshToken, session);
        return refreshToken;
    }

    endAll(): void {
        this.byRefreshToken.forEach(session => session.ended = true);
    }
}

export function refusalOf(error: string, message: string, name = 'AccessDeniedException', status = 403): Refusal {
    return new Refusal(Reply.json({ error, message }, status, { 'x-amzn-errortype': name }));
}
