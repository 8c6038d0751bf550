import type { AwsCredentialIdentity } from '@smithy/types';
import type { Disposable } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AwsFailure } from '../common/state/aws-accounts-error';
import { AwsConnection, AwsConnectionId, IamProfileConnection } from '../common/connection/aws-connection';
import { AwsPartitions } from '../common/region/aws-partitions';
import { AwsScopes } from '../common/token-service/aws-scopes';
import type { AwsUse } from '../common/token-service/connection-use';
import { DeveloperProfile } from '../common/token-service/developer-profile';
import { AwsAccounts } from './aws-accounts';
import { RememberedChoices } from './choices/remembered-choices';
import { ConnectionStore } from './connection/connection-store';
import { ConnectionCredentials } from './credentials/connection-credentials';
import { ConnectionFeed, FeedReceiver, FeedSource } from './feed/connection-feed';
import type { EndpointOptions } from './http/service-endpoints';
import { Clock } from './process/clock';
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
    @inject(ConnectionCredentials) protected readonly credentials: ConnectionCredentials;
    @inject(SsoSessionRegistry) protected readonly sessions: SsoSessionRegistry;
    @inject(ProfileConnector) protected readonly connector: ProfileConnector;
    @inject(RecentUse) protected readonly recent: RecentUse;
    @inject(SsoTokenManager) protected readonly tokens: SsoTokenManager;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ILogger) @named('aws-accounts:AwsConnectionProviders') protected readonly logger: ILogger;
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
        return this.feed(connectionId, receiver, {
            ask: this.tokenProvider(connectionId, scopes, workspace),
            endOf: ({ expiration }) => expiration.getTime(),
            identityOf: ({ token, developerProfile }) => JSON.stringify([token, developerProfile])
        }, workspace);
    }

    feedCredentials(connectionId: AwsConnectionId, receiver: FeedReceiver<AwsCredentialIdentity>): Disposable {
        return this.feed(connectionId, receiver, {
            ask: this.credentialProvider(connectionId),
            endOf: ({ expiration }) => expiration?.getTime(),
            identityOf: ({ accessKeyId, secretAccessKey, sessionToken }) => JSON.stringify([accessKeyId, secretAccessKey, sessionToken])
        });
    }

    protected feed<T>(
        id: AwsConnectionId, receiver: FeedReceiver<T>, source: Omit<FeedSource<T>, 'known' | 'onDidChange'>, workspace = ''
    ): Disposable {
        const known = (): { readonly state: string; readonly endsAt?: string } => {
            const state = this.store.stateOf(id);
            const profile = RememberedChoices.developerProfileOf(this.store.current.choices, id, workspace);
            const own = state.kind === 'signedIn' ? state.own ?? [] : [];
            return {
                state: [state.kind, profile?.arn ?? '', ...own].join(' '), endsAt: 'expiresAt' in state ? state.expiresAt : undefined
            };
        };
        const onDidChange = (listener: () => void): Disposable => this.store.onDidChange(listener);
        return new ConnectionFeed({ ...source, known, onDidChange }, receiver, this.clock, error => {
            // Not its message: it is the receiver's, which has just seen a secret.
            const { reason } = AwsFailure.of(error);
            void this.logger.error(`AWS Accounts could not hand over a token or credentials of ${id} to their receiver: ${reason}.`);
        });
    }

    reportRefusal(use: AwsUse, words: string, connectionId = this.userConnection(use)): void {
        if (connectionId !== undefined) {
            this.store.noteRefusal(use, connectionId, words);
        }
    }

    reportAcceptance(use: AwsUse, connectionId = this.userConnection(use)): void {
        if (connectionId !== undefined) {
            this.store.noteAcceptance(use, connectionId);
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
