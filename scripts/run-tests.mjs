import { filesEndingWith } from './specs.mjs';
import { auditStage } from './audit.mjs';
import { build } from './build.mjs';
import { consumerStage } from './consumer-stage.mjs';
import { inCheckout } from './checkout.mjs';
import { exitCodeOf } from './command.mjs';
import { desktopStage } from './desktop-stage.mjs';
import { nodesStage } from './nodes-stage.mjs';
import { systemTool } from './system-tools.mjs';
import { countsFile, countsOfMocha, countsOfPlaywright, failuresText, sum } from './test-counts.mjs';

// npm test [-- stage...]: everything, or only some of: lint unit nodes interop faults packages browser consumer desktop
// npm test -- nodes 22: unit specs with this Node.js alone, instead of every other one that is supported
// npm test -- consumer all | name...: every product of test/consumer, or those named, instead of the daily ones

const STAGES = {
    lint: async () => {
        const eslint = inCheckout('node_modules', 'eslint', 'bin', 'eslint.js');
        const code = await exitCodeOf(process.execPath, [eslint, '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/']);
        return code === 0
            ? { passed: 1, failed: 0 }
            : { passed: 0, failed: 1, failures: [{ title: 'eslint', reason: 'Its report is above.' }] };
    },
    unit: async () => sum([
        await mocha('test', 'lib/structure'),
        await mocha('test', 'lib/documents'),
        ...await unitOfPackages()
    ]),
    nodes: async versions => sum(await nodesStage(versions, node => unitOfPackages({ node, options: ['--parallel', '--jobs', '2'] }))),
    // Most of the time of these specs is that of the CLI's processes.
    interop: async () => mocha('test', 'lib/interop', {
        env: { AWS_CLI_PATH: await systemTool('awscli') }, options: ['--parallel', '--jobs', '2']
    }),
    faults: () => mocha('test', 'lib/faults'),
    packages: async () => sum([await mocha('test', 'lib/packages'), auditStage()]),
    browser: async () => {
        const env = { CHROMIUM_PATH: await systemTool('chromium'), AWS_CLI_PATH: await systemTool('awscli') };
        return playwright('e2e', { ...env, CODE_SUGGESTIONS: await languageServer() ? 'run' : 'ignore' });
    },
    consumer: async names => {
        const CHROMIUM_PATH = await systemTool('chromium');
        return consumerStage(names, folders => playwright('consumer', { CHROMIUM_PATH, CONSUMER_PRODUCTS: JSON.stringify(folders) }));
    },
    desktop: () => desktopStage(env => playwright('desktop', env))
};

/** Stages that take words: of what they have, which. */
const WITH_WORDS = ['consumer', 'nodes'];

const remarks = [];

async function main() {
    const wanted = process.argv.slice(2).filter(argument => argument in STAGES);
    const names = process.argv.slice(2).filter(argument => !(argument in STAGES));
    if (names.length > 0 && !WITH_WORDS.some(stage => wanted.includes(stage))) {
        throw new Error(`There is no stage ${names.join(', ')}. There are: ${Object.keys(STAGES).join(', ')}`);
    }
    await build();
    const totals = [];
    for (const [name, stage] of Object.entries(STAGES)) {
        if (wanted.length === 0 || wanted.includes(name)) {
            process.stdout.write(`\n=== ${name} ===\n`);
            const counts = await stage(names);
            process.stdout.write(`${name}: ${counts.passed} passed, ${counts.failed} failed\n`);
            totals.push(sum([counts], name));
        }
    }
    const { passed, failed, failures } = sum(totals);
    process.stdout.write([failuresText(failures), ...remarks].join('\n'));
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

/** Says something now, and again at the end, where it is read. */
function remark(text) {
    process.stdout.write(`\n${text}\n\n`);
    remarks.push(`\n${text}\n`);
}

function unitOfPackages(how) {
    const folders = ['packages/aws-sign-in-emulator', 'packages/aws-accounts', 'packages/aws-accounts-plugin-ext'];
    return inTurn(folders, folder => mocha(folder, 'lib', how));
}

/**
 * Installs AWS's language server for the tests of code suggestions. It is no part of the build: 230 MB that nothing else needs. Where the
 * registry does not have it, those tests are left out and not counted.
 */
async function languageServer() {
    const build = inCheckout('examples', 'code-suggestions', 'language-server', 'build.mjs');
    const installed = await exitCodeOf(process.execPath, [build]) === 0;
    if (!installed) {
        remark('!!! AWS\'s language server could not be installed. The tests of code suggestions DID NOT RUN and count as nothing.\n'
            + '!!! To run them: npm run code-suggestions, then npm test -- browser');
    }
    return installed;
}

/** Runs the compiled specs below `folder`. A run without a test, or one that ends before it reports, counts as a failure. */
async function mocha(project, folder, { node = process.execPath, env = {}, options = [] } = {}) {
    const specs = filesEndingWith(inCheckout(project, folder), '.spec.js');
    const file = countsFile();
    const args = [
        inCheckout('node_modules', 'mocha', 'bin', 'mocha.js'), '--config', inCheckout('.mocharc.yml'),
        '--reporter', inCheckout('scripts', 'counting-reporter.cjs'), ...options, ...specs
    ];
    const cwd = project === 'test' ? inCheckout('test', 'interop') : inCheckout(project);
    const code = specs.length > 0 ? await exitCodeOf(node, args, { cwd, env: { ...process.env, ...env, COUNTS_FILE: file } }) : 1;
    return countsOfMocha(file, code);
}

async function playwright(folder, env) {
    const file = countsFile();
    const args = [inCheckout('node_modules', '@playwright', 'test', 'cli.js'), 'test', '-c', `${folder}/playwright.config.ts`];
    const code = await exitCodeOf(process.execPath, args, {
        cwd: inCheckout('test'), env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
    });
    return countsOfPlaywright(file, code);
}

async function inTurn(items, act) {
    const results = [];
    for (const item of items) {
        results.push(await act(item));
    }
    return results;
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.stdout.write('\n0 passed, 1 failed\n');
    process.exitCode = 1;
});
