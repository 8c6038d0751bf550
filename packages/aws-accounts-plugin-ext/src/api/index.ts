/**
 * Types for authors of VS Code extensions. Nothing of Theia is imported.
 *
 * @module theia-aws-accounts-plugin-ext
 */

/**
 * The API for VS Code extensions, in an IDE that has `theia-aws-accounts-plugin-ext`:
 *
 * ```ts
 * import type { AwsAccountsApi } from 'theia-aws-accounts-plugin-ext';
 * const aws = require('theia-aws-accounts-plugin-ext') as AwsAccountsApi;
 * ```
 *
 * In any other IDE `require` throws `MODULE_NOT_FOUND`. An extension written as ES module gets it by `createRequire(import.meta.url)`.
 */
export interface AwsAccountsApi {
    /** Raised when something is changed in a way that is not compatible. */
    readonly version: 1;
    /** Resolves when `uses` and `connections` are known for the first time. */
    readonly ready: Promise<void>;
    /** The connections of AWS services and of each token service in this window. */
    readonly uses: AwsUses;
    /** The connections that the person let this extension use. */
    readonly connections: readonly AwsApiConnection[];
    /** `uses` or `connections` are different now. */
    onDidChange(listener: () => void): { dispose(): void };
    /**
     * The IAM profile that is in use for AWS services. Asks the person to choose one if there is none, and, the first time, whether this
     * extension may use it.
     *
     * Rejects with an error named `Canceled` when the person decides against it; with `silent`, instead of asking, with one named
     * `AwsRequirementNotMet` or `AwsConsentMissing`.
     */
    requireIam(options?: RequireOptions): Promise<AwsApiConnection>;
    /** The same for a token with these scopes, from the connection that is in use for the token service whose scopes they are. */
    requireToken(scopes: readonly string[], options?: RequireTokenOptions): Promise<AwsApiConnection>;
    /**
     * For the `credentials` option of an AWS SDK client. Always serves the connection it was made for, never prompts, and rejects as soon
     * as the person has taken the permission back.
     */
    credentialProvider(connection: AwsApiConnection | string): () => Promise<AwsApiCredentials>;
    /** For the `token` option of an AWS SDK client. */
    tokenProvider(connection: AwsApiConnection | string, scopes: readonly string[]): () => Promise<AwsApiToken>;
}

export interface RequireOptions {
    /** The next act of the person, as they know it. Absent: the name of the extension. */
    readonly command?: string;
    /** Do not ask, but reject. */
    readonly silent?: boolean;
    /**
     * Effect in AWS. With a profile that the person marked as production, they are asked first; with `silent` it rejects with
     * `AwsProductionUnconfirmed`.
     */
    readonly effect?: 'read' | 'change' | 'destroy';
}

export interface RequireTokenOptions extends RequireOptions {
    /** Id of the token service, as in `uses`. Absent: the one whose scopes are asked for. */
    readonly service?: string;
}

/** A connection, without anything that would let somebody use it. */
export interface AwsApiConnection {
    /** Also the `id` of the session that `vscode.authentication` gives for it. */
    readonly id: string;
    readonly kind: 'builderId' | 'identityCenter' | 'iamProfile';
    readonly name: string;
    readonly region: string;
    /** The same words as in the view: `signedIn`, `connected`, `expired`, `unreachable`... */
    readonly state: string;
}

export interface AwsUseState {
    /** State of the connection that serves the use; `none` when it has none. */
    readonly state: string;
    /** Absent when there is none, and as long as the person has not let this extension use it. */
    readonly connection?: AwsApiConnection;
}

/** By use: AWS services, and each token service of the product by its id. */
export interface AwsUses {
    readonly codeWhisperer: AwsUseState;
    readonly awsServices: AwsUseState;
    readonly [service: string]: AwsUseState;
}

/** Credentials in the form of `AwsCredentialIdentity` of the AWS SDK for JavaScript. */
export interface AwsApiCredentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
    readonly expiration?: Date;
}

/** A token in the form of `TokenIdentity` of the AWS SDK for JavaScript. */
export interface AwsApiToken {
    readonly token: string;
    readonly expiration: Date;
}
