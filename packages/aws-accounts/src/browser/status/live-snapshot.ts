import { Emitter } from '@theia/core/lib/common/event';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import { AwsAccountsSnapshot } from '../../common/snapshot/aws-accounts-snapshot';
import { ConnectionState } from '../../common/state/connection-state';
import { AwsAccountsModel } from '../connection/aws-accounts-model';
import { Clock } from '../time/clock';
import { Timer } from '../time/timer';

/** The model's snapshot together with time: fires for each new snapshot, and at the very moment when something in it runs out. */
@injectable()
export class LiveSnapshot {

    @inject(AwsAccountsModel) protected readonly model: AwsAccountsModel;
    @inject(Clock) protected readonly clock: Clock;
    @inject(Timer) protected readonly timer: Timer;

    protected readonly changed = new Emitter<void>();
    readonly onDidChange = this.changed.event;

    get snapshot(): AwsAccountsSnapshot | undefined {
        return this.model.snapshot;
    }

    /** Epoch ms. */
    get now(): number {
        return this.clock.now();
    }

    @postConstruct()
    protected init(): void {
        this.model.onDidChange(() => this.update());
        this.update();
    }

    protected update(): void {
        this.timer.set(this.snapshot && runsOutInMs(this.snapshot, this.now), () => this.update());
        this.changed.fire();
    }

    @preDestroy()
    protected dispose(): void {
        this.timer.dispose();
        this.changed.dispose();
    }
}

/** Milliseconds until the first connection runs out by itself; `undefined` if none does. */
export function runsOutInMs({ connections }: AwsAccountsSnapshot, now: number): number | undefined {
    const ends = connections.flatMap(({ state }) => ConnectionState.runsOutAt(state) ?? []).filter(end => end > now);
    return ends.length === 0 ? undefined : Math.min(...ends) - now;
}
