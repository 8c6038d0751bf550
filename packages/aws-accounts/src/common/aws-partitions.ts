/** A partition of AWS: regions that share accounts, endpoints and names of hosts. */
export interface AwsPartition {
    readonly id: 'aws' | 'aws-us-gov' | 'aws-cn';
    /** Regions in which IAM Identity Center can be. */
    readonly regions: readonly string[];
    /** Name of each region for people. */
    readonly regionNames: { readonly [region: string]: string };
    /** The region to call when nothing names one. */
    readonly defaultRegion: string;
    /** End of host names of AWS services. */
    readonly dnsSuffix: string;
    /** Hosts on which start pages live; a leading `.` stands for any subdomain. */
    readonly portalHosts: readonly string[];
    /** Where credentials are exchanged for a session of the console. */
    readonly federationHost: string;
    /**
     * The federation endpoint takes its parameters in a body, where no log on the way keeps them. Source: AWS's own Toolkit for JetBrains,
     * which posts in these partitions and knows that GovCloud does not take it; the IAM User Guide shows a query alone.
     */
    readonly federationTakesPost: boolean;
    readonly consoleHost: string;
}

/**
 * The only place that names AWS hosts and regions. Regions and their names: the SDK's partition metadata; hosts: "Supported start URLs" as
 * the AWS CLI accepts them.
 */
export namespace AwsPartitions {

    export const BUILDER_ID_START_URL = 'https://view.awsapps.com/start';
    export const BUILDER_ID_REGION = 'us-east-1';
    /** Regions in which Amazon Q Developer has profiles. */
    export const AMAZON_Q_REGIONS: readonly string[] = ['us-east-1', 'eu-central-1'];
    /** How the start URL of an organization looks. */
    export const SAMPLE_START_URL = 'https://d-1234567890.awsapps.com/start';

    const TABLE: readonly Omit<AwsPartition, 'regions'>[] = [
        {
            id: 'aws',
            regionNames: {
                'us-east-1': 'US East (N. Virginia)',
                'us-east-2': 'US East (Ohio)',
                'us-west-1': 'US West (N. California)',
                'us-west-2': 'US West (Oregon)',
                'af-south-1': 'Africa (Cape Town)',
                'ap-east-1': 'Asia Pacific (Hong Kong)',
                'ap-east-2': 'Asia Pacific (Taipei)',
                'ap-northeast-1': 'Asia Pacific (Tokyo)',
                'ap-northeast-2': 'Asia Pacific (Seoul)',
                'ap-northeast-3': 'Asia Pacific (Osaka)',
                'ap-south-1': 'Asia Pacific (Mumbai)',
                'ap-south-2': 'Asia Pacific (Hyderabad)',
                'ap-southeast-1': 'Asia Pacific (Singapore)',
                'ap-southeast-2': 'Asia Pacific (Sydney)',
                'ap-southeast-3': 'Asia Pacific (Jakarta)',
                'ap-southeast-4': 'Asia Pacific (Melbourne)',
                'ap-southeast-5': 'Asia Pacific (Malaysia)',
                'ap-southeast-6': 'Asia Pacific (New Zealand)',
                'ap-southeast-7': 'Asia Pacific (Thailand)',
                'ca-central-1': 'Canada (Central)',
                'ca-west-1': 'Canada West (Calgary)',
                'eu-central-1': 'Europe (Frankfurt)',
                'eu-central-2': 'Europe (Zurich)',
                'eu-north-1': 'Europe (Stockholm)',
                'eu-south-1': 'Europe (Milan)',
                'eu-south-2': 'Europe (Spain)',
                'eu-west-1': 'Europe (Ireland)',
                'eu-west-2': 'Europe (London)',
                'eu-west-3': 'Europe (Paris)',
                'il-central-1': 'Israel (Tel Aviv)',
                'me-central-1': 'Middle East (UAE)',
                'me-south-1': 'Middle East (Bahrain)',
                'me-west-1': 'Middle East (Saudi Arabia)',
                'mx-central-1': 'Mexico (Central)',
                'sa-east-1': 'South America (Sao Paulo)',
                'sa-west-1': 'South America (Chile)'
            },
            defaultRegion: 'us-east-1',
            dnsSuffix: 'amazonaws.com',
            portalHosts: [
                '.awsapps.com',
                '.app.aws',
                '.portal.amazonaws.com',
                '.portal.amazonaws.eu',
                'identitycenter.amazonaws.com',
                'identitycenter.amazonaws.eu'
            ],
            federationHost: 'signin.aws.amazon.com',
            federationTakesPost: true,
            consoleHost: 'console.aws.amazon.com'
        },
        {
            id: 'aws-us-gov',
            regionNames: { 'us-gov-east-1': 'AWS GovCloud (US-East)', 'us-gov-west-1': 'AWS GovCloud (US-West)' },
            defaultRegion: 'us-gov-west-1',
            dnsSuffix: 'amazonaws.com',
            portalHosts: ['.us-gov-home.awsapps.com', 'start.us-gov-home.awsapps.com', 'identitycenter.us-gov.amazonaws.com'],
            federationHost: 'signin.amazonaws-us-gov.com',
            federationTakesPost: false,
            consoleHost: 'console.amazonaws-us-gov.com'
        },
        {
            id: 'aws-cn',
            regionNames: { 'cn-north-1': 'China (Beijing)', 'cn-northwest-1': 'China (Ningxia)' },
            defaultRegion: 'cn-north-1',
            dnsSuffix: 'amazonaws.com.cn',
            portalHosts: ['.awsapps.cn', '.portal.amazonaws.com.cn', 'identitycenter.amazonaws.com.cn'],
            federationHost: 'signin.amazonaws.cn',
            federationTakesPost: true,
            consoleHost: 'console.amazonaws.cn'
        }
    ];

