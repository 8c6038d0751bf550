import { expect } from 'chai';
import * as fc from 'fast-check';
import { AccountsReplica } from './accounts-replica';
import type { CataloguePiece } from './aws-accounts-catalogue';
import type { AwsAccountsSnapshot } from './aws-accounts-snapshot';
import type { AwsAccountsStatus } from './aws-accounts-status';
import type { IamProfileConnection } from '../connection/aws-connection';
import { composeSnapshot } from './snapshot-composition';
import { TokenServices } from '../token-service/token-services';

type Settle = () => void;

const profile = (name: string): IamProfileConnection => ({
    kind: 'iamProfile', id: `profile:${name}`, name, source: 'accessKeys', region: { name: 'eu-central-1', origin: 'profile' },
    locations: []
});

/** A backend whose messages and answers wait on the line until they are delivered, in their order, or lost. */
class BackendOnALine {

    names: readonly string[] = ['a'];
    connected: readonly string[] = [];
    revision = 1;
    readonly asked: number[] = [];
    protected line: Settle[] = [];

    get digest(): string {
        return `of ${this.names.join(' ')}`;
    }

    get status(): AwsAccountsStatus {
        const states = Object.fromEntries(this.connected.map(name => [`profile:${name}`, { kind: 'connecting' as const }]));
        return { revision: this.revision, catalogue: this.digest, states, uses: {}, marks: { profiles: {} } };
    }

    /** The snapshot that a window has to show in the end. */
    get truth(): AwsAccountsSnapshot {
        const files = { host: this.digest, config: { path: '', exists: true }, credentials: { path: '', exists: false } };
        const catalogue = { digest: this.digest, files, services: TokenServices.DEFAULT, connections: this.names.map(profile) };
        return composeSnapshot(catalogue, this.status).snapshot;
    }

    /** A new process, which counts from the start. */
    restart(): void {
        this.revision = 1;
        this.connected = [];
    }

    change(change: Partial<Pick<BackendOnALine, 'names' | 'connected'>>): AwsAccountsStatus {
        Object.assign(this, change);
        this.revision += 1;
        return this.status;
    }

    piece(digest: string, piece: number): CataloguePiece {
        if (digest !== this.digest) {
            return { kind: 'superseded', status: this.status };
        }
        this.asked.push(piece);
        const { files, services, connections } = this.truth;
        const lists = connections.map(({ connection }) => JSON.stringify([connection]));
        return { kind: 'piece', text: [JSON.stringify({ files, services, pieces: lists }), ...lists][piece] };
    }

    /** Sends what is the answer when it is sent. It arrives when it is delivered. */
    send<T>(answer: () => T): Promise<T> {
        return new Promise((resolve, reject) => {
            const value = answer();
            this.line.push(Object.assign(() => resolve(value), { lose: () => reject(new Error('The connection is lost.')) }));
        });
    }

    push(act: () => void): void {
        this.line.push(act);
    }

    deliver(): void {
        this.line.shift()?.();
    }

    /** Messages on the line never arrive: an answer may be refused, or not come at all. */
    lose(silently: boolean): void {
        const lost = this.line;
        this.line = [];
        if (!silently) {
            lost.forEach(message => (message as { lose?(): void }).lose?.());
        }
    }

    get isBusy(): boolean {
        return this.line.length > 0;
    }
}

/** A window, as the link keeps it. */
class Window {

    shown: AwsAccountsSnapshot | undefined;
    readonly wrong: string[] = [];
    readonly replica = new AccountsReplica((digest, piece) => this.backend.send(() => this.backend.piece(digest, piece)));

    constructor(protected readonly backend: BackendOnALine) { }

    attach(): void {
        this.backend.send(() => this.backend.status).then(status => this.replica.restart(status)).then(snapshot => {
            this.shown = snapshot;
        }, () => undefined);
    }

    hear(status: AwsAccountsStatus): void {
        this.backend.push(() => void this.replica.take(status).then(snapshot => this.accept(snapshot), () => undefined));
    }

    /** A call of this window that changes something. */
    act(act: () => AwsAccountsStatus): void {
        const { backend } = this;
        backend.send(act).then(async status => {
            const snapshot = await this.replica.take(status);
            if (snapshot.revision < status.revision) {
                this.wrong.push(`revision ${snapshot.revision} does not contain ${status.revision}`);
            }
            this.accept(snapshot);
        }).catch(() => undefined);
    }

