import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadSharedConfigFiles, loadSsoSessionData } from '@smithy/shared-ini-file-loader';
import { interpreting } from 'theia-aws-accounts/lib/node/shared-config/config-interpretation';
import { parsing } from 'theia-aws-accounts/lib/node/shared-config/ini/ini-document';
import { SharedConfigFileReader } from 'theia-aws-accounts/lib/node/shared-config/shared-config-file-reader';
import { inSlices } from 'theia-aws-accounts/lib/node/process/slices';
import { cheapest, Cost, costOf } from '../figures/cost';
import { Figure, ms, report, run, shortest } from '../figures/figure';
import { configOf } from '../figures/generated-profiles';
import { longestBlock } from '../figures/loop-watch';

/*
 * Figure 1: the time to read and interpret a config file, beside the SDK's parser and the AWS CLI, and how long the event loop is blocked.
 */

const SIZES: readonly (readonly [profiles: number, rounds: number])[] = [[100, 200], [1_000, 40], [10_000, 15], [50_000, 6]];
const MOST_BLOCKED_MS = 50;
/** Factor by which the largest file may take longer for each profile. Garbage of a large file costs both parsers more. */
const MOST_GROWTH = 3;
const command = promisify(execFile);

class ColdReader extends SharedConfigFileReader {

    protected override readonly clock = { now: () => Date.now(), delay: () => Promise.resolve() };
}

async function readCold(path: string): Promise<void> {
    const { document } = await new ColdReader().read(path);
    const credentials = await inSlices(parsing(''));
    await inSlices(interpreting(
        { config: document, credentials, configFile: path, credentialsFile: '' }, { region: undefined, endpoints: { settings: [] } }
    ));
}

async function readAsSdk(configFilepath: string): Promise<void> {
    await loadSharedConfigFiles({ configFilepath, filepath: '/nowhere', ignoreCache: true });
    await loadSsoSessionData({ configFilepath });
}

async function main(): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'aws-accounts-bench-'));
    const figures: Figure[] = [];
    let perProfile: number | undefined;
    for (const [profiles, rounds] of SIZES) {
        const path = join(folder, `config-${profiles}`);
        await writeFile(path, configOf(profiles));
        const [ours, theirs, blocks] = [[] as Cost[], [] as Cost[], [] as number[]];
        for (let round = 0; round < rounds; round += 1) {
            blocks.push(await longestBlock(async () => ours.push(await costOf(() => readCold(path)))));
            theirs.push(await costOf(() => readAsSdk(path)));
        }
        const [{ time: our, processor: ourWork }, { time: their, processor: theirWork }] = [ours, theirs].map(cheapest);
        const [ratio, blocked] = [ourWork / theirWork, shortest(blocks)];
        const cli = await costOf(() => command(process.env.AWS_CLI_PATH ?? 'aws', ['configure', 'list-profiles'], {
            env: { ...process.env, AWS_CONFIG_FILE: path, AWS_SHARED_CREDENTIALS_FILE: '/nowhere' }, maxBuffer: 100_000_000
        })).then(({ time }) => time, () => undefined);
        perProfile ??= profiles === 1_000 ? ourWork / profiles : undefined;
        const growth = perProfile === undefined ? 1 : ourWork / profiles / perProfile;
        figures.push({
            number: 1, what: `read and interpret ${profiles.toLocaleString('en')} profiles`,
            measured: `${ms(our)}, ratio ${ratio.toFixed(
                2
            )} of processor time (${(our / their).toFixed(2)} of time), loop blocked ${ms(blocked)}, ${growth.toFixed(2)} of linear`,
            beside: `SDK parser ${ms(their)}${cli === undefined ? '' : `, AWS CLI ${ms(cli)}`}`,
            limit: `ratio 1.0, loop ${MOST_BLOCKED_MS} ms, ${MOST_GROWTH} of linear`, bound: 'reading the bytes: about 1 ms for 1 MB',
            holds: ratio < 1 && blocked <= MOST_BLOCKED_MS && growth <= MOST_GROWTH
        });
    }
    await rm(folder, { recursive: true, force: true });
    report(...figures);
}

run(main);
