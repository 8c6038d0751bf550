import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { exitCodeOf } from './command.mjs';
import { prepareProducts } from './consumer-stage.mjs';
import { systemLibraries } from './system-tools.mjs';

// The desktop example, installed from the packed packages outside of this checkout: its Theia needs libraries that the rest of the
// repository does not.

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
 * Finds Electron: the program that ELECTRON_PATH names, or that of the package, if it was fetched before. Fetches nothing itself.
 *
 * @returns undefined where there is none
 * @throws Error when ELECTRON_PATH names nothing
 */
export function findElectron(application) {
    const named = process.env.ELECTRON_PATH;
    if (named) {
        if (!existsSync(named)) {
            throw new Error(`ELECTRON_PATH names ${named}, which does not exist.`);
        }
        return named;
    }
    // Electron's own module is not asked: it downloads what is missing.
    const folder = packageOfElectron(application);
    const name = join(folder, 'path.txt');
    const program = existsSync(name) ? join(folder, 'dist', readFileSync(name, 'utf8').trim()) : undefined;
    return program !== undefined && existsSync(program) ? program : undefined;
}

/** Finds Electron, and downloads that of the package where there is none: about 120 MB, from where its `install.js` says. */
export async function ensureElectron(application) {
    const found = findElectron(application);
    if (found !== undefined) {
        return found;
    }
    process.stdout.write('Fetching Electron (about 120 MB, once)...\n');
    const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '' };
    const code = await exitCodeOf(process.execPath, [join(packageOfElectron(application), 'install.js')], { env });
    const fetched = code === 0 ? findElectron(application) : undefined;
    if (fetched === undefined) {
        throw new Error(
            'Electron could not be fetched. Name one that you have in ELECTRON_PATH, or a mirror in ELECTRON_MIRROR, and try again.'
        );
    }
    return fetched;
}

function packageOfElectron(application) {
    return dirname(createRequire(join(application, 'package.json')).resolve('electron/package.json'));
}

/** Starts the application with a workspace. */
export function startElectron(electron, application, workspace, env) {
    const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return spawn(electron, [...flags, application, ...workspace ? [workspace] : []], { cwd: application, env, stdio: 'inherit' });
}

/** Ends the application, and the backend too: it leads a group of its own, and outlives an interrupted window. */
export async function endElectron(window) {
    if (window.exitCode !== null || window.signalCode !== null) {
        return;
    }
    const ended = once(window, 'exit');
    const others = descendants(window.pid);
    window.kill('SIGTERM');
    await ended;
    for (const pid of others) {
        try {
            process.kill(pid, 'SIGTERM');
        } catch {
            // It has ended with the window.
        }
    }
}

/** @returns the ids of the processes that `pid` started, and of those that they started */
function descendants(pid) {
    const listed = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).stdout ?? '';
    const rows = listed.trim().split('\n').map(row => row.trim().split(/\s+/).map(Number));
    const found = [pid];
    for (const parent of found) {
        found.push(...rows.filter(([, of]) => of === parent).map(([child]) => child));
    }
    return found.slice(1);
}
