import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { ms, report } from '../figures/figure';

/*
 * Counts what a backend loads for this extension before its first window, and measures how long that takes, against loading all of it. Each
 * figure is the middle one of several processes, which take turns. Ends with 1 when a figure is over its limit.
 */

const ROUNDS = 9;
const MOST_MODULES = 40;
/** Part of the time that loading everything takes. */
const MOST_PART = 0.25;
/** The goal in a product, in milliseconds; told and not judged, since it depends on the machine. */
const GOAL_MS = 10;

const PACKAGE = dirname(require.resolve('theia-aws-accounts/package.json'));

interface Load {
    readonly modules: number;
    /** Those of the AWS SDK among them. */
    readonly sdk: number;
    readonly ms: number;
}

/** Loads a module of the backend into a container, beside what Theia has loaded by then. */
const SCRIPT = `
    require('reflect-metadata');
    const { Container } = require('@theia/core/shared/inversify');
    for (const name of ['node/messaging/connection-container-module', 'node/backend-application', 'common', 'common/preferences']) {
        require('@theia/core/lib/' + name);
    }
    const known = new Set(Object.keys(require.cache));
    const begin = performance.now();
    new Container().load(require(process.argv[1]).default);
    const ms = performance.now() - begin;
    const added = Object.keys(require.cache).filter(path => !known.has(path));
    const sdk = added.filter(path => /node_modules.(@aws-sdk|@smithy)./.test(path)).length;
    console.log(JSON.stringify({ modules: added.length, sdk, ms }));
`;

function load(name: string): Load {
    return JSON.parse(
        execFileSync(process.execPath, ['-e', SCRIPT, join(PACKAGE, 'lib/node', name)], { cwd: PACKAGE, encoding: 'utf8' })
    ) as Load;
}

function middle(values: readonly number[]): number {
    return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}

function main(): void {
    const rounds = Array.from(
        { length: ROUNDS }, () => ({ start: load('aws-accounts-start-module'), all: load('aws-accounts-backend-module') })
    );
    const [start, all] = [rounds.map(round => round.start), rounds.map(round => round.all)];
    const [startMs, allMs] = [middle(start.map(({ ms }) => ms)), middle(all.map(({ ms }) => ms))];
    const modules = start[0].modules;
    console.log(`before the first window: ${modules} modules (most ${MOST_MODULES}) of ${all[0].modules}`);
    console.log(`                         ${startMs.toFixed(1)} ms (goal ${GOAL_MS}), with everything ${allMs.toFixed(1)} ms`);
    console.log(`                         ${(startMs / allMs).toFixed(2)} of the time (most ${MOST_PART})`);
    const { sdk } = start[0];
    report({
        number: 9, what: 'modules that the backend loads for the extension before its first window',
        measured: `${modules}, ${sdk} of the AWS SDK, ${ms(startMs)}`, beside: `all of it: ${all[0].modules}, ${ms(allMs)}`,
        limit: `${MOST_MODULES}, 0 of the AWS SDK, ${MOST_PART} of the time`, bound: '0',
        holds: modules <= MOST_MODULES && sdk === 0 && startMs / allMs <= MOST_PART
    });
}

main();
