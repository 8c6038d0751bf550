import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { AwsScopes } from '../../../common/token-service/aws-scopes';
import { ProductTokenServices, TokenServices } from '../../../common/token-service/token-services';
import { SsoSession } from '../../shared-config/sso-session';
import { SsoToken } from './sso-token';
import { SsoTokenManager } from './sso-token-manager';

/** Scopes that belong to no token service of the product. */
const NO_SERVICE = 'other';

/**
 * Tokens that open one token service and nothing else, beside the token of an IAM Identity Center sign-in that opens accounts as well. Each
 * is of a registration of its own, in a file of its own: a consumer that asked for the service gets that one.
 */
@injectable()
export class OwnTokens {

    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(ProductTokenServices) protected readonly services: TokenServices;

    /** The session, apart from `session`, that a token with these scopes alone is of. */
    of(session: SsoSession, scopes: readonly string[]): SsoSession {
        const service = TokenServices.meant(this.services, { scopes });
        return this.named(session, service?.id ?? NO_SERVICE, AwsScopes.union(service?.scopes ?? [], scopes));
    }

    /** Every session that a token of its own can be of. */
    all(session: SsoSession): SsoSession[] {
        return [...this.services.map(({ id, scopes }) => this.named(session, id, scopes)), this.named(session, NO_SERVICE, [])];
    }

    /**
     * A token that works now and has these scopes, and none that opens accounts.
     *
     * @throws AwsAccountsError `signInRequired` with the detail `AwsScopes.OWN_SIGN_IN` when there is none; what the refresh throws
     */
    async getToken(session: SsoSession, scopes: readonly string[], connectionId: string): Promise<SsoToken> {
        const own = this.of(session, scopes);
        try {
            const token = await this.tokens.getToken(own);
            const granted = SsoToken.scopes(token, own);
            if (AwsScopes.missing(scopes, granted).length === 0 && !AwsScopes.opensMore(granted, scopes)) {
                return token;
            }
        } catch (error) {
            const failure = AwsFailure.of(error);
            if (!AwsFailure.needsSignIn(failure)) {
                throw AwsFailure.toError({ ...failure, subject: session.name }, error);
            }
        }
        throw AwsFailure.toError({ reason: 'signInRequired', subject: connectionId, detail: AwsScopes.OWN_SIGN_IN });
    }

    /** The scopes for which there are such tokens. No network. @throws AwsAccountsError `fileUnreadable` */
    async scopes(session: SsoSession): Promise<readonly string[]> {
        const states = await Promise.all(this.all(session).map(own => this.tokens.state(own)));
        return AwsScopes.union(...states.map(state => (state.kind === 'signedIn' ? state.scopes : [])));
    }

    protected named(session: SsoSession, service: string, scopes: readonly string[]): SsoSession {
        return { ...session, name: SsoSession.reservedName(`${service}:${session.name}`), scopes };
    }
}
