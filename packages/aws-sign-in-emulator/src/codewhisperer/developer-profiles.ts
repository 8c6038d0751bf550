import { AwsHost } from '../hosts/aws-host';
import { Exchange } from '../http/exchange';
import type { DeveloperProfile } from '../organisation/organisation';
import type { EmulatorState } from '../state/emulator-state';
import type { ServerSession } from '../state/sign-in-records';
import { ServiceRefusals } from './service-refusals';
import { refusal } from './token-caller';

/** The developer profiles of an organization: each belongs to one region, and only the host of that region knows it. */
export class DeveloperProfiles {

    constructor(protected readonly state: EmulatorState) { }

    /** Those that the host in `exchange` knows; the emulator's own address, which names no region, knows all. */
    list(exchange: Exchange, session: ServerSession): { readonly arn: string; readonly profileName: string }[] {
        this.checkRegion(exchange);
        if (session.startUrl === this.state.organisation.builderIdStartUrl) {
            throw refusal(exchange, ServiceRefusals.noProfiles);
        }
        const region = regionAsked(exchange);
        return this.profilesOf(session).filter(({ arn }) => region === undefined || regionOf(arn) === region)
            .map(({ arn, name }) => ({ arn, profileName: name }));
    }

    /** Refuses a call with a profile that will not do, and one without where the organization demands it. */
    check(exchange: Exchange, session: ServerSession): void {
        this.checkRegion(exchange);
        const { profileArn } = Exchange.json(exchange);
        const region = regionAsked(exchange);
        if (profileArn === undefined) {
            if (this.state.settings.requireDeveloperProfile && session.startUrl !== this.state.organisation.builderIdStartUrl) {
                throw refusal(exchange, ServiceRefusals.profileMissing);
            }
        } else if (!this.profilesOf(session).some(({ arn }) => arn === profileArn)) {
            throw refusal(exchange, ServiceRefusals.profileUnknown);
        } else if (region !== undefined && regionOf(String(profileArn)) !== region) {
            throw refusal(exchange, ServiceRefusals.profileElsewhere);
        }
    }

    protected checkRegion(exchange: Exchange): void {
        if (this.state.settings.regionsDown.split(',').includes(regionAsked(exchange) ?? '-')) {
            throw refusal(exchange, ServiceRefusals.down);
        }
    }

    protected profilesOf({ startUrl }: ServerSession): readonly DeveloperProfile[] {
        const { organisation: { directories }, settings: { withoutDeveloperProfiles } } = this.state;
        return withoutDeveloperProfiles ? [] : directories.find(directory => directory.startUrl === startUrl)?.developerProfiles ?? [];
    }
}

function regionAsked(exchange: Exchange): string | undefined {
    return AwsHost.regional(Exchange.awsHost(exchange) ?? '')?.region;
}

function regionOf(arn: string): string {
    return arn.split(':')[3];
}
