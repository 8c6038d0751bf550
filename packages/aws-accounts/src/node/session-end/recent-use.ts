import { inject, injectable } from '@theia/core/shared/inversify';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { Clock } from '../process/clock';

/** Time at which each connection served somebody last. */
@injectable()
export class RecentUse {

    @inject(Clock) protected readonly clock: Clock;

    protected readonly times = new Map<AwsConnectionId, number>();

    note(connectionId: AwsConnectionId): void {
        this.times.set(connectionId, this.clock.now());
    }

    /** @param ms milliseconds */
    within(connectionId: AwsConnectionId, ms: number): boolean {
        const time = this.times.get(connectionId);
        return time !== undefined && this.clock.now() - time <= ms;
    }
}
