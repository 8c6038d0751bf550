/** The code of errors on the way to a proxy. */
export const PROXY_ERROR_CODE = 'ERR_AWS_ACCOUNTS_PROXY';

/** Environment variables, by their names. */
type Variables = { readonly [name: string]: string | undefined };

/** A proxy, and which setting or variable names it. The address may hold a user name and a password: it stays in the backend. */
export interface ProxyChoice {
    readonly address: string;
    readonly setting: string;
}

/** The preference of Theia that names a proxy. */
export const PROXY_PREFERENCE = 'http.proxy';

/**
 * The proxy for requests to `url`; `undefined` for none. A preferred one wins over those of the environment, as in Theia. `NO_PROXY`
 * exempts from both: it is a list of hosts, each for its subdomains too, and for one port if it names one; `*` is every host. Small letters
 * win. So do curl and the AWS CLI.
 *
 * @param preferred the value of `http.proxy`
 */
export function proxyFor(url: URL, variables: Variables, preferred?: string): ProxyChoice | undefined {
    const { value: exempt = '' } = read(variables, 'NO_PROXY') ?? {};
    const named = preferred ? { setting: PROXY_PREFERENCE, value: preferred } : environmentProxy(url, variables);
    if (named === undefined || exempts(exempt, url)) {
        return undefined;
    }
    const { setting, value } = named;
    return { setting, address: value.includes('://') ? value : `http://${value}` };
}

interface Named {
    readonly setting: string;
    readonly value: string;
}

function environmentProxy({ protocol }: URL, variables: Variables): Named | undefined {
    return read(variables, protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY') ?? read(variables, 'ALL_PROXY');
}

function read(variables: Variables, name: string): Named | undefined {
    const setting = [name.toLowerCase(), name].find(candidate => variables[candidate]);
    return setting === undefined ? undefined : { setting, value: variables[setting] ?? '' };
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
