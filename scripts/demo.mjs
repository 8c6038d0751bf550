import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { end, startBrowserExample } from './browser-example.mjs';
import { startConfiguredEmulator, startEmulatorAsAws } from './demo-emulator.mjs';
import { createSampleHome } from './sample-home.mjs';

const USUAL_NAMES = /^AWS_|^THEIA_/;

/**
 * Starts the browser example with an emulator and a home folder of its own, all of it built before.
 *
 * @param asAws whether the emulator stands in AWS's place, instead of at a configured endpoint
 * @returns the process of the example, lines for the person, and `stop`, which ends everything and removes the folder
 */
export async function startDemo({ port, hostname, asAws }) {
    const endings = [];
    const stop = async () => {
        for (const ending of endings.splice(0).reverse()) {
            await ending();
        }
    };
    const log = [];
    try {
        const { home, project } = await createSampleHome();
        endings.push(() => rm(home, { recursive: true, force: true, maxRetries: 3 }));
        const emulator = await (asAws ? startEmulatorAsAws(home) : startConfiguredEmulator());
        endings.push(emulator.stop);
        const env = demoEnvironment(home, emulator.variables);
        const backend = await startBrowserExample({ port, hostname, workspace: project, env, onOutput: text => log.push(text) });
        endings.push(() => end(backend));
        const address = `http://${hostname}:${port}`;
        const ready = `Ready: ${address} - its first page says what to try (Ctrl-C ends it)`;
        return { backend, stop, lines: [...emulator.linesFor(address), ready] };
    } catch (error) {
        process.stderr.write(log.join(''));
        await stop();
        throw error;
    }
}

/** Keeps the AWS variables of this machine out of the demo. */
export function demoEnvironment(home, variables) {
    const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !USUAL_NAMES.test(name)));
    const own = {
        HOME: home, USERPROFILE: home, THEIA_CONFIG_DIR: join(home, '.theia'),
        AWS_EC2_METADATA_DISABLED: 'true', AWS_ACCOUNTS_SAMPLE_DEMO: 'true'
    };
    return { ...rest, ...own, ...variables };
}
