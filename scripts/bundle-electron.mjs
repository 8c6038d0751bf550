import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// node scripts/bundle-electron.mjs FOLDER [mode]: what `theia build` does for a desktop application, without fetching Electron's binary and its
// codecs first.

/**
 * Generates and bundles a desktop application.
 *
 * @param folder of the application
 * @throws Error when the bundler found a mistake
 */
export async function bundleElectron(folder, mode = 'development') {
    const require = createRequire(join(resolve(folder), 'package.json'));
    const { ApplicationPackageManager } = require('@theia/application-manager');
    class Bundler extends ApplicationPackageManager {
        // Theia's own one downloads what only a release needs.
        async prepare() { }
    }
    process.chdir(folder);
    await new Bundler({ projectPath: process.cwd() }).build(['--mode', mode], { mode });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    await bundleElectron(process.argv[2], process.argv[3]);
}
