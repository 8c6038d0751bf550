import { AwsRegion } from './aws-region';

/** A partition of AWS: regions that share accounts, endpoints and names of hosts. */
export interface AwsPartition {
    /** As in ARNs, for example `aws-us-gov`. */
    readonly id: string;
    /** Regions that this release knows. */
    readonly regions: readonly string[];
    /** Name of each of them for people. */
    readonly regionNames: { readonly [region: string]: string };
}

/**
 * Hints for those who choose a region, and the hosts of start pages. A spec holds regions and names to the SDK's data, which decides in the
 * backend; a region that is not here is accepted all the same. Hosts: "Supported start URLs" as the AWS CLI accepts them.
 */
export namespace AwsPartitions {

    export const BUILDER_ID_START_URL = 'https://view.awsapps.com/start';
    export const BUILDER_ID_REGION = 'us-east-1';
    /** Regions in which Amazon Q Developer has profiles. */
    export const AMAZON_Q_REGIONS: readonly string[] = ['us-east-1', 'eu-central-1'];
    /** Form of the start URL of an organization. */
    export const SAMPLE_START_URL = 'https://d-1234567890.awsapps.com/start';
    /** A region as an example of the form. */
    export const SAMPLE_REGION = 'eu-central-1';
    /** The region in which to call AWS when nothing names one and nothing tells the partition. */
    export const DEFAULT_REGION = 'us-east-1';

    const NAMES: { readonly [id: string]: AwsPartition['regionNames'] } = {
        'aws': {
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
        'aws-us-gov': { 'us-gov-east-1': 'AWS GovCloud (US-East)', 'us-gov-west-1': 'AWS GovCloud (US-West)' },
        'aws-cn': { 'cn-north-1': 'China (Beijing)', 'cn-northwest-1': 'China (Ningxia)' },
        'aws-eusc': { 'eusc-de-east-1': 'AWS European Sovereign Cloud (Germany)' },
        'aws-iso': { 'us-iso-east-1': 'US ISO East', 'us-iso-west-1': 'US ISO WEST' },
        'aws-iso-b': { 'us-isob-east-1': 'US ISOB East (Ohio)', 'us-isob-west-1': 'US ISOB West' },
        'aws-iso-e': { 'eu-isoe-west-1': 'EU ISOE West' },
        'aws-iso-f': { 'us-isof-east-1': 'US ISOF EAST', 'us-isof-south-1': 'US ISOF SOUTH' }
    };

    export const ALL: readonly AwsPartition[] = Object.entries(NAMES).map(([id, regionNames]) => ({
        id, regionNames, regions: Object.keys(regionNames)
    }));

    /** Hosts on which start pages live; a leading `.` stands for any subdomain. */
    const PORTAL_HOSTS = [
        '.app.aws',
        '.portal.amazonaws.com',
        '.portal.amazonaws.com.cn',
        '.app.amazonwebservices.com.cn',
        '.portal.amazonaws.eu',
        '.api.amazonwebservices.eu',
        '.awsapps.com',
        '.awsapps.cn',
        'identitycenter.amazonaws.com',
        'identitycenter.amazonaws.com.cn',
        'identitycenter.amazonaws.eu',
        'identitycenter.us-gov.amazonaws.com'
    ];

    /** Hosts of start pages that name the region of the directory. */
    const REGIONAL_PORTALS = [
        /^[^.]+\.portal\.([^.]+)\.app\.aws$/,
        /^[^.]+\.([^.]+)\.portal\.amazonaws\.com$/,
        /^[^.]+\.([^.]+)\.portal\.amazonaws\.com\.cn$/,
        /^[^.]+\.portal\.([^.]+)\.app\.amazonwebservices\.com\.cn$/,
        /^[^.]+\.([^.]+)\.portal\.amazonaws\.eu$/,
        /^[^.]+\.portal\.([^.]+)\.api\.amazonwebservices\.eu$/
    ];

    /** The address of Amazon Q Developer: CodeWhisperer's own host in its first region, and one of its new name elsewhere. */
    export function amazonQAddress(region: string): string {
        return region === BUILDER_ID_REGION ? `https://codewhisperer.${region}.amazonaws.com/` : `https://q.${region}.amazonaws.com/`;
    }

    /** The regions that this release knows. */
    export function regions(): string[] {
        return ALL.flatMap(partition => partition.regions);
    }

    /** Name of `region` for people, for example Europe (Frankfurt); `undefined` for one that is not known. */
    export function regionName(region: string): string | undefined {
        return ofRegion(region)?.regionNames[region];
    }

    /** The partition that `region` is in; `undefined` for one that this release does not know. */
    export function ofRegion(region: string): AwsPartition | undefined {
        return ALL.find(({ regions: names }) => names.includes(region));
    }

    /** Tells whether the start pages of organisations can be on `host`. */
    export function isPortalHost(host: string): boolean {
        return PORTAL_HOSTS.some(known => known.startsWith('.') ? host.endsWith(known) : host === known);
    }

    /** The region that the portal host `host` names; `undefined` where it names none. */
    export function regionOfPortal(host: string): string | undefined {
        const named = REGIONAL_PORTALS.map(form => form.exec(host)?.[1]).find(region => region !== undefined);
        return named !== undefined && AwsRegion.isWellFormed(named) ? named : undefined;
    }

    /** Tells whether start pages on the portal host `host` all have the same path, `/start`. */
    export function hasStartPath(host: string): boolean {
        return host.includes('.awsapps.');
    }

    /**
     * Tells whether AWS asks people for their consent on the portal host `host`. The suffix of the European Sovereign Cloud is shared with
     * APIs, on which anybody can put a page.
     */
    export function isSignInPortal(host: string): boolean {
        return isPortalHost(host) && (!host.endsWith('.api.amazonwebservices.eu') || regionOfPortal(host) !== undefined);
    }
}
