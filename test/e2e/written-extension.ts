import type { Ide } from './ide';

/** A folder of extensions for `THEIA_PLUGINS` that a test writes itself. */
const FOLDER = 'extensions';

export interface WrittenExtension {
    readonly name: string;
    /** Its script, which runs in a plugin host, or in the worker of the page. */
    readonly script: string;
    readonly runsIn: 'pluginHost' | 'page';
    readonly contributes?: object;
}

/** Writes extensions and starts a backend that loads them. */
export async function startWithExtensions(ide: Ide, extensions: readonly WrittenExtension[]): Promise<void> {
    for (const { name, script, runsIn, contributes } of extensions) {
        const entry = runsIn === 'page' ? 'browser' : 'main';
        const manifest = {
            name, displayName: name, publisher: 'samples', version: '0.1.0', engines: { vscode: '^1.60.0' },
            activationEvents: ['onStartupFinished'], contributes
        };
        ide.home.write(`${FOLDER}/${name}/package.json`, JSON.stringify({ ...manifest, [entry]: './script.js' }));
        ide.home.write(`${FOLDER}/${name}/script.js`, script);
    }
    await ide.startBackend({ THEIA_PLUGINS: `local-dir:${ide.home.pathOf(FOLDER)}` });
}
