import { chromium } from '@playwright/test';
import { Authority } from 'aws-sign-in-emulator';
import { Ide } from '../e2e/ide';
import type { IdeWindow } from '../e2e/ide-window';
import { report } from '../figures/figure';

/*
 * Measures the guard where people use it: in the running example, with all its listeners to commands. The registry's own method, as in a
 * Theia without this extension, and the guarded one run in turn in one page. Ends with 1 when the figure is over its limit.
 */

const DECLARED = 10_000;
const PATTERNS = 500;
/** The clock of a page shows tenths of milliseconds, so a round has to last. */
const CALLS = 5_000;
const ROUNDS = 200;
const WARM_UP = 20;

/** An unguarded command, with the guard, in units of the same without. */
const MOST_RATIO = 1.05;

interface Figures {
    readonly plain: number;
    readonly guarded: number;
    readonly ratio: number;
    readonly noise: number;
}

interface PageRegistry {
    registerCommand(command: { id: string }, handler: { execute(value: number): number }): void;
    executeCommand(id: string, value: number): Promise<number>;
}

interface PageRequirements {
    register(commands: string, requirement: { kind: 'iam' }): void;
}

function measure({ page }: IdeWindow): Promise<Figures> {
    return page.evaluate(async ({ declared, patterns, calls, rounds, warmUp }) => {
        type Bindings = { readonly _map: Map<{ name?: string }, unknown> };
        interface PageContainer { get(key: unknown): unknown; readonly _bindingDictionary: Bindings }
        const { container } = (window as unknown as { theia: { container: PageContainer } }).theia;
        const keys = [...container._bindingDictionary._map.keys()];
        const service = (wanted: string): unknown => container.get(keys.find(({ name }) => name === wanted));
        const registry = service('CommandRegistry') as PageRegistry;
        const requirements = service('AwsRequirementRegistry') as PageRequirements;
        Array.from({ length: declared }, (_, index) => requirements.register(`bench.aws.command${index}`, { kind: 'iam' }));
        Array.from({ length: patterns }, (_, index) => requirements.register(`bench.service${index}.*.delete*`, { kind: 'iam' }));
        const ids = Object.keys(Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`bench.free.command${index}`, true])));
        ids.forEach(id => registry.registerCommand({ id }, { execute: value => value + 1 }));

        const without: PageRegistry['executeCommand'] = Object.getPrototypeOf(registry).executeCommand;
        const variants = {
            plain: (id: string, value: number) => without.call(registry, id, value),
            twin: (id: string, value: number) => without.call(registry, id, value),
            guarded: (id: string, value: number) => registry.executeCommand(id, value)
        };
        const names = ['plain', 'twin', 'guarded'] as const;
        const times = { plain: [] as number[], twin: [] as number[], guarded: [] as number[] };
        for (let round = 0; round < rounds + warmUp; round++) {
            for (let turn = 0; turn < names.length; turn++) {
                const name = names[(round + turn) % names.length];
                const start = performance.now();
                for (let call = 0; call < calls; call++) {
                    await variants[name](ids[(round * calls + call) % ids.length], call);
                }
                if (round >= warmUp) {
                    times[name].push(performance.now() - start);
                }
            }
        }
        const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
        const ratioTo = (values: readonly number[]): number => median(values.map((time, index) => time / times.plain[index]));
        const perCall = (rounds: readonly number[]): number => median(rounds) * 1000 / calls;
        return { plain: perCall(times.plain), guarded: perCall(times.guarded), ratio: ratioTo(times.guarded), noise: ratioTo(times.twin) };
    }, { declared: DECLARED, patterns: PATTERNS, calls: CALLS, rounds: ROUNDS, warmUp: WARM_UP });
}

async function main(): Promise<void> {
    const browser = await chromium.launch(
        { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }
    );
    const ide = await Ide.create(browser, { authority: await Authority.create() });
    try {
        const { plain, guarded, ratio, noise } = await measure(await ide.openWindow());
        console.table({
            'no guard in either (noise)': { 'µs a call': plain.toFixed(2), ratio: noise.toFixed(3), limit: '' },
            'unguarded command': { 'µs a call': guarded.toFixed(2), ratio: ratio.toFixed(3), limit: MOST_RATIO }
        });
        console.log(
            `In Chromium ${browser.version()}: ${DECLARED} declared commands, ${PATTERNS} patterns, `
                + `median of ${ROUNDS} rounds of ${CALLS} calls`
        );
        report({
            number: 10, what: `an unguarded command in Chromium, ${DECLARED.toLocaleString('en')} declarations`,
            measured: `ratio ${ratio.toFixed(3)}`,
            beside: `noise ${noise.toFixed(3)}`, limit: `ratio ${MOST_RATIO}`, bound: 'one look-up in a map', holds: ratio <= MOST_RATIO
        });
    } finally {
        await ide.dispose();
        await browser.close();
    }
}

main().catch(error => {
    console.error(error);
    process.exitCode = 1;
});
