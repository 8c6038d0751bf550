import { spawn } from 'node:child_process';
import { ROOT } from './checkout.mjs';

/** Runs a program to its end, its output passed on. Rejects when it fails. */
export function run(program, args, { cwd = ROOT, env = process.env } = {}) {
    return new Promise((resolve, reject) => {
        const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
        child.once('error', reject);
        child.once('exit', (code, signal) => code === 0
            ? resolve()
            : reject(new Error(`${[program, ...args].join(' ')} ended with ${signal ?? `code ${code}`}`)));
    });
}

/** Runs a program to its end and gives its exit code. */
export function exitCodeOf(program, args, options = {}) {
    return run(program, args, options).then(() => 0, () => 1);
}

/** Runs a Node.js program of an installed package. */
export function runNode(script, args, options) {
    return run(process.execPath, [script, ...args], options);
}
