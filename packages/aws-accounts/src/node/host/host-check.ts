import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ILogger } from '@theia/core/lib/common/logger';
import { BackendApplicationCliContribution, BackendApplicationContribution } from '@theia/core/lib/node/backend-application';
import { BackendApplicationHosts } from '@theia/core/lib/node/hosting/backend-application-hosts';
import type { WsRequestValidatorContribution } from '@theia/core/lib/node/ws-request-validators';
import { inject, injectable, named, optional } from '@theia/core/shared/inversify';
import { AwsEnvironment } from '../process/aws-environment';
import { productConfiguration } from '../process/product-configuration';
import { AllowedHosts } from './allowed-hosts';

/** `theia.backend.config` of a product, as far as it is about hosts. */
interface ConfiguredHosts {
    readonly awsAccounts?: { readonly hosts?: unknown };
}

/** Theia's own patterns for views of extensions and for the browser in the IDE, where no variable says otherwise. */
const VIEWS = {
    THEIA_WEBVIEW_EXTERNAL_ENDPOINT: '{{uuid}}.webview.{{hostname}}',
    THEIA_MINI_BROWSER_HOST_PATTERN: '{{uuid}}.mini-browser.{{hostname}}'
};

const REFUSAL = 'This is not an address of the IDE. Set THEIA_HOSTS to the names under which it is reached, and start it again.\n';

const HEADERS = { 'Content-Type': 'text/plain; charset=utf-8', 'Connection': 'close' };

/** Names that the log tells; a page could make up any number of them. */
const MOST_LOGGED = 10;

/** Refuses every request and socket that a page under a foreign name could have made, before anything else sees it. */
@injectable()
export class HostCheck implements BackendApplicationContribution, WsRequestValidatorContribution {

    @inject(BackendApplicationCliContribution) protected readonly cli: BackendApplicationCliContribution;
    @inject(BackendApplicationHosts) @optional() protected readonly known: BackendApplicationHosts | undefined;
    @inject(AwsEnvironment) protected readonly environment: AwsEnvironment;
    @inject(ILogger) @named('aws-accounts:HostCheck') protected readonly logger: ILogger;

    protected hosts: AllowedHosts | undefined;
    protected readonly logged = new Set<string>();

    /** Tells whether the request names this backend. */
    allows({ headers: { host } }: Pick<IncomingMessage, 'headers'>): boolean {
        this.hosts ??= this.readHosts();
        const allowed = this.hosts.has(host);
        if (!allowed) {
            this.log(host);
        }
        return allowed;
    }

    /** For sockets of whatever kind, also where they opened before `onStart`. */
    allowWsUpgrade(request: IncomingMessage): boolean {
        return this.allows(request);
    }

    /**
     * Stands in front of the server's own events: the socket server replaces all listeners, and the polling handshake is an ordinary
     * request without an `Origin`.
     */
    onStart(server: Pick<Server, 'emit'>): void {
        const emit = server.emit.bind(server) as (event: string, ...args: unknown[]) => boolean;
        server.emit = (event: string, ...args: unknown[]): boolean => this.isRefused(event, args) || emit(event, ...args);
    }

    protected isRefused(event: string, [request, answer]: readonly unknown[]): boolean {
        switch (event) {
            case 'request':
            case 'checkContinue':
            case 'checkExpectation':
                return this.refuses(request, () => (answer as ServerResponse).writeHead(403, HEADERS).end(REFUSAL));
            case 'upgrade':
                return this.refuses(request, () =>
                    (answer as Duplex).end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
                );
            default:
                return false;
        }
    }

    protected refuses(request: unknown, refuse: () => void): boolean {
        const refused = !this.allows(request as IncomingMessage);
        if (refused) {
            refuse();
        }
        return refused;
    }

    protected readHosts(): AllowedHosts {
        const { awsAccounts }: ConfiguredHosts = productConfiguration();
        const { variables = {}, host } = this.environment;
        return new AllowedHosts({
            bound: this.cli.hostname ?? '',
            machine: host,
            allowed: [...this.known?.hosts ?? [], ...strings(awsAccounts?.hosts)],
            views: Object.entries(VIEWS).map(([name, pattern]) => variables[name] || pattern)
        });
    }

    protected log(host: string | undefined): void {
        const text = JSON.stringify((host ?? '').slice(0, 100));
        if (this.logged.size < MOST_LOGGED && !this.logged.has(text)) {
            this.logged.add(text);
            void this.logger.warn(`The host ${text} was refused. Where the IDE is reached under that name, set THEIA_HOSTS to it.`);
        }
    }
}

function strings(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
