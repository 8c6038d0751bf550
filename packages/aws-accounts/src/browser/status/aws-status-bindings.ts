import { FrontendApplicationContribution } from '@theia/core/lib/browser/frontend-application-contribution';
import type { interfaces } from '@theia/core/shared/inversify';
import { AwsContextKeys } from './context-keys';
import { AwsStatusBar } from './aws-status-bar';
import { LiveSnapshot } from './live-snapshot';
import { SessionEndNotifier } from '../session-end/session-end-notifier';
import { StateAnnouncer } from './state-announcer';
import { Timer } from '../time/timer';

/** Status bar entries, context keys and announcements: what shows the state when the view is closed. */
export function bindAwsStatus(bind: interfaces.Bind): void {
    bind(Timer).toSelf();
    bind(LiveSnapshot).toSelf().inSingletonScope();
    for (const contribution of [AwsStatusBar, AwsContextKeys, StateAnnouncer, SessionEndNotifier]) {
        bind<FrontendApplicationContribution>(contribution).toSelf().inSingletonScope();
        bind(FrontendApplicationContribution).toService(contribution);
    }
}
