import type { SourceLocation } from '../value/source-location';

/** An address that calls go to instead of AWS's own, because a setting says so. Plain facts: no user name, no password. */
export interface ConfiguredEndpoint {
    /** Source of the address: a variable of the backend's environment, such as `AWS_ENDPOINT_URL`, or `endpoint_url` of a config file. */
    readonly setting: string;
    /** `localhost:4566`; `?` where the value is no address. */
    readonly host: string;
    /** The one service that it is for, spelled as settings spell it: `sso_oidc`. Absent: for every service. */
    readonly service?: string;
    /** Its place, if it stands in a file. */
    readonly location?: SourceLocation;
}

/** Every endpoint that the environment configures, and the one that sign-ins talk to. */
export interface ConfiguredEndpoints {
    readonly all: readonly ConfiguredEndpoint[];
    readonly signIn?: ConfiguredEndpoint;
}

export namespace ConfiguredEndpoint {

    /** The host of an address as AWS tools accept one (http or https); `undefined` for anything else. */
    export function hostOf(address: string): string | undefined {
        const { protocol, host } = URL.canParse(address) ? new URL(address) : { protocol: '', host: '' };
        return host !== '' && (protocol === 'https:' || protocol === 'http:') ? host : undefined;
    }

    /** The one that calls of `service` go to, the first of `sources` that has any. Within a source, that of the service wins. */
    export function serving<T extends Pick<ConfiguredEndpoint, 'service'>>(
        service: string,
        ...sources: readonly (readonly T[])[]
    ): T | undefined {
        for (const source of sources) {
            const found = source.find(endpoint => endpoint.service === service) ?? source.find(endpoint => endpoint.service === undefined);
            if (found !== undefined) {
                return found;
            }
        }
        return undefined;
    }
}

/**
 * Tells whether `host` (of a URL) can be nothing but the machine itself, so that plain HTTP to it stays on the machine (RFC 8252 section
 * 8.3).
 */
export function isLoopbackHost(host: string): boolean {
    return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
