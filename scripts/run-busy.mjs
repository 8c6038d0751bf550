import { spawn } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { inCheckout } from './checkout.mjs';
import { exitCodeOf } from './command.mjs';

// npm run test:busy [-- stage...]: a stage of the tests, the browser's where none is named, while every processor is kept busy by something
// else. The load is told at the end.

/** Computes in slices, so that the end of its input is seen: nothing goes on after the tests, however they end. */
const KEEP_BUSY = `
    process.stdin.resume().once('close', () => process.exit());
    (function slice() { const end = Date.now() + 50; while (Date.now() < end); setImmediate(slice); })();
`;
const SAMPLE_MS = 30_000;

const stages = process.argv.slice(2);
const keepBusy = () => spawn(process.execPath, ['-e', KEEP_BUSY], { stdio: ['pipe', 'ignore', 'inherit'] });
const others = Array.from({ length: availableParallelism() }, keepBusy);
const loads = [];
const sampling = setInterval(() => loads.push(loadavg()[0]), SAMPLE_MS);

const tests = inCheckout('scripts', 'run-tests.mjs');
process.exitCode = await exitCodeOf(process.execPath, [tests, ...stages.length > 0 ? stages : ['browser']]);

clearInterval(sampling);
others.forEach(other => other.stdin.destroy());
const [least, most] = [Math.min(...loads), Math.max(...loads)].map(load => load.toFixed(1));
process.stdout.write(loads.length === 0 ? '' : `Load of ${availableParallelism()} processors meanwhile: ${least} to ${most}\n`);
