import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inCheckout } from './checkout.mjs';
import { run, runNode } from './command.mjs';
import { unlessDone } from './stamp.mjs';

/** Nothing is to be downloaded from anywhere but the package registry. */
const INSTALL_ENVIRONMENT = {
    ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', PUPPETEER_SKIP_DOWNLOAD: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1'
};

const PROJECTS = [
    'packages/aws-sign-in-emulator', 'packages/aws-accounts', 'packages/aws-accounts-plugin-ext',
    'examples/sample-commands', 'examples/code-suggestions', 'test'
];

/** Installs, compiles and bundles what is not up to date. */
export async function build() {
    const manifests = [
        'package.json', 'package-lock.json', ...PROJECTS.map(project => `${project}/package.json`), 'examples/browser/package.json'
    ];
    await unlessDone('install', manifests, async () => {
        say('Installing packages (about two minutes the first time)');
        await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { env: INSTALL_ENVIRONMENT });
    });
    const sources = [...manifests, 'tsconfig.base.json', ...PROJECTS];
    await unlessDone('compile', sources, async () => {
        say('Compiling');
        await runNode(inCheckout('node_modules', 'typescript', 'bin', 'tsc'), ['-b', ...PROJECTS]);
    });
    const bundled = [
        'package-lock.json', 'packages/aws-accounts', 'packages/aws-accounts-plugin-ext',
        'examples/sample-commands', 'examples/code-suggestions', 'examples/browser'
    ];
    await unlessDone('bundle', bundled, async () => {
        say('Bundling the browser example');
        const theia = inCheckout('node_modules', '@theia', 'cli', 'bin', 'theia.js');
        await runNode(theia, ['build', '--mode', 'development'], { cwd: inCheckout('examples', 'browser') });
    });
    if (!existsSync(inCheckout('examples', 'browser', 'lib', 'backend', 'main.js'))) {
        throw new Error('The browser example was not built. Delete node_modules/.cache and try again.');
    }
}

function say(text) {
    process.stdout.write(`${text}...\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    build().catch(error => {
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
    });
}
