import { Agent as HttpAgent, ClientRequest as HttpRequest, validateHeaderValue } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Agent, AgentCallbackReturn, ClientRequest, RequestOptions } from 'agent-base';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent, HttpsProxyAgentOptions } from 'https-proxy-agent';
import { PROXY_ERROR_CODE } from './proxy-choice';

/** Said explicitly: `NODE_TLS_REJECT_UNAUTHORIZED` decides where nobody says anything. */
const VERIFYING = { rejectUnauthorized: true };

export interface OutboundOptions {
    readonly secure: boolean;
    /** Replaces the certificate authorities of Node.js. */
    readonly ca: string | undefined;
    /** Keeps connections open that go straight; those through a proxy end with their request. */
    readonly keepAlive: boolean;
    proxyFor(url: URL): OutboundProxy | undefined;
}

/** The way through a proxy. Holds secrets. */
export interface OutboundProxy {
    readonly address: string;
    /** Sent as `Proxy-Authorization`, and to nobody but the proxy; a user name in the address wins. */
    readonly authorization?: string;
}

/** An agent as Node.js takes it, which chooses the way for each request: straight, or through the proxy for its host. */
export class OutboundAgent {

    readonly protocol: string;
    /**
     * Node.js reads it from the agent, whichever module makes the request, and dials it where an address names no port; without it that is
     * 80, for https too. As a port of the request it would stand in the header `Host`, which AWS has signed.
     */
    readonly defaultPort: number;
    readonly keepAlive: boolean;
    readonly maxSockets = Number.POSITIVE_INFINITY;
    protected readonly direct: HttpAgent;
    protected readonly proxied: Agent;

    constructor(protected readonly options: OutboundOptions) {
        const { secure, ca, keepAlive } = options;
        this.protocol = secure ? 'https:' : 'http:';
        this.defaultPort = secure ? 443 : 80;
        this.keepAlive = keepAlive;
        this.direct = secure ? new HttpsAgent({ keepAlive, ca, ...VERIFYING }) : new HttpAgent({ keepAlive });
        // eslint-disable-next-line @typescript-eslint/no-misused-promises -- agent-base takes promises too; its overloads hide that
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
            const { address, authorization } = this.proxyOf(target) ?? { address: '' };
            const proxy = { ...locationOf(new URL(address)), ca, headers: authorizationHeader(authorization), ...VERIFYING };
            if (!secure) {
                // It is one of Node.js, which the types of agent-base do not say.
                Object.entries(proxy.headers).forEach(([name, value]) => (request as unknown as HttpRequest).setHeader(name, value));
            }
            const agent: Agent = secure ? new HttpsProxyAgent(proxy) : new HttpProxyAgent(proxy);
            return await agent.callback(request, { ...target, ...VERIFYING, ...ca !== undefined && { ca } });
        } catch (error) {
            throw Object.assign(new Error('The proxy could not be used.', { cause: error }), { code: PROXY_ERROR_CODE });
        }
    }

    protected proxyOf({ host = 'localhost', port = this.defaultPort }: RequestOptions): OutboundProxy | undefined {
        return this.options.proxyFor(new URL(`${this.protocol}//${host.includes(':') ? `[${host}]` : host}:${port}`));
    }
}

/** As the agents of proxies take it. */
function locationOf({ protocol, hostname, port, username, password }: URL): HttpsProxyAgentOptions {
    const auth = username === '' ? undefined : `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { protocol, host: hostname.replace(/^\[|\]$/g, ''), port, auth };
}

/** @throws if the value is none that a header can have, such as one of two lines */
function authorizationHeader(authorization: string | undefined): { readonly [name: string]: string } {
    if (authorization === undefined) {
        return {};
    }
    validateHeaderValue('Proxy-Authorization', authorization);
    return { 'Proxy-Authorization': authorization };
}
