import { writeFile } from 'node:fs/promises';
import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';
import { AwsAccounts } from 'theia-aws-accounts/lib/node/aws-accounts';
import { BackendFixture } from 'theia-aws-accounts/lib/node/test/backend-fixture';
import { cheapest, Cost, costOf, untilIdle } from '../figures/cost';
import { Figure, ms, report, run, shortest } from '../figures/figure';
import { configOf } from '../figures/generated-profiles';
import { longestBlock } from '../figures/loop-watch';

/*
 * Figure 5, in the backend alone: the config file is read again after a change at its top, which moves every section below it. A section
 * that only stands at another line is neither parsed nor interpreted, fingerprinted or serialised again.
 */

const PROFILES = 10_000;
const ROUNDS = 16;

/** Part of the file that comes and goes in turn. */
const ADDED: { readonly [what: string]: string } = {
    'a profile is added or removed at the top of its file': '[profile added]\nregion = eu-west-1\n\n',
    'a comment is added or removed at the top of its file': '# written by a tool\n'
};

async function moving(what: string): Promise<Figure> {
    const fixture = await BackendFixture.create();
    const text = configOf(PROFILES);
    await fixture.write('.aws/config', text);
    const configFilepath = fixture.pathOf('.aws', 'config');
    const accounts = fixture.startBackend().get(AwsAccounts);
    const first = await costOf(() => accounts.restore());
    const [changes, reads, blocks] = [[] as Cost[], [] as Cost[], [] as number[]];
    for (let round = 0; round < ROUNDS; round += 1) {
        await untilIdle();
        await writeFile(configFilepath, (round % 2 === 0 ? ADDED[what] : '') + text);
        blocks.push(await longestBlock(async () => changes.push(await costOf(() => accounts.refresh()))));
        // The watcher finds the change a little later; that look counts for nothing that follows.
        await untilIdle();
        reads.push(await costOf(() => loadSharedConfigFiles({ configFilepath, filepath: '/nowhere', ignoreCache: true })));
    }
    await fixture.dispose();
    const [change, read] = [changes, reads].map(cheapest);
    const [ratio, blocked] = [change.processor / read.processor, shortest(blocks)];
    return {
        number: 5, what: `${what}, ${PROFILES.toLocaleString('en')} profiles`,
        measured: `${ms(change.time)}, ratio ${ratio.toFixed(2)} of processor time, loop blocked ${ms(blocked)}`,
        beside: `SDK parser ${ms(read.time)}; the first reading ${(first.processor / read.processor).toFixed(2)} of its processor time`,
        limit: 'ratio 1.0, loop 50 ms', bound: 'reading and comparing the bytes: 1 to 2 ms', holds: ratio < 1 && blocked <= 50
    };
}

async function main(): Promise<void> {
    for (const what of Object.keys(ADDED)) {
        report(await moving(what));
    }
}

run(main);
