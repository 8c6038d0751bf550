import type { SSOClient } from '@aws-sdk/client-sso';
import type { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import { injectable } from '@theia/core/shared/inversify';

/** Without these the SDK waits for ever on a server that does not answer. Milliseconds. */
export const REQUEST_HANDLER_OPTIONS = { connectionTimeout: 5000, requestTimeout: 15_000, throwOnRequestTimeout: true } as const;

/** For calls that are far apart: a connection kept open would be closed by the other side just when it is used again. */
const ONE_CALL_A_CONNECTION = { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } };

/**
 * Makes the SDK clients for sign-in and identity. The SDK is loaded on first use: an IDE whose user does not turn to AWS never pays for it.
 * Endpoints are the SDK's own, so `AWS_ENDPOINT_URL` and its service-specific forms count.
 */
@injectable()
export class AwsClients {

    protected readonly timeouts: { readonly connectionTimeout: number; readonly requestTimeout: number; readonly throwOnRequestTimeout: boolean } = REQUEST_HANDLER_OPTIONS;
    protected readonly portals = new Map<string, Promise<SSOClient>>();
    protected readonly portalsOnce = new Map<string, Promise<SSOClient>>();

    /** One attempt only: a poll comes again anyway, and a rotated refresh token must not be sent twice. What may be repeated is repeated by its caller. */
    async oidc(region: string): Promise<SSOOIDCClient> {
        const { SSOOIDCClient: Client } = await import('@aws-sdk/client-sso-oidc');
        return new Client({ region, maxAttempts: 1, requestHandler: { ...this.timeouts, ...ONE_CALL_A_CONNECTION } });
    }

    /** One for each region, since listing the roles of many accounts is many calls. */
    portal(region: string): Promise<SSOClient> {
        const known = this.portals.get(region) ?? this.makePortal(region);
        this.portals.set(region, known);
        return known;
    }

    /** As `portal`, but one attempt only: for callers that keep to a rate and repeat within it. */
    portalOnce(region: string): Promise<SSOClient> {
        const known = this.portalsOnce.get(region) ?? this.makePortal(region, 1);
        this.portalsOnce.set(region, known);
        return known;
    }

    /** Without `credentials` the client is for calls that need none, such as AssumeRoleWithWebIdentity. */
    async sts(region: string, credentials?: STSClientConfig['credentials']): Promise<STSClient> {
        const { STSClient: Client } = await import('@aws-sdk/client-sts');
        return new Client({ region, credentials, requestHandler: { ...this.timeouts, ...ONE_CALL_A_CONNECTION } });
    }

    protected async makePortal(region: string, maxAttempts?: number): Promise<SSOClient> {
        const { SSOClient: Client } = await import('@aws-sdk/client-sso');
        return new Client({ region, maxAttempts, requestHandler: this.timeouts });
    }
}