    export const ALL: readonly AwsPartition[] = TABLE.map(partition => ({ ...partition, regions: Object.keys(partition.regionNames) }));

    /** Where Amazon Q Developer answers: CodeWhisperer's own host in its first region, and one of its new name elsewhere. */
    export function amazonQAddress(region: string): string {
        return region === BUILDER_ID_REGION ? `https://codewhisperer.${region}.amazonaws.com/` : `https://q.${region}.amazonaws.com/`;
    }

    export function regions(): string[] {
        return ALL.flatMap(partition => partition.regions);
    }

    export function isRegion(name: string): boolean {
        return ALL.some(partition => partition.regions.includes(name));
    }

    /** Name of `region` for people, for example Europe (Frankfurt); `undefined` for one that is not known. */
    export function regionName(region: string): string | undefined {
        return ofRegion(region)?.regionNames[region];
    }

    /** The partition that `region` is in; `undefined` for one that is not known. */
    export function ofRegion(region: string): AwsPartition | undefined {
        return ALL.find(({ regions: names }) => names.includes(region));
    }

    /** The region in which to call AWS when neither profile nor environment names one. */
    export const DEFAULT_REGION = ALL[0].defaultRegion;

    /** The partition that an ARN belongs to; `undefined` for one that is not known here. */
    export function ofArn(arn: string): AwsPartition | undefined {
        return ALL.find(({ id }) => arn.startsWith(`arn:${id}:`));
    }

    /** Whether the start pages of organisations can be on `host`. */
    export function isPortalHost(host: string): boolean {
        return ALL.some(({ portalHosts }) => portalHosts.some(known => known.startsWith('.') ? host.endsWith(known) : host === known));
    }

    /** Whether start pages on the portal host `host` all have the same path, `/start`. */
    export function hasStartPath(host: string): boolean {
        return host.includes('.awsapps.');
    }

    /**
     * Whether AWS asks people for their consent on `host`. Not every host of AWS will do: on many of them anybody can put a page.
     */
    export function isSignInHost(host: string): boolean {
        return (
            isPortalHost(host) ||
            ALL.some(({ regions: names, dnsSuffix }) => names.some(region => host === `device.sso.${region}.${dnsSuffix}`))
        );
    }
}
