import type { SSOClient } from '@aws-sdk/client-sso';
import type { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import type { NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { inject, injectable } from '@theia/core/shared/inversify';
import { NetworkSettings } from './network-settings';
import type { OutboundProxy } from './outbound-agent';

/** Without these the SDK waits for ever on a server that does not answer, or falls silent within its answer (`socketTimeout`). Milliseconds. */
export const REQUEST_HANDLER_OPTIONS = { connectionTimeout: 5000, requestTimeout: 15_000, socketTimeout: 15_000, throwOnRequestTimeout: true };

/**
 * Makes the SDK clients for sign-in and identity: every call that this extension makes goes through the time-outs, the proxy and the certificate authorities
 * set here. The SDK is loaded on first use: an IDE whose user does not turn to AWS never pays for it.
 * Endpoints are the SDK's own, so `AWS_ENDPOINT_URL` and its service-specific forms count.
 */
@injectable()
export class AwsClients {

    @inject(NetworkSettings) protected readonly network: NetworkSettings;

    protected readonly timeouts: Readonly<typeof REQUEST_HANDLER_OPTIONS> = REQUEST_HANDLER_OPTIONS;
    protected readonly portals = new Map<string, Promise<SSOClient>>();
    protected readonly portalsOnce = new Map<string, Promise<SSOClient>>();

    /** One attempt only: a poll comes again anyway, and a rotated refresh token must not be sent twice. What may be repeated is repeated by its caller. */
    async oidc(region: string, caBundle?: string): Promise<SSOOIDCClient> {
        const { SSOOIDCClient: Client } = await import('@aws-sdk/client-sso-oidc');
        return new Client({ region, maxAttempts: 1, requestHandler: await this.requestHandler(caBundle) });
    }

    /** One for each region, since listing the roles of many accounts is many calls. */
    portal(region: string, caBundle?: string): Promise<SSOClient> {
        const key = JSON.stringify([region, caBundle]);
        const known = this.portals.get(key) ?? this.makePortal(region, caBundle);
        this.portals.set(key, known);
        known.catch(() => this.portals.delete(key));
        return known;
    }

    /** As `portal`, but one attempt only: for callers that keep to a rate and repeat within it. */
    portalOnce(region: string, caBundle?: string): Promise<SSOClient> {
        const key = JSON.stringify([region, caBundle]);
        const known = this.portalsOnce.get(key) ?? this.makePortal(region, caBundle, 1);
        this.portalsOnce.set(key, known);
        known.catch(() => this.portalsOnce.delete(key));
        return known;
    }

    /**
     * Without `credentials` the client is for calls that need none, such as AssumeRoleWithWebIdentity.
     *
     * @param caBundle the setting of the profile that the call is for
     */
    async sts(region: string, credentials?: STSClientConfig['credentials'], caBundle?: string): Promise<STSClient> {
        const { STSClient: Client } = await import('@aws-sdk/client-sts');
        return new Client({ region, credentials, requestHandler: await this.requestHandler(caBundle) });
    }

    /**
     * For clients that somebody else makes.
     *
     * @param keepAlive keeps connections open: for many calls in a row. Of calls that are far apart, the second would meet a connection that was just closed.
     */
    async requestHandler(caBundle?: string, keepAlive = false): Promise<NodeHttpHandlerOptions> {
        const { OutboundAgent } = await import('./outbound-agent');
        const ca = await this.network.certificateAuthorities(caBundle);
        await this.network.ready();
        const proxyFor = (url: URL): OutboundProxy | undefined => this.proxyFor(url);
        const [httpAgent, httpsAgent] = [false, true].map(secure => new OutboundAgent({ secure, ca, keepAlive, proxyFor }));
        return { ...this.timeouts, httpAgent, httpsAgent };
    }

    protected proxyFor(url: URL): OutboundProxy | undefined {
        const choice = this.network.proxyFor(url);
        return choice && { address: choice.address, authorization: this.network.proxyAuthorization };
    }

    protected async makePortal(region: string, caBundle?: string, maxAttempts?: number): Promise<SSOClient> {
        const { SSOClient: Client } = await import('@aws-sdk/client-sso');
        return new Client({ region, maxAttempts, requestHandler: await this.requestHandler(caBundle, true) });
    }
}
