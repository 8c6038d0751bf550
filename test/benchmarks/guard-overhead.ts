import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import { CommandContribution, CommandEvent, CommandRegistry } from '@theia/core/lib/common/command';
import { bindContributionProvider } from '@theia/core/lib/common/contribution-provider';
import { Emitter } from '@theia/core/lib/common/event';
import { ILogger } from '@theia/core/lib/common/logger';
import { MockLogger } from '@theia/core/lib/common/test/mock-logger';
import { Container } from '@theia/core/shared/inversify';
import { GuardFixture } from 'theia-aws-accounts/lib/browser/guard/test/guard-fixture';
import { CONNECTED, profile } from 'theia-aws-accounts/lib/browser/test/snapshot-samples';
import { report } from '../figures/figure';

/*
 * Measures the guard: the same commands in two registries of one process, as Theia binds it and with the guard in front, run in turn. Ends
 * with 1 when a satisfied guard costs more than its limit. The limit of an unguarded command is measured in `guard-in-browser`: in the bare
 * registry a look-up of 20 ns is 4 % of half a microsecond, which is the smaller part of a command's cost.
 */

const DECLARED = 10_000;
const PATTERNS = 500;
/** About as many as a person uses in a day. */
const UNGUARDED = 100;
const PROFILES = 20;
const CALLS = 200;
const ROUNDS = 2_500;
const WARM_UP = 500;

/** Milliseconds that a satisfied guard may add to a call. */
const MOST_MICROSECONDS = 20;

/** Ids as programs have them: literals, which an engine keeps once, and not texts that were put together just now. */
const literals = (count: number, text: string): readonly string[] =>
    Object.keys(Object.fromEntries(Array.from({ length: count }, (_, index) => [`${text}${index}`, true])));

const unguarded = literals(UNGUARDED, 'product.free.command');
const declared = literals(DECLARED, 'product.aws.command');

function plainRegistry(): CommandRegistry {
    const container = new Container();
    container.bind(CommandRegistry).toSelf().inSingletonScope();
    container.bind(ILogger).to(MockLogger);
    bindContributionProvider(container, CommandContribution);
    return container.get(CommandRegistry);
}

function guardedRegistry(): CommandRegistry {
    const fixture = new GuardFixture();
    fixture.attach();
    Array.from({ length: PROFILES }, (_, index) => fixture.use(profile(`profile${index}`), CONNECTED));
    declared.forEach(id => fixture.requirements.register(id, { kind: 'iam', regions: ['eu-central-1'] }));
    Array.from({ length: PATTERNS }, (_, index) => fixture.requirements.register(`product.service${index}.*.delete*`, { kind: 'iam' }));
    return fixture.registry;
}

/** As in an IDE: the editor's command service relays what happens to commands, and the registry is full. */
function furnish(registry: CommandRegistry): CommandRegistry {
    const will = new Emitter<CommandEvent>();
    const did = new Emitter<CommandEvent>();
    registry.onWillExecuteCommand(event => will.fire(event));
    registry.onDidExecuteCommand(event => did.fire(event));
    for (const id of [...unguarded, ...declared]) {
        registry.registerCommand({ id }, { execute: (value: number) => value + 1 });
    }
    return registry;
}

/** Milliseconds for `CALLS` calls, one after the other. */
async function timeOf(registry: CommandRegistry, ids: readonly string[], round: number): Promise<number> {
    const start = performance.now();
    for (let call = 0; call < CALLS; call++) {
        await registry.executeCommand<number>(ids[(round * CALLS + call) % ids.length], call);
    }
    return performance.now() - start;
}

interface Pairs {
    readonly plain: readonly number[];
    readonly guarded: readonly number[];
}

/** Both in turn, and who is first in turn too. */
async function compare(plain: CommandRegistry, guarded: CommandRegistry, ids: readonly string[]): Promise<Pairs> {
    const times = { plain: [] as number[], guarded: [] as number[] };
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        const order = round % 2 === 0 ? ['plain', 'guarded'] as const : ['guarded', 'plain'] as const;
        for (const which of order) {
            const time = await timeOf(which === 'plain' ? plain : guarded, ids, round);
            if (round >= WARM_UP) {
                times[which].push(time);
            }
        }
    }
    return times;
}

function median(values: readonly number[]): number {
    return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}

function ratioOf({ plain, guarded }: Pairs): number {
    return median(guarded.map((time, index) => time / plain[index]));
}

function row({ plain, guarded }: Pairs, measured: string, limit: string): object {
    const perCall = (times: readonly number[]): string => (median(times) * 1000 / CALLS).toFixed(3);
    return { 'without, µs': perCall(plain), 'with, µs': perCall(guarded), measured, limit };
}

async function main(): Promise<void> {
    const plain = furnish(plainRegistry());
    const twin = furnish(plainRegistry());
    const guarded = furnish(guardedRegistry());
    const same = await compare(plain, twin, unguarded);
    const free = await compare(plain, guarded, unguarded);
    const stopped = await compare(plain, guarded, declared);
    const added = median(stopped.guarded.map((time, index) => (time - stopped.plain[index]) * 1000 / CALLS));
    console.table({
        'no guard in either (noise)': row(same, `ratio ${ratioOf(same).toFixed(3)}`, ''),
        'unguarded command': row(free, `ratio ${ratioOf(free).toFixed(3)}`, ''),
        'satisfied guard': row(stopped, `+${added.toFixed(2)} µs`, `+${MOST_MICROSECONDS} µs`)
    });
    console.log(
        `${DECLARED} declared commands, ${PATTERNS} patterns, median of ${ROUNDS} rounds of ${CALLS} calls, Node ${process.version}`
    );
    report({
        number: 10, what: `a satisfied guard, ${DECLARED.toLocaleString('en')} declarations`, measured: `+${added.toFixed(2)} µs a call`,
        beside: `unguarded command, ratio ${ratioOf(free)
            .toFixed(3)}; noise ${ratioOf(same).toFixed(3)}`, limit: `+${MOST_MICROSECONDS} µs`,
        bound: 'one look-up in a map', holds: added <= MOST_MICROSECONDS
    });
}

main().catch(error => {
    console.error(error);
    process.exitCode = 1;
});
