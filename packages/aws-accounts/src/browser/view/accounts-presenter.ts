import { ConnectionStatus, ConnectionStatusService } from '@theia/core/lib/browser/connection-status-service';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { URI } from '@theia/core/lib/common/uri';
import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { Clock } from '../time/clock';
import { Timer } from '../time/timer';
import { AssignedRolesModel } from './assigned-roles-model';
import { RecentRoles } from './recent-roles';
import type { AccountsRow } from './rows/accounts-row';
import { presentedRows, rowsChangeInMs } from './rows/accounts-rows';
import type { ListingRequest } from './rows/action/listing-request';

/** A delay that looks immediate. */
const DRAWING_DELAY_MS = 50;

/** Keeps the rows of one view up to date with the model, the line to the backend and, while the view is visible, with time. */
@injectable()
export class AccountsPresenter {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(AssignedRolesModel) protected readonly assigned: AssignedRolesModel;
    @inject(RecentRoles) protected readonly recents: RecentRoles;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ConnectionStatusService) protected readonly status: ConnectionStatusService;
    @inject(EnvVariablesServer) protected readonly environment: EnvVariablesServer;
    @inject(Timer) protected readonly timer: Timer;
    @inject(Timer) protected readonly soon: Timer;
    @inject(ILogger) @named('aws-accounts:View') protected readonly logger: ILogger;

    protected readonly changed = new Emitter<void>();
    protected readonly toDispose = new DisposableCollection(this.changed);
    protected home: string | undefined;
    protected watched = false;
    protected recentRoles: readonly string[] = [];
    protected updatesSoon = false;

    /** Fires when the rows have changed. */
    readonly onDidChange = this.changed.event;
    rows: readonly AccountsRow[] = [];

    get online(): boolean {
        return this.status.currentStatus === ConnectionStatus.ONLINE;
    }

    @postConstruct()
    protected init(): void {
        this.toDispose.pushAll([
            this.timer,
            this.soon,
            this.model.onDidChange(() => this.update()),
            this.assigned.onDidChange(() => this.updateSoon()),
            this.recents.onDidChange(() => this.findRecentRoles()),
            this.status.onStatusChange(() => this.update())
        ]);
        this.update();
        this.findHome().catch(error => this.logger.warn('The home folder of the backend is not known; paths are shown in full.', error));
        this.findRecentRoles();
    }

    protected findRecentRoles(): void {
        this.recents.get().then(recent => {
            this.recentRoles = recent;
            this.update();
        }).catch(error => this.logger.warn('The roles used last are not known.', error));
    }

    protected async findHome(): Promise<void> {
        this.home = new URI(await this.environment.getHomeDirUri()).path.fsPath();
        this.update();
    }

    /** Starts or stops the timer: time changes the rows only while the view is visible. */
    setWatched(watched: boolean): void {
        this.watched = watched;
        this.update();
    }

    /** Lists what the open rows need; with `search` everything that a filter may find. */
    list(requests: readonly ListingRequest[], search: boolean): void {
        this.assigned.setSearching(search && this.watched);
        if (this.watched && !search) {
            requests.forEach(request => this.assigned.ensure(request));
        }
    }

    /** Draws once for many pages that come at the same time. */
    protected updateSoon(): void {
        if (!this.updatesSoon) {
            this.updatesSoon = true;
            this.soon.set(DRAWING_DELAY_MS, () => {
                this.updatesSoon = false;
                this.update();
            });
        }
    }

    protected update(): void {
        const now = this.clock.now();
        const { snapshot } = this.model;
        this.rows = presentedRows(snapshot, this.online, {
            now,
            home: this.home,
            assigned: this.assigned.assigned,
            recentRoles: this.recentRoles
        });
        this.timer.set(this.watched && snapshot !== undefined ? rowsChangeInMs(snapshot, now) : undefined, () => this.update());
        this.changed.fire();
    }

    dispose(): void {
        this.toDispose.dispose();
    }
}
