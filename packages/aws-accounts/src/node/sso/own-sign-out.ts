import { inject, injectable } from '@theia/core/shared/inversify';
import { SsoSession } from '../shared-config/sso-session';
import { SsoSignOut } from './sso-sign-out';
import { OwnTokens } from './token/own-tokens';

/**
 * Ends the tokens that stand beside the one of a sign-in: when the person signs out, and when somebody signs in, who may be somebody else.
 */
@injectable()
export class OwnSignOut {

    @inject(OwnTokens) protected readonly tokens: OwnTokens;
    @inject(SsoSignOut) protected readonly signOuts: SsoSignOut;

    /** @throws AwsAccountsError as `SsoSignOut` does */
    async run(session: SsoSession): Promise<void> {
        if (!SsoSession.isTokenOnly(session)) {
            await Promise.all(this.tokens.all(session).map(own => this.signOuts.signOut(own)));
        }
    }
}
