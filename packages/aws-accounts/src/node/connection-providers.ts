import type { AwsCredentialIdentity } from '@smithy/types';
import type { Disposable } from '@theia/core/lib/common/disposable';
import { ILogger } from '@theia/core/lib/common/logger';
import { inject, injectable, named } from '@theia/core/shared/inversify';
import { AwsFailure } from '../common/aws-accounts-error';
import { AwsConnection, AwsConnectionId, IamProfileConnection } from '../common/aws-connection';
import { AwsScopes } from '../common/aws-scopes';
import type { AwsUse } from '../common/connection-use';
import type { DeveloperProfile } from '../common/developer-profile';
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
import { SsoToken } from './sso/token/sso-token';
import { SsoTokenManager } from './sso/token/sso-token-manager';

/** A bearer token as the AWS SDK's `token` client option wants it. */
export interface BearerToken {
    readonly token: string;
    readonly expiration: Date;
    /** Start URL of the sign-in: it tells Builder ID from IAM Identity Center. */
    readonly startUrl: string;
    /** What the person works with in Amazon Q; absent: none was chosen, or the service wants none. */
    readonly developerProfile?: DeveloperProfile;
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
     *
     * @param workspace URI of the workspace whose developer profile the result carries; absent: the one chosen last
     */
    tokenProvider(connectionId: AwsConnectionId, scopes: readonly string[], workspace?: string): () => Promise<BearerToken>;
    /**
     * For a process that keeps a token and cannot ask for one: gives it each token before the one that it has runs out, and takes it back
     * when the person signs out. End it by `dispose`.
     */
    feedToken(
        connectionId: AwsConnectionId, scopes: readonly string[], receiver: FeedReceiver<BearerToken>, workspace?: string
    ): Disposable;
    /** The same with credentials of a profile. */
    feedCredentials(connectionId: AwsConnectionId, receiver: FeedReceiver<AwsCredentialIdentity>): Disposable;
    /**
     * Shows on the use that its service takes the sign-in and refuses the person, for example because they have no subscription. The
     * sign-in stays as it is.
     *
     * @param words what the service said; they are shown literally
     */
    reportRefusal(use: AwsUse, words: string, connectionId?: AwsConnectionId): void;
    /** The service took the person: what it said before is no longer true. */
    reportAcceptance(use: AwsUse, connectionId?: AwsConnectionId): void;
    /** AWS takes this token no more, although its time is not over. The connection shows as expired until there is another token. */
    reportRejection(connectionId: AwsConnectionId, token: string): void;
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
    @inject(Clock) protected readonly clock: Clock;
    @inject(ILogger) @named('aws-accounts:AwsConnectionProviders') protected readonly logger: ILogger;

    credentialProvider(connectionId: AwsConnectionId): () => Promise<AwsCredentialIdentity> {
        return async () => {
            const profile = await this.profile(connectionId);
            return this.observed(profile, () => this.credentials.get(profile));
        };
    }

    tokenProvider(connectionId: AwsConnectionId, scopes: readonly string[], workspace = ''): () => Promise<BearerToken> {
        return async () => {
            await this.accounts.restore();
            const session = this.sessions.get(connectionId);
            if (session === undefined) {
                throw AwsFailure.toError({ reason: 'connectionNotFound', subject: connectionId });
            }
            const token = await this.observed(this.store.require(connectionId), () => this.tokens.getToken(session));
            const missing = AwsScopes.missing(scopes, SsoToken.scopes(token, session));
            if (missing.length > 0) {
                throw AwsFailure.toError({ reason: 'invalidScope', subject: connectionId, detail: missing.join(' ') });
            }
            return {
                token: token.accessToken, expiration: new Date(SsoToken.instant(token.expiresAt)), startUrl: session.startUrl,
                developerProfile: RememberedChoices.developerProfileOf(this.store.current.choices, connectionId, workspace)
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
            return { state: `${state.kind} ${profile?.arn ?? ''}`, endsAt: 'expiresAt' in state ? state.expiresAt : undefined };
        };
        const onDidChange = (listener: () => void): Disposable => this.store.onDidChange(listener);
        return new ConnectionFeed({ ...source, known, onDidChange }, receiver, this.clock, () =>
            this.logger.error('AWS Accounts could not hand over a token or credentials to whoever waits for them.'));
    }

    reportRefusal(use: AwsUse, words: string, connectionId = this.userConnection(use)): void {
        if (connectionId !== undefined) {
            this.store.noteRefusal(use, connectionId, words);
        }
    }

    reportAcceptance(use: AwsUse, connectionId = this.userConnection(use)): void {
        if (connectionId !== undefined) {
            this.store.noteRefusal(use, connectionId);
        }
    }

    reportRejection(connectionId: AwsConnectionId, token: string): void {
        const session = this.sessions.get(connectionId);
        if (session !== undefined) {
            this.recent.note(connectionId);
            this.tokens.reject(session, token);
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
        const connection = this.store.require(connectionId);
        if (connection.kind !== 'iamProfile') {
            throw AwsFailure.toError({ reason: 'connectionNotFound', subject: connectionId });
        }
        return connection;
    }

    /** What a consumer meets with is the truth, so it shows: in every window, without anybody having asked. */
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
