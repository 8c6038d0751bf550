import type { AwsCredentialIdentity } from '@smithy/types';
import type { AwsConnectionId } from '../common/aws-connection';
import type { EndpointOptions } from './http/service-endpoints';

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

/** The same, once the services are there: for the binding of `AwsConnectionProviders` alone. */
export const LateConnectionProviders = Symbol('AwsLateConnectionProviders');
export type LateConnectionProviders = AwsConnectionProviders;
