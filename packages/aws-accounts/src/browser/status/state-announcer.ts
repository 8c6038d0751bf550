import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { LiveRegion } from '../literal/live-region';
import { announcements } from './announcements';
import { LiveSnapshot } from './live-snapshot';

/** Tells people who hear the IDE what has changed, once, politely, whether the view is open or not. */
@injectable()
export class StateAnnouncer implements FrontendApplicationContribution {

    @inject(LiveSnapshot) protected readonly live: LiveSnapshot;
    @inject(LiveRegion) protected readonly region: LiveRegion;

    protected last: { readonly snapshot: AwsAccountsSnapshot; readonly now: number } | undefined;

    onStart(): void {
        this.region.attach();
        this.live.onDidChange(() => this.update());
        this.update();
    }

    onStop(): void {
        this.region.detach();
    }

    protected update(): void {
        const { snapshot, now } = this.live;
        if (snapshot === undefined) {
            return;
        }
        const news = this.last === undefined ? [] : announcements(this.last, { snapshot, now });
        this.last = { snapshot, now };
        if (news.length > 0) {
            this.region.say(news.join('. '));
        }
    }
}
