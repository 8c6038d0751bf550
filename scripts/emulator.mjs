import { spawn } from 'node:child_process';
import { inCheckout } from './checkout.mjs';

/** Starts the stand-in for AWS on a free port. @returns its process, which ends with SIGTERM, and its address */
export function startEmulator() {
    const child = spawn(process.execPath, [inCheckout('packages', 'aws-sign-in-emulator', 'lib', 'command-line.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
    return new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', code => reject(new Error(`The emulator ended with code ${code}.`)));
        child.stdout.setEncoding('utf8').on('data', text => {
            const url = /http:\/\/\S+/.exec(text)?.[0];
            if (url) {
                resolve({ process: child, url });
            }
        });
    });
}
