import type { RpcServer } from '@theia/core/lib/common/messaging/proxy-factory';
import type { AwsConnectionId } from 'theia-aws-accounts/lib/common';
import type { ExtensionConsent } from './extension-consent';

export const AWS_PLUGIN_PATH = '/services/aws-accounts-plugin-ext';

/** The `contributes.awsRequirements` of one extension, as it was found. */
export interface ExtensionManifest {
    /** `publisher.name` in lower case. */
    readonly extensionId: string;
    /** Ids of the commands that the extension contributes. */
    readonly commands: readonly string[];
    /** Not validated. */
    readonly awsRequirements: unknown;
}

/** A secret that an extension may fetch from the backend once. */
export interface SecretRequest {
    readonly extensionId: string;
    readonly connectionId: AwsConnectionId;
    /** Scopes of the token that is wanted; absent: IAM credentials are wanted. */
    readonly scopes?: readonly string[];
}

export interface AwsPluginClient {
    /** All consents; told to every window. */
    notifyConsents(consents: readonly ExtensionConsent[]): void;
}

export const AwsPluginServer = Symbol('AwsPluginServer');

/** The backend half of the bridge. Nothing that it returns to a window is worth anything without a plugin host of this backend. */
export interface AwsPluginServer extends RpcServer<AwsPluginClient> {
    getConsents(): Promise<readonly ExtensionConsent[]>;
    allow(consent: ExtensionConsent): Promise<void>;
    revoke(extensionId: string, connectionId: AwsConnectionId): Promise<void>;
    /** Declarations of the deployed extensions; those that declare nothing are left out. */
    getManifests(): Promise<readonly ExtensionManifest[]>;
    /**
     * A ticket with which a plugin host of this backend fetches the secret, once and within a minute. Rejects with `AwsAccountsError`,
     * `accessDenied` when the person has not let the extension use the connection.
     */
    issueTicket(request: SecretRequest): Promise<string>;
}
