import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { end } from './browser-example.mjs';
import { inCheckout } from './checkout.mjs';

/**
 * Starts the emulator at an address that the demo's IDE is configured with: its dialogs name it.
 *
 * @returns variables of the IDE, lines for the person, and how it ends
 */
export async function startConfiguredEmulator() {
    const program = inCheckout('packages', 'aws-sign-in-emulator', 'lib', 'command-line.js');
    const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const url = await new Promise((resolve, reject) => {
        child.once('error', reject);
        child.once('exit', code => reject(new Error(`The emulator ended with code ${code}.`)));
        child.stdout.setEncoding('utf8').on('data', text => {
            const address = /http:\/\/\S+/.exec(text)?.[0];
            if (address) {
                resolve(address);
            }
        });
    });
    return { variables: { AWS_ENDPOINT_URL: url, AWS_ENDPOINT_URL_SIGNIN: url }, linesFor: () => [], stop: () => end(child) };
}

/**
 * Starts the emulator in AWS's place, for the demo's IDE and for a browser that the person starts as told. The machine itself stays as it
 * is.
 *
 * @param home the folder of the demo, for the browser's profile
 */
export async function startEmulatorAsAws(home) {
    const { AwsNames, AwsSignInEmulator } = createRequire(import.meta.url)(inCheckout('packages', 'aws-sign-in-emulator'));
    const emulator = await AwsSignInEmulator.start();
    const names = await AwsNames.serve(emulator).catch(async error => {
        await emulator.stop();
        throw error;
    });
    const browser = ['chromium', ...names.chromiumArguments, `--user-data-dir=${join(home, 'browser')}`, '--no-first-run'];
    return {
        variables: names.directVariables,
        linesFor: address => [
            'This IDE meets the emulator under AWS\'s own names. AWS\'s pages are the emulator\'s too in a browser that is started like '
                + 'this:',
            `  ${browser.join(' ')} ${address}`,
            `In any other browser choose the sign-in with a code, and enter that code at ${emulator.url}/device`
        ],
        stop: async () => {
            await names.stop();
            await emulator.stop();
        }
    };
}
