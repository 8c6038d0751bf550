import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { run } from './command.mjs';

/** The packages that are published, in the order in which they depend on each other, and one that the examples share. */
const PACKED = ['packages/aws-accounts', 'packages/aws-accounts-plugin-ext', 'examples/sample-commands'];

/**
 * Packs what would be published, and the commands of the examples.
 *
 * @param destination folder for the tarballs
 * @returns the path of each tarball by the name of its package; beside each lies its manifest, with `.json` behind its name
 */
export async function packAll(destination) {
    mkdirSync(destination, { recursive: true });
    const tarballs = {};
    for (const folder of PACKED) {
        const manifest = inCheckout(folder, 'package.json');
        const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
        await run('npm', ['pack', '--silent', '--pack-destination', destination], { cwd: inCheckout(folder) });
        tarballs[name] = join(destination, `${name}-${version}.tgz`);
        copyFileSync(manifest, `${tarballs[name]}.json`);
    }
    return tarballs;
}
