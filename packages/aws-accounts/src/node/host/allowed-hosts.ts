import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** Names under which a browser may reach this backend. */
interface HostSettings {
    /** The name or address that the backend listens on (`--hostname`). */
    readonly bound: string;
    /** The machine's own name. */
    readonly machine: string;
    /** Names, with or without a port, that whoever runs the backend or builds the product has allowed. */
    readonly allowed: readonly string[];
    /** Hosts that serve views of extensions, with `{{uuid}}` and `{{hostname}}` in it. */
    readonly views: readonly string[];
}

/** The value of a `Host` header (RFC 9110, section 7.2), as name and port. */
const HOST = /^(\[[\da-f:.]+\]|[^:[\]/@\s]+?)\.?(?::(\d{1,5}))?$/i;

/**
 * The names under which this backend is reached. A page under any other name is somebody else's whose name came to lead here (DNS
 * rebinding): to the browser it has the same origin, so neither cookies nor `Origin` tell it apart.
 */
export class AllowedHosts {

    protected readonly allowed: ReadonlySet<string>;
    /** True when the backend is there for the whole network, under each of its addresses. */
    protected readonly isOpen: boolean;

    constructor(protected readonly settings: HostSettings) {
        const { bound, machine, allowed } = settings;
        this.isOpen = ['0.0.0.0', '::', ''].includes(bound);
        this.allowed = new Set([bound, ...allowed, ...this.isOpen ? [machine] : []].flatMap(written => asSent(written) ?? []));
    }

    /** @param host value of the `Host` header; what is no host is not allowed */
    has(host: string | undefined): boolean {
        const [, name, port] = HOST.exec(host?.toLowerCase() ?? '') ?? [];
        return name !== undefined && (this.hasName(plain(name), port) || this.isView(name));
    }

    protected hasName(name: string, port?: string): boolean {
        return isLoopback(name) || this.allowed.has(name) || this.allowed.has(withPort(name, port))
            // An address is no name that could come to lead elsewhere.
            || this.isOpen && isIP(name) !== 0;
    }

    /** Views of extensions have origins of their own, below the name of the page. */
    protected isView(name: string): boolean {
        return this.settings.views.some(pattern => {
            const [before, after] = pattern.toLowerCase().replace(/^[a-z]+:\/\//, '').split('{{hostname}}');
            const start = expression(before);
            if (after === undefined) {
                return new RegExp(`^${start}$`).test(name);
            }
            const found = new RegExp(`^${start}(.+)${expression(after)}$`).exec(name);
            return found !== null && this.hasName(found[1]);
        });
    }
}

/**
 * A name or address, with or without a port, in the form in which browsers send it: they shorten addresses and encode names in other
 * letters. Source: "Host writing" and "Host parsing", URL Standard.
 */
function asSent(written: string): string | undefined {
    const [, name, port] = isIP(written) === 0 ? HOST.exec(written) ?? [] : [undefined, written];
    if (name === undefined || name === '') {
        return undefined;
    }
    const address = plain(name);
    return withPort(isIP(address) === 6 ? plain(new URL(`http://[${address}]`).hostname) : domainToASCII(address) || address, port);
}

function withPort(name: string, port: string | undefined): string {
    return port === undefined ? name : `${name} ${port}`;
}

/** An address of IPv6 without the brackets that stand around it in front of a port. */
function plain(name: string): string {
    return name.replace(/^\[(.*)\]$/, '$1').toLowerCase();
}

/** `localhost`, names below it (RFC 6761, section 6.3), 127.0.0.0/8 and ::1. */
function isLoopback(name: string): boolean {
    return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'));
}

function expression(pattern: string): string {
    return pattern.split('{{uuid}}').map(text => text.replace(/[^a-z\d-]/g, '\\$&')).join('[a-z\\d-]+');
}
