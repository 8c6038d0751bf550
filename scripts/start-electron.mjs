import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { end, onInterrupt } from './browser-example.mjs';
import { build } from './build.mjs';
import { findElectron, prepareElectronExample, startElectron } from './electron-example.mjs';
import { startEmulator } from './emulator.mjs';
import { createSampleHome } from './sample-home.mjs';

// npm run start:electron -- [--demo] [workspace]
// The desktop example: with real AWS and the person's own files, or, with --demo, with a stand-in for AWS and a home folder of its own.

const USUAL_NAMES = /^AWS_|^THEIA_/;

async function main() {
    const { values: { demo }, positionals: [workspace] } = parseArgs({ allowPositionals: true, options: { demo: { type: 'boolean', default: false } } });
    await build();
    const application = await prepareElectronExample();
    const electron = findElectron(application);
    if (electron === undefined) {
        throw new Error(`There is no Electron. Fetch it (cd ${join(application, '..')} && npx install-electron), or name one in ELECTRON_PATH.`);
    }
    const stage = demo ? await demoStage() : { env: process.env, workspace: workspace && resolve(process.env.INIT_CWD ?? '.', workspace), stop: async () => undefined };
    const window = startElectron(electron, application, stage.workspace, stage.env);
    const stop = async () => {
        endGroup(window);
        await stage.stop();
    };
    onInterrupt(stop);
    const [code] = await once(window, 'exit');
    await stop();
    process.exitCode = code ?? 0;
}

/** What this machine says about AWS stays outside. */
async function demoStage() {
    const { home, project } = await createSampleHome();
    const emulator = await startEmulator();
    const rest = Object.fromEntries(Object.entries(process.env).filter(([name]) => !USUAL_NAMES.test(name)));
    return {
        workspace: project,
        env: {
            ...rest, HOME: home, USERPROFILE: home, THEIA_CONFIG_DIR: join(home, '.theia'), AWS_ENDPOINT_URL: emulator.url, AWS_EC2_METADATA_DISABLED: 'true'
        },
        stop: async () => {
            await end(emulator.process);
            await rm(home, { recursive: true, force: true });
        }
    };
}

function endGroup(child) {
    try {
        process.kill(-child.pid, 'SIGTERM');
    } catch {
        // Everything of it has ended.
    }
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
});
