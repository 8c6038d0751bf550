import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { exitCodeOf } from './command.mjs';
import { filesEndingWith } from './specs.mjs';
import { systemTool } from './system-tools.mjs';

// npm run bench [-- name...]: the figures of test/benchmarks, each a ratio measured in one run. Ends with 1 when one is over its limit.

const PRELOAD = ['-r', 'ignore-styles', '-r', 'reflect-metadata/Reflect', '-r', inCheckout('test-setup.js')];

async function main() {
    await build();
    const folder = await mkdtemp(join(tmpdir(), 'aws-accounts-figures-'));
    const file = join(folder, 'figures');
    const env = { ...process.env, CHROMIUM_PATH: await systemTool('chromium'), FIGURES_FILE: file };
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
        await writeTable(await readFile(file, 'utf8'));
    }
    await rm(folder, { recursive: true, force: true });
}

/** Writes the figures of a whole run as the table that people read. */
async function writeTable(lines) {
    const figures = lines.trim().split('\n').map(line => JSON.parse(line)).sort((one, other) => one.number - other.number);
    const [{ model }] = cpus();
    const machine = `${model}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node.js ${process.version}`;
    const row = cells => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
    await writeFile(inCheckout('docs', 'figures.md'), [
        '# Figures', '',
        'What the product costs, measured by `npm run bench` in one run; the run fails when a figure is over its limit. Times are the shortest of several',
        'rounds, since whatever else a machine does only adds to them; what stands beside a figure was measured in turn with it.', '',
        `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.`, '',
        row(['#', 'what', 'measured', 'beside it', 'limit', 'at the best', 'holds']),
        row(['---', '---', '---', '---', '---', '---', '---']),
        ...figures.map(({ number, what, measured, beside, limit, bound, holds }) =>
            row([number, what, measured, beside, limit, bound, holds ? 'yes' : '**no**'])),
        ''
    ].join('\n'));
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
});
