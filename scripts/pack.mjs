import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { run } from './command.mjs';

/** The folders of the packages that are published, in the order in which they depend on each other. */
export const PUBLISHED = ['aws-accounts', 'aws-accounts-plugin-ext'];

/**
 * Packs what would be published.
 *
 * @param destination folder for the tarballs
 * @returns the path of each tarball by the name of its package; beside each lies its manifest, with `.json` behind its name
 */
export async function packAll(destination) {
    mkdirSync(destination, { recursive: true });
    const tarballs = {};
    for (const folder of PUBLISHED) {
        const manifest = inCheckout('packages', folder, 'package.json');
        const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
        await run('npm', ['pack', '--silent', '--pack-destination', destination], { cwd: inCheckout('packages', folder) });
        tarballs[name] = join(destination, `${name}-${version}.tgz`);
        copyFileSync(manifest, `${tarballs[name]}.json`);
    }
    return tarballs;
}
