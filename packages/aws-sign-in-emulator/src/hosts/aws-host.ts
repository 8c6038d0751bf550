/**
 * Suffixes of service hosts in each partition: the usual one, then the dual-stack one. Source: partition metadata of the AWS SDKs.
 * A page that a person opens is under the usual suffix of the partition whichever suffix its client used.
 */
const SERVICE_SUFFIXES: readonly (readonly [usual: string, dualStack: string])[] = [
    ['amazonaws.com', 'api.aws'],
    ['amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
    ['amazonaws.eu', 'api.amazonwebservices.eu'],
    ['c2s.ic.gov', 'api.aws.ic.gov'],
    ['sc2s.sgov.gov', 'api.aws.scloud'],
    ['cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
    ['csp.hci.ic.gov', 'api.aws.hci.ic.gov']
];

/** Suffixes of hosts with pages: start pages, console and its sign-in. */
const PAGE_SUFFIXES = [
    'awsapps.com', 'awsapps.cn', 'app.aws', 'app.amazonwebservices.com.cn', 'aws.amazon.com', 'signin.aws', 'amazonaws.cn',
    'amazonaws-us-gov.com', 'amazonaws-eusc.eu', 'c2shome.ic.gov', 'sc2shome.sgov.gov', 'csphome.adc-e.uk', 'csphome.hci.ic.gov'
];

const ALL_SUFFIXES = [...SERVICE_SUFFIXES.flat(), ...PAGE_SUFFIXES];

/** A host of a service in one region, for example `oidc.eu-central-1.amazonaws.com`. */
interface RegionalHost {
    readonly region: string;
    /** The usual suffix of the partition, for example `amazonaws.com`. */
    readonly suffix: string;
}

/** Host names of AWS. Loaded into every led process too, so it stays free of imports. */
export namespace AwsHost {

    /** Tells whether AWS alone can answer under `host`, which has no port. */
    export function is(host: string): boolean {
        const name = host.toLowerCase();
        return ALL_SUFFIXES.some(suffix => name === suffix || name.endsWith(`.${suffix}`));
    }

    /** Region and partition that a host names; `undefined` for hosts that name none, for example `sts.amazonaws.com`. */
    export function regional(host: string): RegionalHost | undefined {
        const [, region, suffix] = /\.([a-z]{2,4}(?:-[a-z]+)+-\d+)\.(.+)$/.exec(`.${host.toLowerCase()}`) ?? [];
        const found = SERVICE_SUFFIXES.find(suffixes => suffixes.includes(suffix ?? ''));
        return region === undefined || found === undefined ? undefined : { region, suffix: found[0] };
    }
}
