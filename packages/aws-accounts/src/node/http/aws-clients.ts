import type { SSOClient } from '@aws-sdk/client-sso';
import type { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { injectable } from '@theia/core/shared/inversify';

/** Without these the SDK waits for ever on a server that does not answer. Milliseconds. */
export const REQUEST_HANDLER_OPTIONS = { connectionTimeout: 5000, requestTimeout: 15_000, throwOnRequestTimeout: true } as const;

/**
 * Makes the SDK clients for sign-in and identity. The SDK is loaded on first use: an IDE whose user does not turn to AWS never pays for it.
 * Endpoints are the SDK's own, so `AWS_ENDPOINT_URL` and its service-specific forms count.
 */
@injectable()
export class AwsClients {

    /** One attempt only: a poll comes again anyway, and a rotated refresh token must not be sent twice. */
    async oidc(region: string): Promise<SSOOIDCClient> {
        const { SSOOIDCClient: Client } = await import('@aws-sdk/client-sso-oidc');
        return new Client({ region, maxAttempts: 1, requestHandler: REQUEST_HANDLER_OPTIONS });
    }

    async portal(region: string): Promise<SSOClient> {
        const { SSOClient: Client } = await import('@aws-sdk/client-sso');
        return new Client({ region, requestHandler: REQUEST_HANDLER_OPTIONS });
    }

    async sts(region: string, credentials: STSClientConfig['credentials']): Promise<STSClient> {
        const { STSClient: Client } = await import('@aws-sdk/client-sts');
        return new Client({ region, credentials, requestHandler: REQUEST_HANDLER_OPTIONS });
    }
}
