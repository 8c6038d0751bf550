import type { Container } from '@theia/core/shared/inversify';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import type { AwsAccountsSnapshot } from 'theia-aws-accounts/lib/common/snapshot/aws-accounts-snapshot';
import { AwsAccounts } from 'theia-aws-accounts/lib/node/aws-accounts';
import { ConnectionStore } from 'theia-aws-accounts/lib/node/connection/connection-store';
import { SharedConfigEditor } from 'theia-aws-accounts/lib/node/shared-config/editor/shared-config-editor';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { cheapest, Cost, costOf } from '../figures/cost';
import { Figure, ms, report, run, shortest } from '../figures/figure';
import { configOf } from '../figures/generated-profiles';
import { longestBlock } from '../figures/loop-watch';
import { SocketWindow, WindowSockets } from '../figures/window-sockets';

/*
 * Figures 2 to 5: what a change costs, in the backend and in each of 50 windows over sockets: a refresh in which nothing has changed, a key
 * that is set, a pin, a state, a use, and a file of which one profile changed.
 */

const WINDOWS = 50;
const ROUNDS = 16;
const FEW = 35;
const MANY = 3_500;
const LARGE = 10_000;

interface Measured {
    readonly time: number;
    readonly blocked: number;
    readonly bytes: number;
    readonly messages: number;
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await act();
    return performance.now() - start;
}

async function many(rounds: number, act: (round: number) => Promise<Cost>): Promise<Cost> {
    const costs = [];
    for (let round = 0; round < rounds; round += 1) {
        costs.push(await act(round));
    }
    return cheapest(costs);
}

async function refreshing(fixture: BackendFixture, backend: Container): Promise<Figure> {
    const accounts = backend.get(AwsAccounts);
    await accounts.restore();
    const { time, processor } = await many(ROUNDS, () => costOf(() => accounts.refresh()));
    const before = await many(3, () => costOf(() => fixture.startBackend().get(AwsAccounts).restore()));
    return {
        number: 2, what: `a refresh in which nothing has changed, ${LARGE.toLocaleString('en')} profiles`,
        measured: `${ms(time)}, ${ms(processor)} of processor time`, beside: `the first reading ${ms(before.time)}`,
        limit: '5 ms of processor time', bound: 'reading and comparing the bytes: 1 to 2 ms', holds: processor < 5
    };
}

async function settingKey(fixture: BackendFixture, backend: Container): Promise<Figure> {
    const editor = backend.get(SharedConfigEditor);
    const configFilepath = fixture.pathOf('.aws', 'config');
    const set = (value: string): Promise<void> =>
        editor.apply('config', [{ kind: 'setKey', section: { kind: 'profile', name: 'p5000' }, key: 'region', value }]);
    const blocks: number[] = [];
    const edit = await many(ROUNDS, async round => {
        let cost: Cost = { time: Infinity, processor: Infinity };
        blocks.push(await longestBlock(async () => cost = await costOf(() => set(`eu-west-${round % 2 + 1}`))));
        // The consequences of the edit have come to their end before the next one.
        await backend.get(AwsAccounts).refresh();
        return cost;
    });
    const write = await many(ROUNDS, round => costOf(() => fixture.write('.aws/copy', configOf(LARGE, `eu-west-${round % 2 + 1}`))));
    const read = await many(ROUNDS, () =>
        costOf(() => loadSharedConfigFiles({ configFilepath, filepath: '/nowhere', ignoreCache: true })));
    const [ratio, blocked] = [(edit.processor - write.processor) / read.processor, shortest(blocks)];
    return {
        number: 3, what: `set one key, ${LARGE.toLocaleString('en')} profiles`,
        measured: `${ms(edit.time)}, ratio ${ratio.toFixed(2)} of processor time without the write, loop blocked ${ms(blocked)}`,
        beside: `SDK parser ${ms(read.time)}, the write alone ${ms(write.time)}`, limit: 'ratio 0.3, loop 50 ms', bound: 'the write',
        holds: ratio < 0.3 && blocked <= 50
    };
}

let places: { readonly count: number; readonly byId: ReadonlyMap<string, number> } | undefined;

/** The place of a connection in the list, looked up once: the windows are no part of what is measured. */
function indexIn(connections: AwsAccountsSnapshot['connections'], id: string): number {
    if (places?.count !== connections.length) {
        places = { count: connections.length, byId: new Map(connections.map(({ connection }, index) => [connection.id, index])) };
    }
    return places.byId.get(id) ?? 0;
}

/** The cost until all windows show a change. */
async function measure(windows: readonly SocketWindow[], make: () => Promise<unknown>, fits: Parameters<SocketWindow['until']>[0]): Promise<Measured> {
    const before = windows.map(({ bytes, messages }) => ({ bytes, messages }));
    let time = 0;
    const blocked = await longestBlock(async () => {
        time = await timeOf(() => Promise.all([make(), ...windows.map(window => window.until(fits))]));
    });
    const grown = windows.slice(1).map((window, index) => ({
        bytes: window.bytes - before[index + 1].bytes, messages: window.messages - before[index + 1].messages
    }));
    return {
        time, blocked, bytes: Math.max(...grown.map(({ bytes }) => bytes)), messages: Math.max(...grown.map(({ messages }) => messages))
    };
}