    reconnect(silently: boolean): void {
        this.backend.lose(silently);
        this.replica.forget();
        this.attach();
    }

    protected accept(snapshot: AwsAccountsSnapshot): void {
        if (this.shown === undefined || snapshot.revision > this.shown.revision) {
            this.shown = snapshot;
        }
    }
}

const turn = (): Promise<void> => new Promise(setImmediate);

const NAMES = fc.subarray(['a', 'b', 'c']);
const EVENT = fc.oneof(
    fc.record({ kind: fc.constant('files' as const), names: NAMES }),
    fc.record({ kind: fc.constant('states' as const), connected: NAMES }),
    fc.record({ kind: fc.constant('call' as const), connected: NAMES }),
    fc.record({ kind: fc.constant('deliver' as const), messages: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ kind: fc.constant('lost' as const), silently: fc.boolean(), restarts: fc.boolean() })
);
type LineEvent = typeof EVENT extends fc.Arbitrary<infer T> ? T : never;

async function happen(event: LineEvent, backend: BackendOnALine, window: Window): Promise<void> {
    switch (event.kind) {
        case 'files':
            return window.hear(backend.change({ names: event.names }));
        case 'states':
            return window.hear(backend.change({ connected: event.connected }));
        case 'call':
            return window.act(() => {
                const status = backend.change({ connected: event.connected });
                window.hear(status);
                return status;
            });
        case 'deliver':
            for (let message = 0; message < event.messages; message += 1) {
                backend.deliver();
                await turn();
            }
            return;
        case 'lost':
            if (event.restarts) {
                backend.restart();
            }
            return window.reconnect(event.silently);
    }
}

async function deliverAll(backend: BackendOnALine): Promise<void> {
    await turn();
    while (backend.isBusy) {
        backend.deliver();
        await turn();
    }
}

describe('AccountsReplica', () => {

    it('ends with what the backend holds, whatever is changed, lost and connected again meanwhile', () => fc.assert(
        fc.asyncProperty(fc.array(EVENT, { maxLength: 25 }), async events => {
            const backend = new BackendOnALine();
            const window = new Window(backend);
            window.attach();
            for (const event of events) {
                await happen(event, backend, window);
            }
            await deliverAll(backend);
            expect(window.shown).to.deep.equal(backend.truth);
            expect(window.wrong).to.deep.equal([]);
        }),
        { numRuns: 300 }
    ));

    it('requests a catalogue once for its digest, however many statuses name it', async () => {
        const backend = new BackendOnALine();
        const window = new Window(backend);
        window.attach();
        window.hear(backend.change({ connected: ['a'] }));
        await deliverAll(backend);
        window.hear(backend.change({ connected: [] }));
        await deliverAll(backend);
        expect([backend.asked, window.shown?.revision]).to.deep.equal([[0, 1], 3]);
    });

    it('requests only the pieces of a catalogue that it does not have', async () => {
        const backend = new BackendOnALine();
        const window = new Window(backend);
        window.attach();
        await deliverAll(backend);
        window.hear(backend.change({ names: ['a', 'b'] }));
        await deliverAll(backend);
        expect(backend.asked).to.deep.equal([0, 1, 0, 2]);
        expect(window.shown).to.deep.equal(backend.truth);
    });

    it('keeps the entries that say the same', async () => {
        const backend = new BackendOnALine();
        const window = new Window(backend);
        backend.names = ['a', 'b'];
        window.attach();
        await deliverAll(backend);
        const before = window.shown?.connections ?? [];
        window.hear(backend.change({ connected: ['b'] }));
        await deliverAll(backend);
        expect(window.shown?.connections.map((entry, index) => entry === before[index])).to.deep.equal([true, false]);
    });

    it('keeps the entries of connections of which another catalogue says the same', async () => {
        const backend = new BackendOnALine();
        const window = new Window(backend);
        Object.assign(backend, { names: ['a', 'b', 'c'], connected: ['a'] });
        window.attach();
        await deliverAll(backend);
        const before = window.shown?.connections ?? [];
        window.hear(backend.change({ names: ['a', 'other', 'c'], connected: [] }));
        await deliverAll(backend);
        expect(window.shown?.connections.map((entry, index) => entry === before[index])).to.deep.equal([false, false, true]);
        expect(window.shown).to.deep.equal(backend.truth);
    });
});
