import { nls } from '@theia/core/lib/common/nls';
import { inject, injectable } from '@theia/core/shared/inversify';
import { AwsFailure } from '../../common/state/aws-accounts-error';
import type { AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import { CallerIdentity } from '../../common/state/connection-state';
import { ConnectionStore } from '../connection/connection-store';
import { CallerIdentityService } from '../credentials/caller-identity-service';
import { ConnectionCredentials } from '../credentials/connection-credentials';
import { page } from '../loopback/plain-page';
import { ConsoleFederation } from './console-federation';
import { ConsoleTickets } from './console-tickets';

/** Answer to a browser that came with a ticket. */
export interface VisitAnswer {
    readonly status: number;
    readonly headers: { readonly [name: string]: string };
    readonly body?: string;
}

/** Receives the browser that came with a ticket, and sends it on to the console. */
@injectable()
export class ConsoleVisit {

    @inject(ConsoleTickets) protected readonly tickets: ConsoleTickets;
    @inject(ConnectionStore) protected readonly store: ConnectionStore;
    @inject(ConnectionCredentials) protected readonly credentials: ConnectionCredentials;
    @inject(CallerIdentityService) protected readonly identities: CallerIdentityService;
    @inject(ConsoleFederation) protected readonly federation: ConsoleFederation;

    /** Never rejects: what went wrong is told on the page. */
    async receive(ticket: string): Promise<VisitAnswer> {
        const profile = this.profile(this.tickets.redeem(ticket));
        if (profile === undefined) {
            return refusal(400, usedText());
        }
        try {
            const address = await this.address(profile);
            return { status: 303, headers: { 'Location': address.href, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' } };
        } catch (error) {
            return refusal(502, failedText(profile.name, AwsFailure.of(error)));
        }
    }

    /** @throws AwsAccountsError `invalidEndpoint` when the console cannot be opened as the profile without showing its keys to others */
    async check(id: AwsConnectionId): Promise<void> {
        const profile = this.profile(id);
        if (profile !== undefined) {
            this.federation.endpoint(await this.credentials.callSettingsOf(profile));
        }
    }

    protected profile(id: AwsConnectionId | undefined): IamProfileConnection | undefined {
        const connection = id === undefined ? undefined : this.store.find(id);
        return connection?.kind === 'iamProfile' ? connection : undefined;
    }

    protected async address(profile: IamProfileConnection): Promise<URL> {
        const { name, region } = profile;
        const credentials = await this.credentials.get(profile);
        const settings = await this.credentials.callSettingsOf(profile);
        // Asked anew: the files may have changed since the window was told who the profile is.
        const identity = await this.identities.identify(credentials, region.name, name, { settings });
        if (!CallerIdentity.isRole(identity)) {
            throw AwsFailure.toError({ reason: 'accessDenied', subject: name });
        }
        return this.federation.address({
            credentials,
            arn: identity.arn,
            region: region.origin === 'default' ? undefined : region.name,
            profile: name,
            settings
        });
    }
}

function refusal(status: number, text: string): VisitAnswer {
    return page(status, nls.localize('theia/aws-accounts/console/failed', 'The console was not opened'), text);
}

function usedText(): string {
    return nls.localize(
        'theia/aws-accounts/console/usedText',
        'This address was for one visit within a minute. Open the console from the IDE once more.'
    );
}

function failedText(profile: string, { reason }: AwsFailure): string {
    return nls.localize(
        'theia/aws-accounts/console/failedText',
        'The profile {0} was not let in ({1}). The IDE tells more about it.',
        profile,
        reason
    );
}
