import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Agent, AgentCallbackReturn, ClientRequest, RequestOptions } from 'agent-base';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { PROXY_ERROR_CODE } from './proxy-choice';

export interface OutboundOptions {
    readonly secure: boolean;
    /** Replaces the certificate authorities of Node.js. */
    readonly ca: string | undefined;
    /** Keeps connections open that go straight; those through a proxy end with their request. */
    readonly keepAlive: boolean;
    proxyFor(url: URL): string | undefined;
}

/** An agent as Node.js takes it, which chooses the way for each request: straight, or through the proxy for its host. */
export class OutboundAgent {

    readonly protocol: string;
    readonly keepAlive: boolean;
    readonly maxSockets = Number.POSITIVE_INFINITY;
    protected readonly direct: HttpAgent;
    protected readonly proxied: Agent;

    constructor(protected readonly options: OutboundOptions) {
        const { secure, ca, keepAlive } = options;
        this.protocol = secure ? 'https:' : 'http:';
        this.keepAlive = keepAlive;
        this.direct = secure ? new HttpsAgent({ keepAlive, ca }) : new HttpAgent({ keepAlive });
        // eslint-disable-next-line @typescript-eslint/no-misused-promises -- agent-base takes callbacks with promises too; its overloads hide that
        this.proxied = new Agent((request: ClientRequest, target: RequestOptions) => this.connect(request, target));
    }

    /** Called by Node.js for each request. */
    addRequest(request: ClientRequest, target: RequestOptions): void {
        if (this.proxyOf(target) === undefined) {
            // Undocumented in Node.js, and what every agent that hands over to another one calls.
            (this.direct as unknown as Agent).addRequest(request, target);
        } else {
            this.proxied.addRequest(request, { ...target, secureEndpoint: this.options.secure });
        }
    }

    destroy(): void {
        this.direct.destroy();
    }

    protected async connect(request: ClientRequest, target: RequestOptions): Promise<AgentCallbackReturn> {
        const { secure, ca } = this.options;
        try {
            const proxy = this.proxyOf(target) ?? '';
            const agent: Agent = secure ? new HttpsProxyAgent(proxy) : new HttpProxyAgent(proxy);
            return await agent.callback(request, ca === undefined ? target : { ...target, ca });
        } catch (error) {
            throw Object.assign(new Error('The proxy could not be used.', { cause: error }), { code: PROXY_ERROR_CODE });
        }
    }

    protected proxyOf({ host = 'localhost', port }: RequestOptions): string | undefined {
        return this.options.proxyFor(new URL(`${this.protocol}//${host.includes(':') ? `[${host}]` : host}:${port}`));
    }
}
