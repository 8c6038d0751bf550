import type { AuthenticationSession } from '@theia/core/lib/browser/authentication-service';
import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { ExtensionIdentity } from '../../common/extension-consent';
import { ConsentQuestion } from './consent-question';
import { ExtensionConsents } from './extension-consents';
import { LiteralQuickInput } from 'theia-aws-accounts/lib/browser';

/** A consent that a person gives or refuses. */
interface SessionConsentRequest {
    readonly extension: ExtensionIdentity;
    /** The sessions that would do. */
    readonly sessions: readonly AuthenticationSession[];
    /** The method to sign in with. */
    readonly label: string;
    /** The scopes that the extension asks for. */
    readonly scopes: readonly string[];
    /** Purpose in the extension's own words. */
    readonly detail?: string;
    /** Signs in to another one. */
    readonly signIn: () => Promise<AuthenticationSession>;
}

/**
 * Lets a person say which session an extension may use. There is a sign-in only when none is there that would do, or when they want
 * another.
 */
@injectable()
export class SessionConsent {

    @inject(ExtensionConsents) protected readonly consents: ExtensionConsents;
    @inject(ConsentQuestion) protected readonly question: ConsentQuestion;
    @inject(LiteralQuickInput) protected readonly quickInput: LiteralQuickInput;

    /** The session that the extension may use from now on; `undefined`: the person said no. */
    async obtain(
        { extension, sessions, label, scopes, detail, signIn }: SessionConsentRequest
    ): Promise<AuthenticationSession | undefined> {
        const choice = sessions.length > 1 ? await this.choose(extension, sessions) : { session: sessions[0] };
        const subject = choice?.session?.account.label ?? label;
        const signsIn = choice?.session === undefined;
        if (!choice || !await this.question.ask({ extension, subject, scopes, detail, signsIn })) {
            return undefined;
        }
        const granted = choice.session ?? await signIn();
        await this.consents.allow({ extension, connectionId: granted.id, scopes });
        return granted;
    }

    /** `undefined`: none; without a `session`: another one, to be signed in to. */
    protected choose(
        extension: ExtensionIdentity,
        sessions: readonly AuthenticationSession[]
    ): Promise<{ readonly session?: AuthenticationSession } | undefined> {
        const other = nls.localize('theia/aws-accounts-plugin-ext/session/other', 'Sign in to another one...');
        const items: { label: string; session?: AuthenticationSession }[] = [
            ...sessions.map(session => ({ label: session.account.label, session })),
            { label: other }
        ];
        return this.quickInput.pick(items, {
            placeHolder: nls.localize('theia/aws-accounts-plugin-ext/session/which', 'Which sign-in shall {0} use?', extension.name)
        });
    }
}
