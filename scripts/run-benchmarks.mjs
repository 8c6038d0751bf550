import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { exitCodeOf } from './command.mjs';
import { writeFigures } from './figures-table.mjs';
import { filesEndingWith } from './specs.mjs';
import { systemTool } from './system-tools.mjs';

// npm run bench [-- name...]: the figures of test/benchmarks, each a ratio measured in one run. Ends with 1 when one is over its limit.

const PRELOAD = ['-r', 'ignore-styles', '-r', 'reflect-metadata/Reflect', '-r', inCheckout('test-setup.js')];

async function main() {
    await build();
    const folder = await mkdtemp(join(tmpdir(), 'aws-accounts-figures-'));
    const file = join(folder, 'figures');
    const [CHROMIUM_PATH, AWS_CLI_PATH] = [await systemTool('chromium'), await systemTool('awscli')];
    const env = { ...process.env, CHROMIUM_PATH, AWS_CLI_PATH, FIGURES_FILE: file };
    const wanted = process.argv.slice(2);
    for (const file of filesEndingWith(inCheckout('test', 'lib', 'benchmarks'), '.js')) {
        const name = basename(file, '.js');
        if (wanted.length === 0 || wanted.includes(name)) {
            process.stdout.write(`\n=== ${name} ===\n`);
            const code = await exitCodeOf(process.execPath, [...PRELOAD, file], { cwd: inCheckout(), env });
            process.exitCode ||= code;
        }
    }
    if (wanted.length === 0) {
        await writeFigures(file);
    }
    await rm(folder, { recursive: true, force: true });
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
});
