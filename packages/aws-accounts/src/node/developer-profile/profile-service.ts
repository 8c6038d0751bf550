import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import { AwsPartitions } from '../../common/region/aws-partitions';
import { DeveloperProfile } from '../../common/token-service/developer-profile';
import { AwsClients } from '../http/aws-clients';
import { reasonOfStatus } from '../http/failure-tables';
import { postJson } from '../http/json-post';

/** The service lists ten profiles at a time; more pages than these belong to no person. */
const PAGES_AT_MOST = 20;

interface Page {
    readonly profiles?: readonly { readonly arn?: unknown; readonly profileName?: unknown }[];
    readonly nextToken?: unknown;
}

/** Asks the service of one region for developer profiles: ListAvailableProfiles of CodeWhisperer, in restJson1. */
@injectable()
export class DeveloperProfileService {

    @inject(AwsClients) protected readonly clients: AwsClients;

    /** @throws AwsAccountsError, or whatever a lost network throws */
    async list(region: string, accessToken: string, signal: AbortSignal): Promise<DeveloperProfile[]> {
        const url = new URL('ListAvailableProfiles', this.baseOf(region));
        const found: DeveloperProfile[] = [];
        let nextToken: unknown;
        for (let count = 0; count < PAGES_AT_MOST && (count === 0 || nextToken !== undefined); count++) {
            const page = await this.page(url, { maxResults: 10, ...nextToken !== undefined && { nextToken } }, accessToken, signal);
            found.push(...(page.profiles ?? []).map(({ arn, profileName }) => ({ arn, name: profileName })).filter(DeveloperProfile.is));
            nextToken = page.nextToken ?? undefined;
        }
        return found;
    }

    /** CodeWhisperer's own host in us-east-1, and Amazon Q's elsewhere, unless the environment says where. */
    protected baseOf(region: string): string {
        const { endpoint } = this.clients.endpoint('codewhisperer');
        return endpoint?.replace(/\/*$/, '/')
            ?? AwsPartitions.amazonQAddress(region);
    }

    protected async page(url: URL, body: object, accessToken: string, signal: AbortSignal): Promise<Page> {
        const { status, text } = await postJson(
            this.clients, url, { authorization: `Bearer ${accessToken}` }, JSON.stringify(body), signal
        );
        if (status !== 200) {
            throw AwsFailure.toError({ reason: reasonOfStatus(status, true), subject: url.host, detail: `HTTP ${status}` });
        }
        try {
            return JSON.parse(text) as Page;
        } catch (cause) {
            throw AwsFailure.toError({ reason: 'malformedResponse', subject: url.host }, cause);
        }
    }
}
