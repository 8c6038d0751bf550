import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { onInterrupt } from './browser-example.mjs';
import { build } from './build.mjs';
import { startConfiguredEmulator } from './demo-emulator.mjs';
import { demoEnvironment } from './demo.mjs';
import { endElectron, ensureElectron, prepareElectronExample, startElectron } from './electron-example.mjs';
import { createSampleHome } from './sample-home.mjs';

// npm run start:electron -- [--demo] [workspace]
// The desktop example: with real AWS and the person's own files, or, with --demo, with a stand-in for AWS and a home folder of its own.

async function main() {
    const { values: { demo }, positionals: [workspace] } = parseArgs({
        allowPositionals: true, options: { demo: { type: 'boolean', default: false } }
    });
    await build();
    const application = await prepareElectronExample();
    const electron = await ensureElectron(application);
    const stage = demo ? await demoStage() : ownStage(workspace);
    const window = startElectron(electron, application, stage.workspace, stage.env);
    const stop = async () => {
        await endElectron(window);
        await stage.stop();
    };
    onInterrupt(stop);
    const [code] = await once(window, 'exit');
    await stop();
    process.exitCode = code ?? 0;
}

/** Real AWS, and the person's own files. */
function ownStage(workspace) {
    return { workspace: workspace && resolve(process.env.INIT_CWD ?? '.', workspace), env: process.env, stop: async () => undefined };
}

/** A stand-in for AWS, and a home folder that goes with the window. */
async function demoStage() {
    const { home, project } = await createSampleHome();
    const emulator = await startConfiguredEmulator();
    return {
        workspace: project,
        env: demoEnvironment(home, emulator.variables),
        stop: async () => {
            await emulator.stop();
            await rm(home, { recursive: true, force: true, maxRetries: 3 });
        }
    };
}

main().catch(error => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
});
