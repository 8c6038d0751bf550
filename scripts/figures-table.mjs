import { readFile, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { inCheckout } from './checkout.mjs';

/** The same before catalogue and status were two, at 4808b4c: measured in one run with the peers, on another day than the table. */
const BEFORE = [
    [
        1, 'read and interpret 100 / 1,000 / 10,000 / 50,000 profiles', '3.3 / 10.5 / 149 / 3,903 ms',
        'SDK parser 3.1 / 9.1 / 78 / 658 ms: ratio 1.06 / 1.15 / 1.9 / 5.9'
    ],
    [1, 'longest block of the event loop meanwhile, 10,000 / 50,000', '132 / 4,300 ms', ''],
    [2, 'a refresh in which nothing has changed, 10,000 / 50,000', '285 / 5,700 ms', ''],
    [3, 'set one key, 10,000 / 50,000', '311 / 2,000 ms, all of it blocking', ''],
    [4, 'one pin with 50 windows, 20 / 3,500 profiles', '11 ms, 0.2 MiB / 564 ms, 26.5 MiB, loop blocked 344 ms', '50 messages each'],
    [9, 'start of the backend with the extension', '+ 59 ms, + 11.7 MiB, 182 modules', 'without it']
];

const INTRODUCTION = `# Figures

\`npm run bench\` measures the product, and fails when a figure is over its limit; a run of all benchmarks writes this page. Times are the
shortest of several rounds, since other work on a machine only adds to them. The figure beside one was measured in turn with it, so that the
ratio counts and not the time. The last column but one is the limit that the protocol or the hardware sets.

The windows of figures 4 and 5 live in one process of their own, one after the other: the time for all has the work of 50 pages in it, which
50 machines share otherwise, and the blocks of the event loop are those of the backend alone. The write that figure 3 subtracts is the write of
a text that is there.
`;

const SHARED = `
Other work had the machine at the same time. That adds to every time, and stretches the times for which the event loop seems
blocked: ratios, counts, bytes and processor times are the figures to compare.
`;

/** Writes `docs/figures.md` from the rows that the benchmarks of one run have reported, one JSON object a line. */
export async function writeFigures(file) {
    const figures = (await readFile(file, 'utf8')).trim().split('\n').map(line => JSON.parse(line));
    figures.sort((one, other) => one.number - other.number);
    const [{ model }] = cpus();
    const [load] = loadavg();
    const processors = cpus().length;
    const size = `${processors} processors, ${Math.round(totalmem() / 2 ** 30)} GB`;
    const machine = `${model}, ${size}, ${platform()} ${arch()}, Node.js ${process.version}`;
    await writeFile(inCheckout('docs', 'figures.md'), [
        INTRODUCTION,
        `Measured on ${new Date().toISOString().slice(0, 10)}: ${machine}.`, ...load > processors ? [SHARED] : [''],
        ...table(
            ['#', 'what', 'measured', 'beside it', 'limit', 'at the best', 'holds'],
            figures.map(({ number, what, measured, beside, limit, bound, holds }) => [
                number, what, measured, beside, limit, bound, holds ? 'yes' : '**no**'
            ])
        ), '',
        '## Before', '',
        'The same, as far as it was measured, at 4808b4c, when each change sent everything to every window.', '',
        ...table(['#', 'what', 'measured', 'beside it'], BEFORE), ''
    ].join('\n'));
}

function table(head, rows) {
    const row = cells => `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
    return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}
