import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { end, onInterrupt, startBrowserExample } from './browser-example.mjs';
import { build } from './build.mjs';
import { inCheckout } from './checkout.mjs';
import { createSampleHome } from './sample-home.mjs';

// npm start [-- --port N --hostname H]
// The browser example with a stand-in for AWS and a home folder of its own: no AWS account is needed and no file of yours is touched.

const USUAL_NAMES = /^AWS_|^THEIA_/;

async function main() {
    const { values: { port, hostname } } = parseArgs({ options: { port: { type: 'string', default: '3000' }, hostname: { type: 'string', default: '127.0.0.1' } } });
    await build();
    const { home, project } = await createSampleHome();
    const children = [];
    const stop = async () => {
        await Promise.all(children.map(end));
        await rm(home, { recursive: true, force: true });
    };
    onInterrupt(stop);
    try {
        const emulator = await startEmulator();
        children.push(emulator.process);
        const log = [];
        const backend = await startBrowserExample({
            port, hostname, workspace: project, env: environment(home, emulator.url),
            onOutput: text => log.push(text)
        }).catch(error => {
            process.stderr.write(log.join(''));
            throw error;
        });
        children.push(backend);
        backend.once('exit', code => stop().finally(() => process.exit(code ?? 1)));
        process.stdout.write(`Ready: http://${hostname}:${port} - its first page says what to try (Ctrl-C ends it)\n`);
    } catch (error) {
        await stop();
        throw error;
    }
}

/** Keeps the AWS variables of this machine out of the demo. */
function environment(home, emulatorUrl) {
    const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !USUAL_NAMES.test(name)));
    return { ...rest, HOME: home, USERPROFILE: home, THEIA_CONFIG_DIR: join(home, '.theia'), AWS_ENDPOINT_URL: emulatorUrl, AWS_EC2_METADATA_DISABLED: 'true', AWS_ACCOUNTS_SAMPLE_DEMO: 'true' };
}

function startEmulator() {
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

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
});
