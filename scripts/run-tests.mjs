import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { filesEndingWith } from './specs.mjs';
import { build } from './build.mjs';
import { consumerStage } from './consumer-stage.mjs';
import { inCheckout } from './checkout.mjs';
import { exitCodeOf } from './command.mjs';
import { desktopStage } from './desktop-stage.mjs';
import { systemTool } from './system-tools.mjs';

// npm test [-- stage...]: everything, or only some of: lint unit interop faults packages browser consumer desktop
// npm test -- consumer all | name...: every product of test/consumer, or those named, instead of the daily ones

const STAGES = {
    lint: async () => {
        const code = await exitCodeOf(process.execPath, [inCheckout('node_modules', 'eslint', 'bin', 'eslint.js'), '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/']);
        return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
    },
    unit: async () => sum([
        await mocha('test', 'lib/structure'),
        await mocha('test', 'lib/documents'),
        ...await inTurn(['packages/aws-sign-in-emulator', 'packages/aws-accounts', 'packages/aws-accounts-plugin-ext'], folder => mocha(folder, 'lib'))
    ]),
    // Most of the time of these specs is that of the CLI's processes.
    interop: async () => mocha('test', 'lib/interop', { AWS_CLI_PATH: await systemTool('awscli') }, ['--parallel', '--jobs', '2']),
    faults: () => mocha('test', 'lib/faults'),
    packages: () => mocha('test', 'lib/packages'),
    browser: async () => playwright('e2e', { CHROMIUM_PATH: await systemTool('chromium'), AWS_CLI_PATH: await systemTool('awscli') }),
    consumer: async names => {
        const CHROMIUM_PATH = await systemTool('chromium');
        return consumerStage(names, folders => playwright('consumer', { CHROMIUM_PATH, CONSUMER_PRODUCTS: JSON.stringify(folders) }));
    },
    desktop: () => desktopStage(env => playwright('desktop', env))
};

async function main() {
    const wanted = process.argv.slice(2).filter(argument => argument in STAGES);
    const names = process.argv.slice(2).filter(argument => !(argument in STAGES));
    if (names.length > 0 && !wanted.includes('consumer')) {
        throw new Error(`There is no stage ${names.join(', ')}. There are: ${Object.keys(STAGES).join(', ')}`);
    }
    await build();
    const totals = [];
    for (const [name, stage] of Object.entries(STAGES)) {
        if (wanted.length === 0 || wanted.includes(name)) {
            process.stdout.write(`\n=== ${name} ===\n`);
            const counts = await stage(names);
            process.stdout.write(`${name}: ${counts.passed} passed, ${counts.failed} failed\n`);
            totals.push(counts);
        }
    }
    const { passed, failed } = sum(totals);
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** Runs the compiled specs below `folder`. A run without a test, or one that ends before it reports, counts as a failure. */
async function mocha(project, folder, env = {}, options = []) {
    const specs = filesEndingWith(inCheckout(project, folder), '.spec.js');
    const file = countsFile();
    const args = [inCheckout('node_modules', 'mocha', 'bin', 'mocha.js'), '--config', inCheckout('.mocharc.yml'), '--reporter', inCheckout('scripts', 'counting-reporter.cjs'), ...options, ...specs];
    const cwd = project === 'test' ? inCheckout('test', 'interop') : inCheckout(project);
    const code = specs.length > 0 ? await exitCodeOf(process.execPath, args, { cwd, env: { ...process.env, ...env, COUNTS_FILE: file } }) : 1;
    return counted(file, code);
}

async function playwright(folder, env) {
    const file = countsFile();
    const args = [inCheckout('node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', `${folder}/playwright.config.ts`];
    const code = await exitCodeOf(process.execPath, args, { cwd: inCheckout('test'), env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
    try {
        const { stats } = JSON.parse(readFileSync(file, 'utf8'));
        const failed = stats.unexpected + stats.flaky + stats.skipped;
        return { passed: stats.expected, failed: failed === 0 && (code !== 0 || stats.expected === 0) ? 1 : failed };
    } catch {
        return { passed: 0, failed: 1 };
    }
}

function countsFile() {
    const folder = inCheckout('test', 'results');
    mkdirSync(folder, { recursive: true });
    const file = inCheckout('test', 'results', 'counts.json');
    rmSync(file, { force: true });
    return file;
}

function counted(file, code) {
    try {
        const { passed, failed } = JSON.parse(readFileSync(file, 'utf8'));
        return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
    } catch {
        return { passed: 0, failed: 1 };
    }
}

async function inTurn(items, act) {
    const results = [];
    for (const item of items) {
        results.push(await act(item));
    }
    return results;
}

function sum(counts) {
    return counts.reduce((total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }), { passed: 0, failed: 0 });
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.stdout.write('\n0 passed, 1 failed\n');
    process.exitCode = 1;
});