const best = (all: readonly Measured[]): Measured => ({
    time: shortest(all.map(({ time }) => time)), blocked: shortest(all.map(({ blocked }) => blocked)),
    bytes: Math.max(...all.map(({ bytes }) => bytes)), messages: Math.max(...all.map(({ messages }) => messages))
});

/** A pin, a state and a use, in turn. */
async function small(backend: Container, { windows }: WindowSockets): Promise<ReadonlyMap<string, Measured>> {
    const store = backend.get(ConnectionStore);
    const [{ remote }] = windows;
    const results = new Map<string, Measured>();
    const measureMany = async (what: string, change: (on: boolean) => [() => Promise<unknown>, Parameters<SocketWindow['until']>[0]]): Promise<void> => {
        const all = [];
        for (let round = 0; round < ROUNDS; round += 1) {
            all.push(await measure(windows, ...change(round % 2 === 0)));
            await backend.get(AwsAccounts).refresh();
        }
        results.set(what, best(all));
    };
    await measureMany('one pin', on => [
        () => remote.setPinned({ kind: 'profile', connectionId: 'profile:p1' }, on), ({ pins = [] }) => pins.length === (on ? 1 : 0)
    ]);
    await measureMany('one state', on => [
        async () => store.setState('profile:p2', { kind: on ? 'connecting' : 'notConnected' }),
        ({ connections }) => (connections[indexIn(connections, 'profile:p2')].state.kind === 'connecting') === on
    ]);
    await measureMany('one use', on => [
        () => remote.setUse('awsServices', on ? 'profile:p3' : 'profile:p5'), ({ uses }) => uses.awsServices === (on ? 'profile:p3' : 'profile:p5')
    ]);
    return results;
}

async function smallChanges(): Promise<Figure[]> {
    const results = [];
    for (const profiles of [FEW, MANY]) {
        const fixture = await BackendFixture.create();
        await fixture.write('.aws/config', configOf(profiles));
        const backend = fixture.startBackend();
        const sockets = await WindowSockets.open(backend, WINDOWS);
        results.push(await small(backend, sockets));
        sockets.close();
        await fixture.dispose();
    }
    const [few, all] = results;
    return [...all].map(([what, { time, blocked, bytes, messages }]) => ({
        number: 4, what: `${what}, ${MANY.toLocaleString('en')} profiles, ${WINDOWS} windows`,
        measured: `${ms(time)} for all, ${bytes} bytes and ${messages} message a window, loop blocked ${ms(blocked)}`,
        beside: `${FEW} profiles: ${ms(few.get(what)?.time ?? 0)}, ${few.get(what)?.bytes} bytes`,
        limit: '50 ms, 2,048 bytes, 1 message, loop 20 ms', bound: 'one packet for each window',
        holds: time <= 50 && bytes < 2_048 && messages === 1 && blocked <= 20
    }));
}

async function fileChange(): Promise<Figure> {
    const fixture = await BackendFixture.create();
    await fixture.write('.aws/config', configOf(MANY));
    const sockets = await WindowSockets.open(fixture.startBackend(), WINDOWS);
    const catalogue = Math.max(...sockets.windows.map(({ bytes }) => bytes));
    const all = [];
    for (let round = 0; round < 8; round += 1) {
        const region = `eu-west-${round % 2 + 1}`;
        const text = configOf(MANY, region);
        const id = `profile:p${MANY / 2}`;
        all.push(await measure(sockets.windows, () => fixture.write('.aws/config', text), ({ connections }) => {
            const { connection } = connections[indexIn(connections, id)];
            return connection.kind === 'iamProfile' && connection.region.name === region;
        }));
    }
    sockets.close();
    await fixture.dispose();
    const { time, blocked, bytes } = best(all);
    return {
        number: 5, what: `one profile of ${MANY.toLocaleString('en')} changes in its file, ${WINDOWS} windows`,
        measured: `${ms(time)} for all, at most ${(bytes / 1024).toFixed(0)} KiB a window, loop blocked ${ms(blocked)}`,
        beside: `the first catalogue ${(catalogue / 1024).toFixed(0)} KiB`, limit: '500 ms, one catalogue a window',
        bound: 'a look at the files every 300 ms, at once where the system reports', holds: time < 500 && bytes <= catalogue * 1.1
    };
}

async function main(): Promise<void> {
    const fixture = await BackendFixture.create();
    await fixture.write('.aws/config', configOf(LARGE));
    const backend = fixture.startBackend();
    report(await refreshing(fixture, backend), await settingKey(fixture, backend));
    await fixture.dispose();
    report(...await smallChanges(), await fileChange());
}

run(main);
