import type { AwsCredentialIdentity } from '@smithy/types';
import type { Disposable } from '@theia/core/lib/common/disposable';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsConnection, AwsConnectionId, IamProfileConnection } from '../common/connection/aws-connection';
import { AwsPartitions } from '../common/region/aws-partitions';
import { AwsScopes } from '../common/token-service/aws-scopes';
import type { AwsUse } from '../common/token-service/connection-use';
import { DeveloperProfile } from '../common/token-service/developer-profile';
import { AwsAccounts } from './aws-accounts';
import { RememberedChoices } from './choices/remembered-choices';
import { ConnectionStore } from './connection/connection-store';
import { ServiceRefusals } from './connection/service-refusals';
import { ConnectionCredentials } from './credentials/connection-credentials';
import type { FeedReceiver } from './feed/connection-feed';
import { ConnectionFeeds } from './feed/connection-feeds';
import type { EndpointOptions } from './http/service-endpoints';
import { RecentUse } from './session-end/recent-use';
import { ProfileConnector } from './connection/profile-connector';
import { SsoSessionRegistry } from './sso/sso-session-registry';
import { OwnTokens } from './sso/token/own-tokens';
import { SsoToken } from './sso/token/sso-token';
import { SsoTokenManager } from './sso/token/sso-token-manager';
import type { AwsConnectionProviders, BearerToken } from './connection-providers';

/** Serves what a person chose, and keeps it fresh. */
@injectable()
export class AwsConnectionProvidersImpl implements AwsConnectionProviders {

    @inject(AwsAccounts) protected readonly accounts: AwsAccounts;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ServiceRefusals) protected readonly refusals: ServiceRefusals;
    @inject(ConnectionCredentials) protected readonly credentials: ConnectionCredentials;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(ProfileConnector) protected readonly connector: ProfileConnector;
    @inject(RecentUse) protected readonly recent: RecentUse;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(ConnectionFeeds) protected readonly feeds: ConnectionFeeds;
    @inject(OwnTokens) protected readonly own: OwnTokens;

    credentialProvider(connectionId: AwsConnectionId): () => Promise<AwsCredentialIdentity> {
        return async () => {
            const profile = await this.profile(connectionId);
            return this.observed(profile, () => this.credentials.get(profile));
        };
    }

    tokenProvider(connectionId: AwsConnectionId, scopes: readonly string[], workspace = ''): () => Promise<BearerToken> {
        return async () => {
            await this.accounts.restore();
            const session = this.sessions.require(connectionId);
            const token = await this.observed(this.store.require(connectionId), () => this.tokens.getToken(session));
            const missing = AwsScopes.missing(scopes, SsoToken.scopes(token, session));
            if (missing.length > 0) {
                throw AwsFailure.toError({ reason: 'invalidScope', subject: connectionId, detail: missing.join(' ') });
            }
            // A token that opens accounts never leaves for a consumer that asked for something else.
            const handed = AwsScopes.opensMore(SsoToken.scopes(token, session), scopes)
                ? await this.own.getToken(session, scopes, connectionId)
                : token;
            const developerProfile = RememberedChoices.developerProfileOf(this.store.current.choices, connectionId, workspace);
            return {
                token: handed.accessToken, expiration: new Date(SsoToken.instant(handed.expiresAt)), startUrl: session.startUrl,
                region: developerProfile ? DeveloperProfile.regionOf(developerProfile) : AwsPartitions.AMAZON_Q_REGIONS[0], developerProfile
            };
        };
    }

    feedToken(
        connectionId: AwsConnectionId, scopes: readonly string[], receiver: FeedReceiver<BearerToken>, workspace = ''
    ): Disposable {
        return this.feeds.start(connectionId, receiver, {
            ask: this.tokenProvider(connectionId, scopes, workspace),
            endOf: ({ expiration }) => expiration.getTime(),
            identityOf: ({ token, developerProfile }) => JSON.stringify([token, developerProfile])
        }, workspace);
    }

    feedCredentials(connectionId: AwsConnectionId, receiver: FeedReceiver<AwsCredentialIdentity>): Disposable {
        return this.feeds.start(connectionId, receiver, {
            ask: this.credentialProvider(connectionId),
            endOf: ({ expiration }) => expiration?.getTime(),
            identityOf: ({ accessKeyId, secretAccessKey, sessionToken }) => JSON.stringify([accessKeyId, secretAccessKey, sessionToken])
        });
    }

    reportRefusal(use: AwsUse, words: string, connectionId = this.userConnection(use)): void {
        if (connectionId !== undefined) {
            this.refusals.note(use, connectionId, words);
        }
    }

    reportAcceptance(use: AwsUse, connectionId = this.userConnection(use)): void {
        if (connectionId !== undefined) {
            this.refusals.withdraw(use, connectionId);
        }
    }

    reportRejection(connectionId: AwsConnectionId, token: string): void {
        const session = this.sessions.get(connectionId);
        if (session !== undefined) {
            this.recent.note(connectionId);
            [session, ...this.own.all(session)].forEach(one => this.tokens.reject(one, token));
        }
    }

    /** The connection of a token service is the user's; that of AWS services differs from window to window, so nobody can be meant. */
    protected userConnection(use: AwsUse): AwsConnectionId | undefined {
        return use === 'awsServices' ? undefined : RememberedChoices.ofService(this.store.current.choices, use);
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
