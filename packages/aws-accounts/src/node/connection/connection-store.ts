import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, postConstruct, preDestroy } from '@theia/core/shared/inversify';
import { requireFound } from '../../common/state/connection-not-found';
import { AwsAccountsStatus } from '../../common/snapshot/aws-accounts-status';
import type { AwsConnection, AwsConnectionId, IamProfileConnection } from '../../common/connection/aws-connection';
import { ConnectionState } from '../../common/state/connection-state';
import { Clock } from '../process/clock';
import { Timer } from '../process/timer';
import { atOnce, inSlices } from '../process/slices';
import { CatalogueParts, SerialisedCatalogue } from './serialised-catalogue';
import { StoreContent } from './store-content';

/** Holds connections and their states; everybody else listens. States that run out by themselves do so here, in time for every window. */
@injectable()
export class ConnectionStore implements Disposable {

    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<void>();
    protected content: StoreContent = StoreContent.EMPTY;
    protected byId: { readonly of: readonly AwsConnection[]; readonly map: ReadonlyMap<AwsConnectionId, AwsConnection> } | undefined;
    protected serialised: SerialisedCatalogue | undefined;
    protected revision = 0;
    protected timer: Timer;

    /** Fires once for each change. */
    readonly onDidChange: Event<void> = this.changed.event;

    @postConstruct()
    protected init(): void {
        this.timer = new Timer(this.clock);
    }

    get current(): StoreContent {
        return this.content;
    }

    find(id: AwsConnectionId): AwsConnection | undefined {
        const { connections } = this.content;
        if (this.byId?.of !== connections) {
            this.byId = { of: connections, map: new Map(connections.map(connection => [connection.id, connection])) };
        }
        return this.byId.map.get(id);
    }

    /** @throws AwsAccountsError `connectionNotFound` */
    require(id: AwsConnectionId): AwsConnection {
        return requireFound(this.find(id), id);
    }

    /** @throws AwsAccountsError `connectionNotFound`, also for a connection of another kind */
    requireProfile(id: AwsConnectionId): IamProfileConnection {
        const connection = this.require(id);
        return requireFound(connection.kind === 'iamProfile' ? connection : undefined, id);
    }

    /** Connections as the files describe them, made once for each content of the files. */
    get catalogue(): SerialisedCatalogue {
        if (!this.serialised?.isOf(this.content)) {
            this.serialised = atOnce(SerialisedCatalogue.make(this.content, this.serialised));
        }
        return this.serialised;
    }

    /** The status for a window that shows `workspace`. */
    status(workspace: string): AwsAccountsStatus {
        return {
            revision: this.revision,
            catalogue: this.catalogue.digest,
            states: this.states(),
            ...StoreContent.chosen(this.content, workspace)
        };
    }

    /** Those that are not the initial ones. */
    protected states(): Record<AwsConnectionId, ConnectionState> {
        const states: Record<AwsConnectionId, ConnectionState> = {};
        for (const id of this.content.states.keys()) {
            const connection = this.find(id);
            const state = this.stateOf(id);
            if (connection !== undefined && state.kind !== AwsAccountsStatus.initialState(connection).kind) {
                states[id] = state;
            }
        }
        return states;
    }

    /** The state now: after a sleep of the machine the timer is late. */
    stateOf(id: AwsConnectionId): ConnectionState {
        const state = this.content.states.get(id);
        if (state !== undefined) {
            return ConnectionState.at(state, this.clock.now());
        }
        const connection = this.find(id);
        return connection ? AwsAccountsStatus.initialState(connection) : { kind: 'notConnected' };
    }

    /** Serialises the catalogue of a content to come in slices, so that `update` need not do it at once. */
    async prepare(parts: CatalogueParts): Promise<void> {
        const next = StoreContent.changed(this.content, parts);
        if (!this.serialised?.isOf(next)) {
            this.serialised = await inSlices(SerialisedCatalogue.make(next, this.serialised));
        }
    }

    /** Replaces parts of the content. Listeners are told when something is different. */
    update(change: Partial<StoreContent>): void {
        const next = StoreContent.changed(this.content, change);
        // The first update is told even where it changes nothing: with it the files are read, and a window waits for no more than that.
        if (next !== this.content || this.revision === 0) {
            this.content = next;
            this.revision += 1;
            this.setTimer();
            this.changed.fire();
        }
    }

    setState(id: AwsConnectionId, state: ConnectionState): void {
        this.update({ states: new Map(this.content.states).set(id, state) });
    }

    /** Waits for the nearest end of a state, instead of asking again and again. An end may have passed since the state was looked up. */
    protected setTimer(): void {
        const ends = [...this.content.states.values()].flatMap(state => ConnectionState.runsOutAt(state) ?? []);
        this.timer.set(ends.length === 0 ? undefined : Math.max(0, Math.min(...ends) - this.clock.now()), () => this.letRunOut());
    }

    protected letRunOut(): void {
        const now = this.clock.now();
        this.update({ states: new Map([...this.content.states].map(([id, state]) => [id, ConnectionState.at(state, now)])) });
        this.setTimer();
    }

    @preDestroy()
    dispose(): void {
        this.timer.dispose();
        this.changed.dispose();
    }
}
