import type { ConfiguredEndpoint } from '../../common/connection/configured-endpoint';
import type { ProxyChoice } from '../http/proxy-choice';
import type { DiagnosisLine, DiagnosisSection } from './diagnosis-text';

/** Facts about the network for a diagnosis. */
interface NetworkFacts {
    readonly variables: { readonly [name: string]: string | undefined };
    /** Those that count for the connection. */
    readonly endpoints: readonly ConfiguredEndpoint[];
    /** For calls to AWS. */
    readonly proxy: ProxyChoice | undefined;
    /** `ca_bundle` of the connection. */
    readonly caBundle: string | undefined;
    readonly wantsNoVerification: boolean;
    readonly hasProxyAuthorization: boolean;
}

/** Variables that are no secret, and that one has to know to understand what happens. All others are shown by name alone. */
const SHOWN = [
    'AWS_REGION',
    'AWS_DEFAULT_REGION',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_EC2_METADATA_DISABLED',
    'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'
];

/** Describes how calls reach AWS, and whom they trust. Pure. */
export function networkSection(facts: NetworkFacts): DiagnosisSection {
    const { variables, endpoints, proxy, caBundle, wantsNoVerification, hasProxyAuthorization } = facts;
    return {
        title: 'Network',
        lines: [
            ['Proxy', proxy ? `${hostOf(proxy.address)} (${proxy.setting})` : 'none'],
            ['Proxy authorization', hasProxyAuthorization ? 'set in http.proxyAuthorization' : undefined],
            ['NO_PROXY', variables.no_proxy || variables.NO_PROXY],
            ['Verification of certificates', wantsNoVerification ? 'on; http.proxyStrictSSL is off, which is not followed' : 'on'],
            ['AWS_CA_BUNDLE', variables.AWS_CA_BUNDLE],
            ['ca_bundle', caBundle],
            ['NODE_EXTRA_CA_CERTS', variables.NODE_EXTRA_CA_CERTS],
            ['Endpoints', endpoints.map(endpointText).join(', ') || 'those of AWS']
        ]
    };
}

/** Names the variables of AWS that are set. Pure. */
export function environmentSection(variables: NetworkFacts['variables']): DiagnosisSection {
    const names = Object.keys(variables).filter(name => name.startsWith('AWS_') && variables[name]).toSorted();
    const shown: DiagnosisLine[] = names.filter(name => SHOWN.includes(name)).map(name => [name, variables[name]]);
    return {
        title: 'Environment',
        lines: [...shown, ['Set as well', names.filter(name => !SHOWN.includes(name)).join(', ') || 'nothing']]
    };
}

function endpointText({ setting, service, host, location }: ConfiguredEndpoint): string {
    const inFile = location ? ` (${location.file}:${location.line}${service ? `, for ${service}` : ''})` : '';
    return `${setting} = ${host}${inFile}`;
}

/** Neither user name nor password. */
function hostOf(address: string): string {
    return URL.canParse(address) ? new URL(address).host : 'not an address';
}
