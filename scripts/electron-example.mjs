import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareProducts } from './consumer-stage.mjs';
import { systemLibraries } from './system-tools.mjs';

// The desktop example, installed from the packed packages outside of this checkout: its Theia needs libraries that the rest of the repository does not.

/** @returns the folder of the bundled application */
export async function prepareElectronExample() {
    await systemLibraries();
    const { folders: { desktop }, failures } = await prepareProducts(['desktop']);
    if (failures.length > 0) {
        throw new Error(`The desktop example was not built. ${failures[0].reason}`);
    }
    return desktop;
}

/**
 * Finds Electron: the program that ELECTRON_PATH names, or that of the package, if somebody has fetched it (`npx install-electron`).
 *
 * @returns undefined where there is none
 */
export function findElectron(application) {
    const named = process.env.ELECTRON_PATH;
    if (named) {
        if (!existsSync(named)) {
            throw new Error(`ELECTRON_PATH names ${named}, which does not exist.`);
        }
        return named;
    }
    try {
        const path = createRequire(join(application, 'package.json'))('electron');
        return existsSync(path) ? path : undefined;
    } catch {
        // The package is there, and its program was not fetched.
        return undefined;
    }
}

/** Starts the application with a workspace. Its group ends with it, since Theia's backend outlives the window. */
export function startElectron(electron, application, workspace, env) {
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return spawn(electron, [...flags, application, ...workspace ? [workspace] : []], { cwd: application, env, stdio: 'inherit', detached: true });
}
