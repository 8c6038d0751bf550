import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import { AwsAccountsSnapshot, ConnectionEntry } from '../../common/snapshot/aws-accounts-snapshot';
import type { AwsConnectionId } from '../../common/connection/aws-connection';
import { AwsRequirement } from '../../common/requirement/aws-requirement';
import type { AwsVerdict } from '../../common/requirement/aws-verdict';
import type { AwsUse } from '../../common/token-service/connection-use';
import { ProductTokenServices, TokenServices } from '../../common/token-service/token-services';
import { Clock } from '../time/clock';

/**
 * This window's one copy of the truth. View, status bar, context keys and guard read it and nothing else; only `AwsAccountsLink` writes it.
 */
@injectable()
export class AwsAccountsModel {

    @inject(Clock) protected readonly clock: Clock;
    @inject(ProductTokenServices) protected readonly product: TokenServices;

    protected readonly changed = new Emitter<AwsAccountsSnapshot>();
    protected current: AwsAccountsSnapshot | undefined;
    protected connected = false;

    /** Fires once for each accepted snapshot. */
    readonly onDidChange: Event<AwsAccountsSnapshot> = this.changed.event;

    /**
     * The newest snapshot; `undefined` until the backend has answered for the first time. While the backend is away it is the last one
     * known.
     */
    get snapshot(): AwsAccountsSnapshot | undefined {
        return this.current;
    }

    /** The token services as the backend has them; those of the product until it has answered. */
    get services(): TokenServices {
        return this.current?.services ?? this.product;
    }

    /** True when the snapshot is kept up to date. Nothing that is not live is trusted by the guard. */
    get live(): boolean {
        return this.connected;
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
        this.connected = true;
        this.accept(snapshot);
    }

    /** The backend is away: what was true may have changed. */
    disconnect(): void {
        this.connected = false;
        if (this.current) {
            this.changed.fire(this.current);
        }
    }

    find(id: AwsConnectionId | undefined): ConnectionEntry | undefined {
        return this.current && AwsAccountsSnapshot.find(this.current, id);
    }

    /** The connection that serves `use`, if there is one. */
    inUse(use: AwsUse): ConnectionEntry | undefined {
        return this.current && AwsAccountsSnapshot.inUse(this.current, use);
    }

    /** `requirement` as it holds on this platform. */
    onPlatform(requirement: AwsRequirement): AwsRequirement {
        return this.current ? AwsRequirement.onPlatform(requirement, this.current) : requirement;
    }

    /** @deprecated Its name is `onPlatform`. */
    onHost(requirement: AwsRequirement): AwsRequirement {
        return this.onPlatform(requirement);
    }

    /** Tells whether `requirement` is met now. Without a live snapshot nothing is. */
    check(requirement: AwsRequirement): AwsVerdict {
        return this.current && this.connected
            ? AwsRequirement.check(requirement, this.current, this.clock.now())
            : { kind: 'notConnected' };
    }

    /** Tells whether the connection with this id would meet `requirement` now, whatever is in use. */
    checkWith(requirement: AwsRequirement, id: AwsConnectionId): AwsVerdict {
        if (this.current === undefined || !this.connected) {
            return { kind: 'notConnected' };
        }
        const { services, uses } = this.current;
        const alternatives = AwsRequirement.alternatives(this.onPlatform(requirement));
        const wanted = Object.fromEntries(alternatives.map(one => [AwsRequirement.use(one, services), id]));
        return AwsRequirement.check(requirement, { ...this.current, uses: { ...uses, ...wanted } }, this.clock.now());
    }

    @preDestroy()
    protected dispose(): void {
        this.changed.dispose();
    }
}
