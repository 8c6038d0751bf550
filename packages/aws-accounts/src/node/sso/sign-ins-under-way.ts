import { Disposable } from '@theia/core/lib/common/disposable';
import { injectable } from '@theia/core/shared/inversify';
import type { SsoSession } from '../shared-config/sso-session';

/** The SSO sessions that somebody signs in to right now, in whichever window; a session is there once for each of them. */
@injectable()
export class SignInsUnderWay {

    protected sessions: readonly SsoSession[] = [];

    /** @returns ends it */
    begin(session: SsoSession): Disposable {
        // An object of its own: two windows may sign in to one session.
        const entry = { ...session };
        this.sessions = [...this.sessions, entry];
        return Disposable.create(() => this.sessions = this.sessions.filter(other => other !== entry));
    }

    has({ name }: SsoSession): boolean {
        return this.sessions.some(session => session.name === name);
    }

    /** The session that a sign-in under way will make for this start URL and region, as they are written in a checked start URL. */
    find(startUrl: string, region: string): SsoSession | undefined {
        return this.sessions.find(session => session.startUrl.toLowerCase() === startUrl.toLowerCase() && session.region === region);
    }

    get names(): readonly string[] {
        return this.sessions.map(({ name }) => name);
    }
}
