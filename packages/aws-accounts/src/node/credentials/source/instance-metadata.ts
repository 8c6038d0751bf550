import { AwsFailure } from '../../../common/state/aws-accounts-error';
import { ContainerAnswer, getFromContainer } from './container-request';
import type { Variables } from '../environment/environment-origin';

/** Settings for calls of the metadata service of an EC2 instance. */
export interface MetadataSettings {
    /** Without a slash at its end. */
    readonly address: string;
    /** Requests without a token are never made. */
    readonly tokenOnly: boolean;
}

const ADDRESSES: { readonly [mode: string]: string | undefined } = { ipv4: 'http://169.254.169.254', ipv6: 'http://[fd00:ec2::254]' };
const ROLES = '/latest/meta-data/iam/security-credentials/';
/** Statuses of a service that knows no tokens ("Use IMDSv1", EC2 User Guide). */
const WITHOUT_TOKENS = [403, 404, 405];
/** The service is a hop away; where there is none, no answer comes. */
const TIME_LIMIT_MS = 1000;

export namespace MetadataSettings {

    /**
     * The environment counts before the profile that a call is for.
     *
     * @param setting a setting of the profile; absent: the call is for none
     * @returns `undefined` for an address or a mode that is none
     */
    export function of(variables: Variables, setting: (key: string) => string | undefined = () => undefined): MetadataSettings | undefined {
        const said = (name: string): string => variables[`AWS_${name.toUpperCase()}`] || setting(name) || '';
        const address = said('ec2_metadata_service_endpoint')
            || ADDRESSES[(said('ec2_metadata_service_endpoint_mode') || 'IPv4').toLowerCase()];
        return address === undefined || !URL.canParse(address) || !/^https?:/.test(address)
            ? undefined
            : { address: address.replace(/\/+$/, ''), tokenOnly: /^true$/i.test(said('ec2_metadata_v1_disabled')) };
    }
}

/** The metadata service of the instance ("Use instance metadata to manage your EC2 instance", EC2 User Guide). */
export class InstanceMetadata {

    constructor(
        protected readonly settings: MetadataSettings, protected readonly subject: string, protected readonly signal: AbortSignal
    ) { }

    /**
     * The answer that holds the credentials of the instance's role.
     *
     * @throws AwsAccountsError `credentialSourceEmpty` for an instance without a role; what kept a request from the service
     */
    async roleCredentials(): Promise<ContainerAnswer> {
        const token = await this.token();
        const headers = token === undefined ? undefined : { 'x-aws-ec2-metadata-token': token };
        const { status, body } = await this.ask(ROLES, { headers });
        const role = body.trim().split('\n')[0];
        if (status !== 200 || role === '') {
            throw this.empty(`HTTP ${status}`);
        }
        return this.ask(`${ROLES}${encodeURIComponent(role)}`, { headers });
    }

    /** `undefined`: the service is of a kind that wants none. */
    protected async token(): Promise<string | undefined> {
        const { status, body } = await this.ask('/latest/api/token', {
            method: 'PUT', headers: { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' }
        });
        if (status === 200) {
            return body;
        }
        if (this.settings.tokenOnly || !WITHOUT_TOKENS.includes(status)) {
            throw this.empty(`HTTP ${status}`);
        }
        return undefined;
    }

    protected ask(path: string, how: Pick<Parameters<typeof getFromContainer>[1], 'method' | 'headers'>): Promise<ContainerAnswer> {
        return getFromContainer(new URL(this.settings.address + path), { ...how, signal: this.signal, timeLimitMs: TIME_LIMIT_MS });
    }

    protected empty(detail: string): Error {
        return AwsFailure.toError({ reason: 'credentialSourceEmpty', subject: this.subject, detail });
    }
}
