import { ConnectionStatus, ConnectionStatusService } from '@theia/core/lib/browser/connection-status-service';
import { EnvVariablesServer } from '@theia/core/lib/common/env-variables';
import { DisposableCollection } from '@theia/core/lib/common/disposable';
import { Emitter } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { URI } from '@theia/core/lib/common/uri';
import { inject, injectable, named, postConstruct } from '@theia/core/shared/inversify';
import { AwsAccountsModel } from '../aws-accounts-model';
import { Clock } from '../clock';
import { WakeUp } from '../status/wake-up';
import type { AccountsRow } from './rows/accounts-row';
import { presentedRows, rowsChangeInMs } from './rows/accounts-rows';

/** Keeps the rows of one view up to date with the model, the connection to the backend and, while somebody looks, with time. */
@injectable()
export class AccountsPresenter {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(Clock) protected readonly clock: Clock;
    @inject(ConnectionStatusService) protected readonly status: ConnectionStatusService;
    @inject(EnvVariablesServer) protected readonly environment: EnvVariablesServer;
    @inject(WakeUp) protected readonly wakeUp: WakeUp;
    @inject(ILogger) @named('aws-accounts:View') protected readonly logger: ILogger;

    protected readonly changed = new Emitter<void>();
    protected readonly toDispose = new DisposableCollection(this.changed);
    protected home: string | undefined;
    protected watched = false;

    /** The rows have to be drawn again. */
    readonly onDidChange = this.changed.event;
    rows: readonly AccountsRow[] = [];

    get online(): boolean {
        return this.status.currentStatus === ConnectionStatus.ONLINE;
    }

    @postConstruct()
    protected init(): void {
        this.toDispose.pushAll([this.wakeUp, this.model.onDidChange(() => this.update()), this.status.onStatusChange(() => this.update())]);
        this.update();
        this.findHome().catch(error => this.logger.warn('The home folder of the backend is not known; paths are shown in full.', error));
    }

    protected async findHome(): Promise<void> {
        this.home = new URI(await this.environment.getHomeDirUri()).path.fsPath();
        this.update();
    }

    /** Says whether anybody sees the rows: only then time changes them. */
    setWatched(watched: boolean): void {
        this.watched = watched;
        this.update();
    }

    protected update(): void {
        const now = this.clock.now();
        const { snapshot } = this.model;
        this.rows = presentedRows(snapshot, this.online, { now, home: this.home });
        this.wakeUp.set(this.watched && snapshot !== undefined ? rowsChangeInMs(snapshot, now) : undefined, () => this.update());
        this.changed.fire();
    }

    dispose(): void {
        this.toDispose.dispose();
    }
}
