import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Browser, chromium } from '@playwright/test';
import { Figure, ms, report, run, shortest } from '../figures/figure';

/*
 * Figure 9: the start of a product, with the extension and without it, built for production and started in turn: until the backend listens,
 * until the page is ready, the bytes of the page's bundle, and the memory of the backend before its first window.
 */

const ROUNDS = 5;
/** For a page on a machine that has much else to do. */
const PATIENCE_MS = 120_000;
const MOST_BACKEND_MS = 10;
const MOST_BUNDLE_KIB = 120;
const ADDRESS = /Theia app listening on (http:\/\/127\.0\.0\.1:\d+)/;
const OWN = ['theia-aws-accounts', 'theia-aws-accounts-plugin-ext', 'aws-accounts-sample-commands', 'aws-accounts-code-suggestions'];
const EXAMPLE = dirname(require.resolve('example-browser/package.json'));
const THEIA = join(dirname(require.resolve('@theia/cli/package.json')), 'bin', 'theia.js');
const KINDS = ['without', 'with'] as const;
const command = promisify(execFile);

type Kind = typeof KINDS[number];

interface Start {
    readonly backend: number;
    /** Processor time of the backend until it listens, in milliseconds: others on the machine take none of it. */
    readonly processor: number;
    readonly page: number;
    readonly memory: number;
}

/** Builds the example with nothing of this project in it but, if wanted, the extension. @returns its folder */
async function product(kind: Kind): Promise<string> {
    const folder = join(dirname(dirname(EXAMPLE)), 'node_modules', '.cache', 'figures', kind);
    await mkdir(folder, { recursive: true });
    const { name: _name, scripts: _scripts, ...manifest } = JSON.parse(await readFile(join(EXAMPLE, 'package.json'), 'utf8'));
    const dependencies =
        Object.entries(manifest.dependencies).filter(([name]) => !OWN.includes(name) || (kind === 'with' && name === OWN[0]));
    await writeFile(join(folder, 'package.json'), JSON.stringify({
        ...manifest, name: `figures-${kind}`, dependencies: Object.fromEntries(dependencies)
    }));
    await command(process.execPath, [THEIA, 'build', '--mode', 'production'], { cwd: folder, maxBuffer: 100_000_000 });
    return folder;
}

async function bundleBytes(folder: string): Promise<number> {
    const names = (await readdir(join(folder, 'lib', 'frontend'))).filter(name => name.endsWith('.js') || name.endsWith('.css'));
    const sizes = await Promise.all(names.map(async name => gzipSync(await readFile(join(folder, 'lib', 'frontend', name))).length));
    return sizes.reduce((sum, size) => sum + size, 0);
}

async function start(folder: string, browser: Browser): Promise<Start> {
    const home = await mkdtemp(join(tmpdir(), 'aws-accounts-start-'));
    const began = performance.now();
    const child = spawn(process.execPath, ['lib/backend/main.js', '--hostname', '127.0.0.1', '--port', '0'], {
        cwd: folder, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, HOME: home, THEIA_CONFIG_DIR: join(home, '.theia') }
    });
    const url = await new Promise<string>((resolve, reject) => {
        let log = '';
        child.stdout.on('data', data => {
            log += String(data);
            const [, address] = ADDRESS.exec(log) ?? [];
            if (address !== undefined) {
                resolve(address);
            }
        });
        child.once('exit', () => reject(new Error(log)));
    });
    const backend = performance.now() - began;
    const processor = await processorTime(child.pid);
    const memory = Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked = performance.now();
    await page.goto(url);
    await page.waitForSelector('.theia-preload', { state: 'detached', timeout: PATIENCE_MS });
    const ready = performance.now() - asked;
    await context.close();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
    await rm(home, { recursive: true, force: true });
    return { backend, processor, page: ready, memory };
}

/** @returns milliseconds, the sum of all threads: what the system tells of the process itself has steps of ten */
async function processorTime(pid: number | undefined): Promise<number> {
    const folder = `/proc/${pid}/task`;
    const threads = await readdir(folder);
    const times = await Promise.all(threads.map(thread => readFile(join(folder, thread, 'schedstat'), 'utf8').catch(() => '0')));
    return times.reduce((sum, time) => sum + Number(time.split(' ')[0]), 0) / 1_000_000;
}

/** The part of the start that the bundle takes by its size: the engine looks through all of it before the first line runs. */
const COMPILE = `
    const text = require('fs').readFileSync(process.argv[1], 'utf8');
    const begin = process.cpuUsage();
    require('vm').compileFunction(text, ['exports', 'require', 'module', '__filename', '__dirname']);
    const { user, system } = process.cpuUsage(begin);
    console.log((user + system) / 1000);
`;

async function compileTime(folder: string): Promise<number> {
    return Number((await command(process.execPath, ['-e', COMPILE, join(folder, 'lib', 'backend', 'main.js')])).stdout);
}

function figure(what: string, values: { readonly [kind in Kind]: number }, told: (value: number) => string, most?: number): Figure {
    const added = values.with - values.without;
    return {
        number: 9, what: `${what}, with the extension`, measured: `${told(values.with)}: ${added < 0 ? '-' : '+'}${told(Math.abs(added))}`,
        beside: `without it ${told(values.without)}`, limit: most === undefined ? 'told' : `+ ${told(most)}`, bound: '+ 0',
        holds: most === undefined || added <= most
    };
}

async function main(): Promise<void> {
    const folders = { without: await product('without'), with: await product('with') };
    const browser = await chromium.launch(
        { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] }
    );
    const starts = { without: [] as Start[], with: [] as Start[] };
    const compiles = { without: [] as number[], with: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
        for (const kind of KINDS) {
            starts[kind].push(await start(folders[kind], browser));
            compiles[kind].push(await compileTime(folders[kind]));
        }
    }
    await browser.close();
    const best = (part: keyof Start): { readonly [kind in Kind]: number } => ({
        without: shortest(starts.without.map(one => one[part])), with: shortest(starts.with.map(one => one[part]))
    });
    const bundle = { without: await bundleBytes(folders.without) / 1024, with: await bundleBytes(folders.with) / 1024 };
    report(
        figure('processor time of the backend until it listens', best('processor'), ms, MOST_BACKEND_MS),
        figure(
            'that part of it in which the engine reads the bundle', { without: shortest(compiles.without), with: shortest(compiles.with) },
            ms
        ),
        figure('until the backend listens', best('backend'), ms), figure('until the page is ready', best('page'), ms),
        figure('scripts and styles of the page, gzip', bundle, kib, MOST_BUNDLE_KIB),
        figure('memory of the backend before its first window', best('memory'), value => `${value.toFixed(1)} MiB`)
    );
}

function kib(value: number): string {
    return `${value.toFixed(0)} KiB`;
}

run(main);
