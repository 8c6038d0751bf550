import { FIXED_OPTIONS } from './client-settings';
import { PartitionData } from './partition-data';

/** The console of a partition. */
export interface ConsoleHosts {
    /** Host that exchanges credentials for a session of the console. */
    readonly federation: string;
    readonly console: string;
    /**
     * The federation endpoint takes its parameters in a body, where no log on the way keeps them. Source: AWS's own Toolkit for JetBrains,
     * which posts in these partitions and knows that GovCloud does not take it; the IAM User Guide shows a query alone.
     */
    readonly federationTakesPost: boolean;
}

/** Partitions whose federation endpoint is documented without a region ("Enable custom identity broker access", IAM User Guide). */
const WITHOUT_REGION = ['aws', 'aws-us-gov', 'aws-cn'];
const TAKES_POST = ['aws', 'aws-cn'];

export namespace ConsoleHosts {

    /** As the SDK has the host of the service `signin` in the partition: console and sign-in share their domain. */
    export async function of({ id, defaultRegion }: PartitionData): Promise<ConsoleHosts> {
        const { SigninClient } = await import('@aws-sdk/nested-clients/signin');
        const { endpointProvider } = new SigninClient({ ...FIXED_OPTIONS, region: defaultRegion }).config;
        const { hostname } = endpointProvider({ Region: defaultRegion, UseFIPS: false, UseDualStack: false }).url;
        const domain = hostname.slice(`${defaultRegion}.signin.`.length);
        return {
            federation: WITHOUT_REGION.includes(id) ? `signin.${domain}` : hostname,
            console: `console.${domain}`,
            federationTakesPost: TAKES_POST.includes(id)
        };
    }
}
