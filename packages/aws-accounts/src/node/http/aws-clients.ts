import type { SSOClient, SSOClientConfig } from '@aws-sdk/client-sso';
import type { SSOOIDCClient } from '@aws-sdk/client-sso-oidc';
import type { STSClient, STSClientConfig } from '@aws-sdk/client-sts';
import type { NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { inject, injectable } from '@theia/core/shared/inversify';
import { FIXED_OPTIONS } from './client-settings';
import { NetworkSettings } from './network-settings';
import type { OutboundProxy } from './outbound-agent';
import { CalledService, CallSettings, EndpointOptions, ServiceEndpoints } from './service-endpoints';
import { limitedHandler } from './limited-body';

/**
 * Without these the SDK waits for ever on a server that does not answer, or falls silent within its answer (`socketTimeout`). Milliseconds.
 */
export const REQUEST_HANDLER_OPTIONS = {
    connectionTimeout: 5000,
    requestTimeout: 15_000,
    socketTimeout: 15_000,
    throwOnRequestTimeout: true
};

/**
 * Makes the SDK clients for sign-in and identity: every call that this extension makes goes through the time-outs, the proxy and the
 * certificate authorities set here. The SDK is loaded on first use: an IDE whose user does not turn to AWS never pays for it. Calls of no
 * profile, sign-ins above all, go to AWS unless the environment says otherwise, whatever stands in a config file; those of a profile to
 * where that says.
 */
@injectable()
export class AwsClients {

    @inject(NetworkSettings) protected readonly network: NetworkSettings;

    protected readonly timeouts: Readonly<typeof REQUEST_HANDLER_OPTIONS> = REQUEST_HANDLER_OPTIONS;
    protected readonly portals = new Map<string, Promise<SSOClient>>();
    protected readonly portalsOnce = new Map<string, Promise<SSOClient>>();

    /**
     * One attempt only: a poll comes again anyway, and a rotated refresh token must not be sent twice. Calls that may be repeated are
     * repeated by
     * its caller.
     */
    async oidc(region: string, caBundle?: string): Promise<SSOOIDCClient> {
        const { SSOOIDCClient: Client } = await import('@aws-sdk/client-sso-oidc');
        const requestHandler = await limitedHandler(await this.requestHandler(caBundle));
        return new Client({ ...FIXED_OPTIONS, region, maxAttempts: 1, ...this.endpoint('sso_oidc'), requestHandler });
    }

    /**
     * One for each region and way there, since listing the roles of many accounts is many calls.
     *
     * @param settings of the profile that the call is for
     */
    portal(region: string, settings: Partial<CallSettings> = {}): Promise<SSOClient> {
        return this.keep(this.portals, region, settings);
    }

    /** As `portal`, but one attempt only: for callers that keep to a rate and repeat within it. */
    portalOnce(region: string, caBundle?: string): Promise<SSOClient> {
        return this.keep(this.portalsOnce, region, { caBundle }, 1);
    }

    /**
     * Without `credentials` the client is for calls that need none, such as AssumeRoleWithWebIdentity.
     *
     * @param settings of the profile that the call is for
     */
    async sts(
        region: string,
        credentials?: STSClientConfig['credentials'],
        { caBundle, endpoints }: Partial<CallSettings> = {}
    ): Promise<STSClient> {
        const { STSClient: Client } = await import('@aws-sdk/client-sts');
        const requestHandler = await limitedHandler(await this.requestHandler(caBundle));
        return new Client({
            ...FIXED_OPTIONS, sigv4aSigningRegionSet: [region], region, credentials, ...this.endpoint('sts', endpoints), requestHandler
        });
    }

    /**
     * For clients that somebody else makes.
     *
     * @param keepAlive keeps connections open: for many calls in a row. The second of two calls that are far apart would meet a connection
     * that was just closed.
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

    /** @param endpoints those of the profile that the call is for; absent: it is for none */
    endpoint(service: CalledService, endpoints = ServiceEndpoints.ofEnvironment(this.network.endpoints)): EndpointOptions {
        return endpoints.of(service);
    }

    /** As `ServiceEndpoints.forKeys`. @param endpoints those of the profile that the call is for; absent: it is for none */
    endpointForKeys(service: CalledService, endpoints = ServiceEndpoints.ofEnvironment(this.network.endpoints)): URL | undefined {
        return endpoints.forKeys(service);
    }

    protected keep(
        portals: Map<string, Promise<SSOClient>>,
        region: string,
        { caBundle, endpoints }: Partial<CallSettings>,
        maxAttempts?: number
    ): Promise<SSOClient> {
        const endpoint = this.endpoint('sso', endpoints);
        const key = JSON.stringify([region, endpoint, caBundle]);
        const config = { region, ...maxAttempts !== undefined && { maxAttempts }, ...endpoint };
        const known = portals.get(key) ?? this.makePortal(config, caBundle);
        portals.set(key, known);
        known.catch(() => portals.delete(key));
        return known;
    }

    protected async makePortal(config: SSOClientConfig, caBundle: string | undefined): Promise<SSOClient> {
        const { SSOClient: Client } = await import('@aws-sdk/client-sso');
        return new Client({ ...FIXED_OPTIONS, ...config, requestHandler: await limitedHandler(await this.requestHandler(caBundle, true)) });
    }
}
