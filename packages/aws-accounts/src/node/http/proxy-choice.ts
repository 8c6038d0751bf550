/** The code of errors on the way to a proxy. */
export const PROXY_ERROR_CODE = 'ERR_AWS_ACCOUNTS_PROXY';

/** Environment variables, by their names. */
type Variables = { readonly [name: string]: string | undefined };

/**
 * The proxy that the environment names for requests to `url`; `undefined` for none. `NO_PROXY` is a list of hosts, each for its subdomains too, and for one port
 * if it names one; `*` is every host. Small letters win. So do curl and the AWS CLI.
 */
export function proxyFor(url: URL, variables: Variables): string | undefined {
    const read = (name: string): string | undefined => variables[name.toLowerCase()] || variables[name] || undefined;
    const proxy = read(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read('ALL_PROXY');
    if (proxy === undefined || exempts(read('NO_PROXY') ?? '', url)) {
        return undefined;
    }
    return proxy.includes('://') ? proxy : `http://${proxy}`;
}

function exempts(list: string, { hostname, protocol, port }: URL): boolean {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    return list.toLowerCase().split(/[\s,]+/).filter(entry => entry !== '').some(entry => {
        const [, name, onlyPort] = /^(\[[^\]]*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? ['', entry];
        const domain = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '');
        const fits = name === '*' || host === domain || host.endsWith(`.${domain}`);
        return fits && (onlyPort === undefined || onlyPort === (port || (protocol === 'https:' ? '443' : '80')));
    });
}
