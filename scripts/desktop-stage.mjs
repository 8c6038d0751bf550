import { findElectron, prepareElectronExample } from './electron-example.mjs';
import { systemTool } from './system-tools.mjs';

// The desktop example, bundled everywhere, and driven where there is an Electron.

const PROGRAMS = ['Xvfb', 'openbox', 'xdotool', 'xwininfo', 'xdg-open', 'import'];

/** @param drive runs the tests with an environment, and gives what passed and failed */
export async function desktopStage(drive) {
    const application = await prepareElectronExample();
    process.stdout.write('The desktop example was bundled.\n');
    const electron = findElectron(application);
    if (electron === undefined) {
        const line = '!'.repeat(100);
        process.stdout.write(`${line}\nNo Electron was found: the desktop is NOT tested. Name one in ELECTRON_PATH.\n${line}\n`);
        return { passed: 0, failed: 0 };
    }
    for (const program of PROGRAMS) {
        await systemTool(program);
    }
    return drive({ ELECTRON_PATH: electron, DESKTOP_APPLICATION: application, CHROMIUM_PATH: await systemTool('chromium') });
}
