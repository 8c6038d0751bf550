import type { Container } from '@theia/core/shared/inversify';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import { AwsAccounts } from 'theia-aws-accounts/lib/node/aws-accounts';
import { ConnectionStore } from 'theia-aws-accounts/lib/node/connection/connection-store';
import type { ConfigChange } from 'theia-aws-accounts/lib/node/shared-config/editor/config-change';
import { SharedConfigEditor } from 'theia-aws-accounts/lib/node/shared-config/editor/shared-config-editor';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { cheapest, Cost, costOf, untilIdle } from '../figures/cost';
import { Figure, ms, report, run, shortest } from '../figures/figure';
import { configOf } from '../figures/generated-profiles';
import { longestBlock } from '../figures/loop-watch';
import type { Shown } from '../figures/shown';
import type { Received, WindowCall } from '../figures/window-process';
import { WindowSockets } from '../figures/window-sockets';

/*
 * Figures 2 to 5: what a change costs, in the backend and in each of 50 windows over sockets: a refresh in which nothing has changed, a key
 * that is set, a pin, a state, a use, and a file of which one profile changed. The windows share a process of their own, one after the
 * other: the time until all show a change has the work of 50 pages in it, the blocks of the event loop are those of the backend alone.
 */

const WINDOWS = 50;
const ROUNDS = 16;
const FEW = 35;
const MANY = 3_500;
const LARGE = 10_000;
const MIDDLE = { kind: 'profile', name: `p${LARGE / 2}` } as const;
const ADDED = { kind: 'profile', name: 'added' } as const;

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

/** Edits that take each other's place in turn. */
const EDITS: { readonly [what: string]: (isEven: boolean) => ConfigChange } = {
    'set one key': isEven => ({ kind: 'setKey', section: MIDDLE, key: 'region', value: isEven ? 'eu-west-1' : 'eu-west-2' }),
    'add or remove a key': isEven => isEven
        ? { kind: 'setKey', section: MIDDLE, key: 'duration_seconds', value: '900' }
        : { kind: 'removeKey', section: MIDDLE, key: 'duration_seconds' },
    'add or remove a profile': isEven => isEven
        ? { kind: 'addSection', section: ADDED, settings: [['region', 'eu-west-1']] }
        : { kind: 'removeSection', section: ADDED }
};

async function editing(fixture: BackendFixture, backend: Container, what: string): Promise<Figure> {
    const editor = backend.get(SharedConfigEditor);
    const configFilepath = fixture.pathOf('.aws', 'config');
    const texts = ['eu-west-1', 'eu-west-2'].map(region => configOf(LARGE, region));
    const [edits, writes, reads, blocks] = [[] as Cost[], [] as Cost[], [] as Cost[], [] as number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
        blocks.push(await longestBlock(async () => edits.push(await costOf(() => editor.apply('config', [EDITS[what](round % 2 === 0)])))));
        // The consequences of the edit have come to their end before anything else is measured, also those that the watcher begins later.
        await backend.get(AwsAccounts).refresh();
        await untilIdle();
        writes.push(await costOf(() => fixture.write('.aws/copy', texts[round % 2])));
        reads.push(await costOf(() => loadSharedConfigFiles({ configFilepath, filepath: '/nowhere', ignoreCache: true })));
        await untilIdle();
    }
    const [edit, write, read] = [edits, writes, reads].map(cheapest);
    const [ratio, blocked] = [(edit.processor - write.processor) / read.processor, shortest(blocks)];
    return {
        number: 3, what: `${what}, ${LARGE.toLocaleString('en')} profiles`,
        measured: `${ms(edit.time)}, ratio ${ratio.toFixed(2)} of processor time without the write, loop blocked ${ms(blocked)}`,
        beside: `SDK parser ${ms(read.time)}, the write alone ${ms(write.time)}`, limit: 'ratio 0.3, loop 50 ms', bound: 'the write',
        holds: ratio < 0.3 && blocked <= 50
    };
}

/** The cost until all windows show a change, which one of them asks for or the backend makes. */
async function measure(
    sockets: WindowSockets, shown: Shown, change: { readonly call: WindowCall } | { readonly make: () => Promise<unknown> }
): Promise<Measured> {
    await sockets.request({ kind: 'begin' });
    let time = 0;
    let received: Received = { bytes: 0, messages: 0 };
    const blocked = await longestBlock(async () => {
        time = await timeOf(async () => {
            const showing = sockets.request({ kind: 'until', shown, ...'call' in change && { call: change.call } });
            await ('make' in change ? change.make() : undefined);
            received = await showing;
        });
    });
    return { time, blocked, ...received };
}

const best = (all: readonly Measured[]): Measured => ({
    time: shortest(all.map(({ time }) => time)), blocked: shortest(all.map(({ blocked }) => blocked)),
    bytes: Math.max(...all.map(({ bytes }) => bytes)), messages: Math.max(...all.map(({ messages }) => messages))
});

/** A pin, a state and a use, in turn. */
async function small(backend: Container, sockets: WindowSockets): Promise<ReadonlyMap<string, Measured>> {
    const store = backend.get(ConnectionStore);
    const results = new Map<string, Measured>();
    const measureMany = async (what: string, round: (isOn: boolean) => Promise<Measured>): Promise<void> => {
        const all = [];
        for (let count = 0; count < ROUNDS; count += 1) {
            all.push(await round(count % 2 === 0));
            await backend.get(AwsAccounts).refresh();
        }
        results.set(what, best(all));
    };
    await measureMany('one pin', isPinned => measure(sockets, { kind: 'pins', count: isPinned ? 1 : 0 }, {
        call: { kind: 'setPinned', pin: { kind: 'profile', connectionId: 'profile:p1' }, isPinned }
    }));
    await measureMany('one state', isConnecting => measure(sockets, { kind: 'connecting', id: 'profile:p2', isConnecting }, {
        make: async () => store.setState('profile:p2', { kind: isConnecting ? 'connecting' : 'notConnected' })
    }));
    await measureMany('one use', isOn => {
        const id = isOn ? 'profile:p3' : 'profile:p5';
        return measure(sockets, { kind: 'use', id }, { call: { kind: 'setUse', id } });
    });
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
    const { bytes: catalogue } = sockets.first;
    const all = [];
    for (let round = 0; round < 8; round += 1) {
        const region = `eu-west-${round % 2 + 1}`;
        const text = configOf(MANY, region);
        const shown: Shown = { kind: 'region', id: `profile:p${MANY / 2}`, region };
        all.push(await measure(sockets, shown, { make: () => fixture.write('.aws/config', text) }));
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
    report(await refreshing(fixture, backend));
    for (const what of Object.keys(EDITS)) {
        report(await editing(fixture, backend, what));
    }
    await fixture.dispose();
    report(...await smallChanges(), await fileChange());
}

run(main);
