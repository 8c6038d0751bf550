/** The endpoints that a profile asks for. */
export type Variant = 'plain' | 'fips' | 'dualStack' | 'both';

/** The hosts of one region. */
export interface RegionHosts {
    readonly region: string;
    /** The variants that an AWS CLI of version 2.9 knows in this partition. */
    readonly cli: readonly Variant[];
    readonly sts: { readonly [variant in Variant]: string };
    readonly lambda: { readonly [variant in Variant]: string };
    /** Sign-ins, and the listing of roles, take nothing of a profile. */
    readonly oidc: string;
    readonly portal: string;
}

const SETTINGS: { readonly [variant in Variant]: string } = {
    plain: '',
    fips: 'use_fips_endpoint = true\n',
    dualStack: 'use_dualstack_endpoint = true\n',
    both: 'use_fips_endpoint = true\nuse_dualstack_endpoint = true\n'
};

export const VARIANTS: readonly Variant[] = ['plain', 'fips', 'dualStack', 'both'];

export function settingsOf(variant: Variant): string {
    return SETTINGS[variant];
}

const ALL = VARIANTS;
const NOT_DUAL_STACK: readonly Variant[] = ['plain', 'fips'];

/** As the endpoint rules of the SDK have it for STS, Lambda, SSO-OIDC and the SSO portal, with one region of each partition or more. */
export const HOSTS: readonly RegionHosts[] = [
    hostsOf('us-east-1', 'amazonaws.com', 'api.aws', ALL),
    hostsOf('eu-central-1', 'amazonaws.com', 'api.aws', ALL),
    inGovCloud(hostsOf('us-gov-west-1', 'amazonaws.com', 'api.aws', ALL)),
    hostsOf('cn-north-1', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn', ALL),
    hostsOf('eusc-de-east-1', 'amazonaws.eu', 'api.amazonwebservices.eu', []),
    hostsOf('us-iso-east-1', 'c2s.ic.gov', 'api.aws.ic.gov', NOT_DUAL_STACK),
    hostsOf('us-isob-east-1', 'sc2s.sgov.gov', 'api.aws.scloud', ['plain']),
    hostsOf('eu-isoe-west-1', 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk', []),
    hostsOf('us-isof-south-1', 'csp.hci.ic.gov', 'api.aws.hci.ic.gov', [])
];

/**
 * @param domain of the partition
 * @param dualStack its domain for endpoints with IPv6
 * @param cli the variants that an AWS CLI of version 2.9 knows there
 */
function hostsOf(region: string, domain: string, dualStack: string, cli: readonly Variant[]): RegionHosts {
    const variantsOf = (service: string): RegionHosts['sts'] => ({
        plain: `${service}.${region}.${domain}`, fips: `${service}-fips.${region}.${domain}`,
        dualStack: `${service}.${region}.${dualStack}`, both: `${service}-fips.${region}.${dualStack}`
    });
    return {
        region, cli, sts: variantsOf('sts'), lambda: variantsOf('lambda'),
        oidc: `oidc.${region}.${domain}`, portal: `portal.sso.${region}.${domain}`
    };
}

/** In this partition the usual host of STS is the one with FIPS. */
function inGovCloud(hosts: RegionHosts): RegionHosts {
    return { ...hosts, sts: { ...hosts.sts, fips: hosts.sts.plain } };
}
