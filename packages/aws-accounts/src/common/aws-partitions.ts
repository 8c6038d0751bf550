/** A partition of AWS: regions that share accounts, endpoints and names of hosts. */
export interface AwsPartition {
    readonly id: 'aws' | 'aws-us-gov' | 'aws-cn';
    /** Regions in which IAM Identity Center can be. */
    readonly regions: readonly string[];
    /** The region to call when nothing names one. */
    readonly defaultRegion: string;
    /** What host names of AWS services end with. */
    readonly dnsSuffix: string;
    /** Hosts on which start pages live; a leading `.` stands for any subdomain. */
    readonly portalHosts: readonly string[];
    /** Where credentials are exchanged for a session of the console. */
    readonly federationHost: string;
    readonly consoleHost: string;
}

/**
 * The only place that names AWS hosts and regions. Regions: the SDK's partition metadata; hosts: "Supported start URLs" as the AWS CLI
 * accepts them.
 */
export namespace AwsPartitions {

    export const BUILDER_ID_START_URL = 'https://view.awsapps.com/start';
    export const BUILDER_ID_REGION = 'us-east-1';

    export const ALL: readonly AwsPartition[] = [
        {
            id: 'aws',
            regions: [
                'us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'af-south-1', 'ap-east-1', 'ap-east-2', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3',
                'ap-south-1', 'ap-south-2', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-6', 'ap-southeast-7',
                'ca-central-1', 'ca-west-1', 'eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3',
                'il-central-1', 'me-central-1', 'me-south-1', 'me-west-1', 'mx-central-1', 'sa-east-1', 'sa-west-1'
            ],
            defaultRegion: 'us-east-1',
            dnsSuffix: 'amazonaws.com',
            portalHosts: ['.awsapps.com', '.app.aws', '.portal.amazonaws.com', '.portal.amazonaws.eu', 'identitycenter.amazonaws.com', 'identitycenter.amazonaws.eu'],
            federationHost: 'signin.aws.amazon.com',
            consoleHost: 'console.aws.amazon.com'
        },
        {
            id: 'aws-us-gov',
            regions: ['us-gov-east-1', 'us-gov-west-1'],
            defaultRegion: 'us-gov-west-1',
            dnsSuffix: 'amazonaws.com',
            portalHosts: ['.us-gov-home.awsapps.com', 'start.us-gov-home.awsapps.com', 'identitycenter.us-gov.amazonaws.com'],
            federationHost: 'signin.amazonaws-us-gov.com',
            consoleHost: 'console.amazonaws-us-gov.com'
        },
        {
            id: 'aws-cn',
            regions: ['cn-north-1', 'cn-northwest-1'],
            defaultRegion: 'cn-north-1',
            dnsSuffix: 'amazonaws.com.cn',
            portalHosts: ['.awsapps.cn', '.portal.amazonaws.com.cn', 'identitycenter.amazonaws.com.cn'],
            federationHost: 'signin.amazonaws.cn',
            consoleHost: 'console.amazonaws.cn'
        }
    ];

    export function regions(): string[] {
        return ALL.flatMap(partition => partition.regions);
    }

    export function isRegion(name: string): boolean {
        return ALL.some(partition => partition.regions.includes(name));
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

    /**
     * Whether AWS asks people for their consent on `host`. Not every host of AWS will do: on many of them anybody can put a page.
     */
    export function isSignInHost(host: string): boolean {
        return isPortalHost(host) || ALL.some(({ regions: names, dnsSuffix }) => names.some(region => host === `device.sso.${region}.${dnsSuffix}`));
    }
}
