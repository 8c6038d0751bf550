import { Disposable } from '@theia/core/lib/common/disposable';
import { Emitter, Event } from '@theia/core/lib/common/event';
import { inject, injectable, preDestroy } from '@theia/core/shared/inversify';
import type { AwsFailure } from '../../common/aws-accounts-error';
import type { AwsAccountsSnapshot, SharedConfigFiles } from '../../common/aws-accounts-snapshot';
import type { AwsConnection, AwsConnectionId } from '../../common/aws-connection';
import type { ConfiguredEndpoints } from '../../common/configured-endpoint';
import { ConnectionState } from '../../common/connection-state';
import { TokenServices } from '../../common/token-service';
import { Clock } from '../process/clock';
import { RememberedChoices } from '../choices/remembered-choices';

/** The whole truth of this process. */
export interface StoreContent {
    readonly connections: readonly AwsConnection[];
    readonly states: ReadonlyMap<AwsConnectionId, ConnectionState>;
    readonly choices: RememberedChoices;
    readonly files: SharedConfigFiles;
    readonly services: TokenServices;
    readonly endpoints?: ConfiguredEndpoints;
    readonly failure?: AwsFailure;
}

const EMPTY: StoreContent = {
    connections: [],
    states: new Map(),
    choices: RememberedChoices.NONE,
    services: TokenServices.DEFAULT,
    files: { host: '', config: { path: '', exists: false }, credentials: { path: '', exists: false } }
};

/** Node.js cannot wait longer than this; what runs out later is looked at again then. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/** Holds connections and their states; everybody else listens. States that run out by themselves do so here, in time for every window. */
@injectable()
export class ConnectionStore implements Disposable {

    @inject(Clock) protected readonly clock: Clock;

    protected readonly changed = new Emitter<void>();
    protected content: StoreContent = EMPTY;
    protected revision = 0;
    protected alarm = new AbortController();

    /** Fires once for each change. */
    readonly onDidChange: Event<void> = this.changed.event;

    get current(): StoreContent {
        return this.content;
    }

    /** The snapshot for a window that shows `workspace`. */
    snapshot(workspace: string): AwsAccountsSnapshot {
        const { connections, choices, files, services, endpoints, failure } = this.content;
        return {
            revision: this.revision,
            connections: connections.map(connection => ({ connection, state: this.stateOf(connection.id) })),
            uses: {
                ...Object.fromEntries(services.map(({ id }) => [id, RememberedChoices.ofService(choices, id)])),
                awsServices: choices.awsServices[workspace]
            },
            services,
            files,
            pins: choices.pins,
            codeWhispererHost: TokenServices.find(services, TokenServices.CODEWHISPERER.id)?.host,
            endpoints,
            failure
        };
    }

    /** As it is now: after a sleep of the machine the alarm comes late. */
    stateOf(id: AwsConnectionId): ConnectionState {
        return ConnectionState.at(this.content.states.get(id) ?? { kind: 'notConnected' }, this.clock.now());
    }

    /** Replaces parts of the content. Nothing is said when nothing is different. */
    update(change: Partial<StoreContent>): void {
        const next = { ...this.content, ...change };
        if (asText(next) !== asText(this.content) || this.revision === 0) {
            this.content = next;
            this.revision += 1;
            this.setAlarm();
            this.changed.fire();
        }
    }

    setState(id: AwsConnectionId, state: ConnectionState): void {
        this.update({ states: new Map(this.content.states).set(id, state) });
    }

    /** Waits for the nearest end of a state, instead of asking again and again. */
    protected setAlarm(): void {
        this.alarm.abort();
        this.alarm = new AbortController();
        const now = this.clock.now();
        const ends = [...this.content.states.values()].flatMap(state => endOf(state) ?? []).filter(end => end > now);
        if (ends.length > 0) {
            const wait = Math.min(Math.min(...ends) - now, LONGEST_WAIT_MS);
            this.clock.delay(wait, this.alarm.signal).then(() => this.letRunOut(), ignoreAbort);
        }
    }

    protected letRunOut(): void {
        const now = this.clock.now();
        this.update({ states: new Map([...this.content.states].map(([id, state]) => [id, ConnectionState.at(state, now)])) });
        this.setAlarm();
    }

    @preDestroy()
    dispose(): void {
        this.alarm.abort();
        this.changed.dispose();
    }
}

function endOf(state: ConnectionState): number | undefined {
    const ends = (state.kind === 'signedIn' || state.kind === 'connected') && !state.renews && state.expiresAt !== undefined;
    return ends ? Date.parse(state.expiresAt) : undefined;
}

function asText(content: StoreContent): string {
    return JSON.stringify({ ...content, states: [...content.states] });
}

/** A superseded alarm; anything else would be a bug of the clock, and is told. */
function ignoreAbort(error: unknown): void {
    if ((error as Error).name !== 'AbortError') {
        throw error;
    }
}
