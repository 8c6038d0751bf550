import type { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { announcements } from './announcements';
import { LiveSnapshot } from './live-snapshot';

/** Tells people who hear the IDE what has changed, once, politely, whether the view is open or not. */
@injectable()
export class StateAnnouncer implements FrontendApplicationContribution {

    @inject(LiveSnapshot) protected readonly live: LiveSnapshot;

    protected region: HTMLElement | undefined;
    protected last: { readonly snapshot: AwsAccountsSnapshot; readonly now: number } | undefined;

    onStart(): void {
        this.region = document.createElement('div');
        this.region.className = 'theia-aws-live-region';
        this.region.setAttribute('aria-live', 'polite');
        this.region.setAttribute('role', 'status');
        document.body.appendChild(this.region);
        this.live.onDidChange(() => this.update());
        this.update();
    }

    onStop(): void {
        this.region?.remove();
    }

    protected update(): void {
        const { snapshot, now } = this.live;
        if (snapshot === undefined) {
            return;
        }
        const news = this.last === undefined ? [] : announcements(this.last, { snapshot, now });
        this.last = { snapshot, now };
        if (news.length > 0 && this.region !== undefined) {
            this.region.textContent = news.join('. ');
        }
    }
}
