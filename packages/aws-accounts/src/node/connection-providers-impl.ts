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
import { AwsConnectionProviders, BearerToken } from './connection-providers';

/** Serves what a person chose, and keeps it fresh. */
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
