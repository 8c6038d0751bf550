import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { AwsAccountsSnapshot, ConnectionEntry } from '../common/aws-accounts-snapshot';
import type { AwsConnectionId } from '../common/aws-connection';
import { AwsRequirement, AwsVerdict } from '../common/aws-requirement';
import type { AwsUse } from '../common/connection-use';
import { Clock } from './clock';

/**
 * This window's one copy of the truth. View, status bar, context keys and guard read it and nothing else; only `AwsAccountsLink` writes it.
 */
@injectable()
export class AwsAccountsModel {

    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<AwsAccountsSnapshot>();
    protected current: AwsAccountsSnapshot | undefined;

    /** Fires once for each accepted snapshot. */
    readonly onDidChange: Event<AwsAccountsSnapshot> = this.changed.event;

    /** The newest snapshot; `undefined` until the backend has answered for the first time, or while it cannot be reached. */
    get snapshot(): AwsAccountsSnapshot | undefined {
        return this.current;
    }

    /** Takes a snapshot unless it is older than the one at hand. */
    accept(snapshot: AwsAccountsSnapshot): void {
        if (this.current === undefined || snapshot.revision > this.current.revision) {
            this.current = snapshot;
            this.changed.fire(snapshot);
        }
    }

    /** Takes a snapshot of a new backend connection, whose revisions may start anew. */
    reset(snapshot: AwsAccountsSnapshot): void {
        this.current = undefined;
        this.accept(snapshot);
    }

    find(id: AwsConnectionId | undefined): ConnectionEntry | undefined {
        return this.current && AwsAccountsSnapshot.find(this.current, id);
    }

    /** The connection that serves `use`, if there is one. */
    inUse(use: AwsUse): ConnectionEntry | undefined {
        return this.current && AwsAccountsSnapshot.inUse(this.current, use);
    }

    /** Whether `requirement` is met now. Without a snapshot nothing is. */
    check(requirement: AwsRequirement): AwsVerdict {
        return this.current ? AwsRequirement.check(requirement, this.current, this.clock.now()) : { kind: 'notConnected' };
    }

    @preDestroy()
    protected dispose(): void {
        this.changed.dispose();
    }
}
