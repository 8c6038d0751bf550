import type { AwsCredentialIdentity } from '@smithy/types';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../common/aws-accounts-error';
import { AwsConnection, AwsConnectionId, IamProfileConnection } from '../common/aws-connection';
import { AwsScopes } from '../common/aws-scopes';
import { AwsAccounts } from './aws-accounts';
import { ConnectionStore } from './connection/connection-store';
import { ConnectionCredentials } from './credentials/connection-credentials';
import type { EndpointOptions } from './http/service-endpoints';
import { RecentUse } from './session-end/recent-use';
import { ProfileConnector } from './connection/profile-connector';
import { SsoSessionRegistry } from './sso/sso-session-registry';
import { SsoToken } from './sso/token/sso-token';
import { SsoTokenManager } from './sso/token/sso-token-manager';

/** A bearer token as the AWS SDK's `token` client option wants it. */
export interface BearerToken {
    readonly token: string;
    readonly expiration: Date;
}

/**
 * Public API for backend code of other Theia extensions: credentials and tokens by connection id. What it returns is secret and has to stay
 * in the backend. Nothing here ever prompts: the browser half decides which connection is used (`AwsAccountsFrontend.useFor`), and hands
 * over its id.
 */
export const AwsConnectionProviders = Symbol('AwsConnectionProviders');
export interface AwsConnectionProviders {
    /**
     * A credential provider for an AWS SDK client (`new LambdaClient({ credentials, region })`). It always serves the profile it was made
     * for, even if the person turns to another one meanwhile. Its promise rejects with `AwsAccountsError`.
     */
    credentialProvider(connectionId: AwsConnectionId): () => Promise<AwsCredentialIdentity>;
    /**
     * A token provider for an AWS SDK client (`new Client({ token })`). Rejects with `AwsAccountsError`, `invalidScope` when a scope was
     * not granted.
     */
    tokenProvider(connectionId: AwsConnectionId, scopes: readonly string[]): () => Promise<BearerToken>;
    /** The region of the profile, as the view shows it. Rejects with `AwsAccountsError`. */
    region(connectionId: AwsConnectionId): Promise<string>;
    /**
     * Where an AWS SDK client sends its calls, as environment and profile say: `new LambdaClient({ credentials, region, ...endpoint })`.
     * Without it a client takes the endpoint of the default profile, whichever profile the credentials are of. Rejects with
     * `AwsAccountsError`.
     *
     * @param service as config files spell it: `lambda`, `elastic_beanstalk`
     */
    endpoint(connectionId: AwsConnectionId, service: string): Promise<EndpointOptions>;
}

@injectable()
export class AwsConnectionProvidersImpl implements AwsConnectionProviders {

    @inject(AwsAccounts) protected readonly accounts: AwsAccounts;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ConnectionCredentials) protected readonly credentials: ConnectionCredentials;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(ProfileConnector) protected readonly connector: ProfileConnector;
    @inject(RecentUse) protected readonly recent: RecentUse;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;

    credentialProvider(connectionId: AwsConnectionId): () => Promise<AwsCredentialIdentity> {
        return async () => {
            const profile = await this.profile(connectionId);
            return this.observed(profile, () => this.credentials.get(profile));
        };
    }

    tokenProvider(connectionId: AwsConnectionId, scopes: readonly string[]): () => Promise<BearerToken> {
        return async () => {
            await this.accounts.restore();
            const session = this.sessions.require(connectionId);
            const token = await this.observed(this.store.require(connectionId), () => this.tokens.getToken(session));
            const missing = AwsScopes.missing(scopes, SsoToken.scopes(token, session));
            if (missing.length > 0) {
                throw AwsFailure.toError({ reason: 'invalidScope', subject: connectionId, detail: missing.join(' ') });
            }
            return { token: token.accessToken, expiration: new Date(SsoToken.instant(token.expiresAt)) };
        };
    }

    async region(connectionId: AwsConnectionId): Promise<string> {
        return (await this.profile(connectionId)).region.name;
    }

    async endpoint(connectionId: AwsConnectionId, service: string): Promise<EndpointOptions> {
        const profile = await this.profile(connectionId);
        return (await this.credentials.callSettingsOf(profile)).endpoints.of(service);
    }

    protected async profile(connectionId: AwsConnectionId): Promise<IamProfileConnection> {
        await this.accounts.restore();
        return this.store.requireProfile(connectionId);
    }

    /** A failure of a consumer is the truth, so it shows: in every window, without a question. */
    protected async observed<T>(connection: AwsConnection, act: () => Promise<T>): Promise<T> {
        this.recent.note(connection.id);
        try {
            const result = await act();
            this.connector.noteSuccess(connection);
            return result;
        } catch (error) {
            this.connector.noteFailure(connection, AwsFailure.of(error));
            throw error;
        }
    }
}
