/** Which endpoints a profile asks for. */
export type Variant = 'plain' | 'fips' | 'dualStack' | 'both';

/** The hosts of one region. */
export interface RegionHosts {
    readonly region: string;
    /** The variants that an AWS CLI of version 2.9 knows in this partition. */
    readonly cli: Variant[];
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

/** As the endpoint rules of the SDK have it for STS, Lambda, SSO-OIDC and the SSO portal, with one region of each partition or more. */
export const HOSTS: readonly RegionHosts[] = [
    {
        region: 'us-east-1', cli: ['plain', 'fips', 'dualStack', 'both'],
        sts: {
            plain: 'sts.us-east-1.amazonaws.com', fips: 'sts-fips.us-east-1.amazonaws.com',
            dualStack: 'sts.us-east-1.api.aws', both: 'sts-fips.us-east-1.api.aws'
        },
        lambda: {
            plain: 'lambda.us-east-1.amazonaws.com', fips: 'lambda-fips.us-east-1.amazonaws.com',
            dualStack: 'lambda.us-east-1.api.aws', both: 'lambda-fips.us-east-1.api.aws'
        },
        oidc: 'oidc.us-east-1.amazonaws.com', portal: 'portal.sso.us-east-1.amazonaws.com'
    },
    {
        region: 'eu-central-1', cli: ['plain', 'fips', 'dualStack', 'both'],
        sts: {
            plain: 'sts.eu-central-1.amazonaws.com', fips: 'sts-fips.eu-central-1.amazonaws.com',
            dualStack: 'sts.eu-central-1.api.aws', both: 'sts-fips.eu-central-1.api.aws'
        },
        lambda: {
            plain: 'lambda.eu-central-1.amazonaws.com', fips: 'lambda-fips.eu-central-1.amazonaws.com',
            dualStack: 'lambda.eu-central-1.api.aws', both: 'lambda-fips.eu-central-1.api.aws'
        },
        oidc: 'oidc.eu-central-1.amazonaws.com', portal: 'portal.sso.eu-central-1.amazonaws.com'
    },
    {
        // In this partition the usual host of STS is the one with FIPS.
        region: 'us-gov-west-1', cli: ['plain', 'fips', 'dualStack', 'both'],
        sts: {
            plain: 'sts.us-gov-west-1.amazonaws.com', fips: 'sts.us-gov-west-1.amazonaws.com',
            dualStack: 'sts.us-gov-west-1.api.aws', both: 'sts-fips.us-gov-west-1.api.aws'
        },
        lambda: {
            plain: 'lambda.us-gov-west-1.amazonaws.com', fips: 'lambda-fips.us-gov-west-1.amazonaws.com',
            dualStack: 'lambda.us-gov-west-1.api.aws', both: 'lambda-fips.us-gov-west-1.api.aws'
        },
        oidc: 'oidc.us-gov-west-1.amazonaws.com', portal: 'portal.sso.us-gov-west-1.amazonaws.com'
    },
    {
        region: 'cn-north-1', cli: ['plain', 'fips', 'dualStack', 'both'],
        sts: {
            plain: 'sts.cn-north-1.amazonaws.com.cn', fips: 'sts-fips.cn-north-1.amazonaws.com.cn',
            dualStack: 'sts.cn-north-1.api.amazonwebservices.com.cn', both: 'sts-fips.cn-north-1.api.amazonwebservices.com.cn'
        },
        lambda: {
            plain: 'lambda.cn-north-1.amazonaws.com.cn', fips: 'lambda-fips.cn-north-1.amazonaws.com.cn',
            dualStack: 'lambda.cn-north-1.api.amazonwebservices.com.cn', both: 'lambda-fips.cn-north-1.api.amazonwebservices.com.cn'
        },
        oidc: 'oidc.cn-north-1.amazonaws.com.cn', portal: 'portal.sso.cn-north-1.amazonaws.com.cn'
    },
    {
        region: 'eusc-de-east-1', cli: [],
        sts: {
            plain: 'sts.eusc-de-east-1.amazonaws.eu', fips: 'sts-fips.eusc-de-east-1.amazonaws.eu',
            dualStack: 'sts.eusc-de-east-1.api.amazonwebservices.eu', both: 'sts-fips.eusc-de-east-1.api.amazonwebservices.eu'
        },
        lambda: {
            plain: 'lambda.eusc-de-east-1.amazonaws.eu', fips: 'lambda-fips.eusc-de-east-1.amazonaws.eu',
            dualStack: 'lambda.eusc-de-east-1.api.amazonwebservices.eu', both: 'lambda-fips.eusc-de-east-1.api.amazonwebservices.eu'
        },
        oidc: 'oidc.eusc-de-east-1.amazonaws.eu', portal: 'portal.sso.eusc-de-east-1.amazonaws.eu'
    },
    {
        region: 'us-iso-east-1', cli: ['plain', 'fips'],
        sts: {
            plain: 'sts.us-iso-east-1.c2s.ic.gov', fips: 'sts-fips.us-iso-east-1.c2s.ic.gov',
            dualStack: 'sts.us-iso-east-1.api.aws.ic.gov', both: 'sts-fips.us-iso-east-1.api.aws.ic.gov'
        },
        lambda: {
            plain: 'lambda.us-iso-east-1.c2s.ic.gov', fips: 'lambda-fips.us-iso-east-1.c2s.ic.gov',
            dualStack: 'lambda.us-iso-east-1.api.aws.ic.gov', both: 'lambda-fips.us-iso-east-1.api.aws.ic.gov'
        },
        oidc: 'oidc.us-iso-east-1.c2s.ic.gov', portal: 'portal.sso.us-iso-east-1.c2s.ic.gov'
    },
    {
        region: 'us-isob-east-1', cli: ['plain'],
        sts: {
            plain: 'sts.us-isob-east-1.sc2s.sgov.gov', fips: 'sts-fips.us-isob-east-1.sc2s.sgov.gov',
            dualStack: 'sts.us-isob-east-1.api.aws.scloud', both: 'sts-fips.us-isob-east-1.api.aws.scloud'
        },
        lambda: {
            plain: 'lambda.us-isob-east-1.sc2s.sgov.gov', fips: 'lambda-fips.us-isob-east-1.sc2s.sgov.gov',
            dualStack: 'lambda.us-isob-east-1.api.aws.scloud', both: 'lambda-fips.us-isob-east-1.api.aws.scloud'
        },
        oidc: 'oidc.us-isob-east-1.sc2s.sgov.gov', portal: 'portal.sso.us-isob-east-1.sc2s.sgov.gov'
    },
    {
        region: 'eu-isoe-west-1', cli: [],
        sts: {
            plain: 'sts.eu-isoe-west-1.cloud.adc-e.uk', fips: 'sts-fips.eu-isoe-west-1.cloud.adc-e.uk',
            dualStack: 'sts.eu-isoe-west-1.api.cloud-aws.adc-e.uk', both: 'sts-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk'
        },
        lambda: {
            plain: 'lambda.eu-isoe-west-1.cloud.adc-e.uk', fips: 'lambda-fips.eu-isoe-west-1.cloud.adc-e.uk',
            dualStack: 'lambda.eu-isoe-west-1.api.cloud-aws.adc-e.uk', both: 'lambda-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk'
        },
        oidc: 'oidc.eu-isoe-west-1.cloud.adc-e.uk', portal: 'portal.sso.eu-isoe-west-1.cloud.adc-e.uk'
    },
    {
        region: 'us-isof-south-1', cli: [],
        sts: {
            plain: 'sts.us-isof-south-1.csp.hci.ic.gov', fips: 'sts-fips.us-isof-south-1.csp.hci.ic.gov',
            dualStack: 'sts.us-isof-south-1.api.aws.hci.ic.gov', both: 'sts-fips.us-isof-south-1.api.aws.hci.ic.gov'
        },
        lambda: {
            plain: 'lambda.us-isof-south-1.csp.hci.ic.gov', fips: 'lambda-fips.us-isof-south-1.csp.hci.ic.gov',
            dualStack: 'lambda.us-isof-south-1.api.aws.hci.ic.gov', both: 'lambda-fips.us-isof-south-1.api.aws.hci.ic.gov'
        },
        oidc: 'oidc.us-isof-south-1.csp.hci.ic.gov', portal: 'portal.sso.us-isof-south-1.csp.hci.ic.gov'
    }
];
