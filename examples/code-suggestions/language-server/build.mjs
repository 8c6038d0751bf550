import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

// Installs AWS's language server into this folder and bundles it into one file. Its packages are 230 MB, and a minute of work: so they are
// no part of the workspaces and are installed on demand. Their scripts are not run: the one of @aws/lsp-codewhisperer would install half
// a gigabyte of development dependencies, and the server loads without them once what its packages forget to name is named here.
// `npm ci` takes no lock file for packages that bring others along in their tarball; `npm install` keeps to it where it can.

const folder = dirname(fileURLToPath(import.meta.url));
const inFolder = (...parts) => join(folder, ...parts);
const stamp = inFolder('lib', 'stamp');
const digest = createHash('sha256');
for (const file of ['package-lock.json', 'entry.cjs', 'clients.cjs', 'build.mjs']) {
    digest.update(readFileSync(inFolder(file)));
}
const wanted = digest.digest('hex');

if (!existsSync(inFolder('lib', 'server.cjs')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    process.stdout.write("Installing AWS's language server for code suggestions (about a minute the first time)...\n");
    const install = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: folder, stdio: 'inherit', shell: process.platform === 'win32'
    });
    if (install.status !== 0) {
        throw new Error("AWS's language server could not be installed.");
    }
    for (const [entry, outfile] of [['entry.cjs', 'server.cjs'], ['clients.cjs', 'clients.cjs']]) {
        await esbuild.build({
            entryPoints: [inFolder(entry)], outfile: inFolder('lib', outfile),
            bundle: true, minify: true, platform: 'node', target: 'node20', logLevel: 'error',
            // The server's package keeps the clients that it brings along here.
            nodePaths: [inFolder('node_modules', '@aws', 'lsp-codewhisperer', 'node_modules')],
            // Native packages of Windows, which are asked for only there.
            external: ['registry-js', 'win-ca']
        });
    }
    mkdirSync(inFolder('lib'), { recursive: true });
    writeFileSync(stamp, wanted);
}
