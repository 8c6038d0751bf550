import type { AwsCredentialIdentity } from '@smithy/types';
import type { Disposable } from '@theia/core/lib/common/disposable';
import type { AwsConnectionId } from '../common/connection/aws-connection';
import type { AwsUse } from '../common/token-service/connection-use';
import type { DeveloperProfile } from '../common/token-service/developer-profile';
import type { FeedReceiver } from './feed/connection-feed';
import type { EndpointOptions } from './http/service-endpoints';

/** A bearer token as the AWS SDK's `token` client option wants it. */
export interface BearerToken {
    readonly token: string;
    readonly expiration: Date;
    /** Start URL of the sign-in: it tells Builder ID from IAM Identity Center. */
    readonly startUrl: string;
    /** Region of calls to the service with the token: that of the developer profile, else the first of Amazon Q. */
    readonly region: string;
    /** The profile that the person works with in Amazon Q; absent: none was chosen, or the service wants none. */
    readonly developerProfile?: DeveloperProfile;
}

/**
 * Public API for backend code of other Theia extensions: credentials and tokens by connection id. Its results are secret and have to stay
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
     * not granted. A token that opens accounts is never given to who did not ask for `sso:account:access`: they get one of its own, or
     * `signInRequired` with the detail `ownSignIn` until a person signs in for it, which `AwsAccountsFrontend.useFor` asks for.
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
     * @param connectionId the connection that was refused; absent: the one that the person uses for the service
     */
    reportRefusal(use: AwsUse, words: string, connectionId?: AwsConnectionId): void;
    /** The service took the person: what it said before is no longer true. `connectionId` as in `reportRefusal`. */
    reportAcceptance(use: AwsUse, connectionId?: AwsConnectionId): void;
    /** AWS takes this token no more, although its time is not over. The connection shows as expired until there is another token. */
    reportRejection(connectionId: AwsConnectionId, token: string): void;
    /** The region of the profile, as the view shows it. Rejects with `AwsAccountsError`. */
    region(connectionId: AwsConnectionId): Promise<string>;
    /**
     * The endpoint of an AWS SDK client, as environment and profile say: `new LambdaClient({ credentials, region, ...endpoint })`.
     * Without it a client takes the endpoint of the default profile, whichever profile the credentials are of. Rejects with
     * `AwsAccountsError`.
     *
     * @param service as config files spell it: `lambda`, `elastic_beanstalk`
     */
    endpoint(connectionId: AwsConnectionId, service: string): Promise<EndpointOptions>;
}

/** The same, once the services are there: for the binding of `AwsConnectionProviders` alone. */
export const LateConnectionProviders = Symbol('AwsLateConnectionProviders');
export type LateConnectionProviders = AwsConnectionProviders;
