import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inCheckout, ROOT } from './checkout.mjs';
import { packAll } from './pack.mjs';

// The products of test/consumer: installed from the packed packages, built, started and driven. A product that cannot be built is a failure.

/**
 * @param wanted names of products; `all` for every one; none for those of the daily run
 * @param drive runs the tests for the folders of built products, and gives what passed and failed
 */
export async function consumerStage(wanted, drive) {
    const require = createRequire(import.meta.url);
    const { PRODUCTS } = require(inCheckout('test', 'lib', 'consumer', 'products.js'));
    const { ProductInstall } = require(inCheckout('test', 'lib', 'consumer', 'product-install.js'));
    const chosen = PRODUCTS.filter(({ name, daily }) => wanted.length === 0 ? daily : wanted.includes(name) || wanted.includes('all'));
    const unknown = wanted.filter(name => name !== 'all' && !PRODUCTS.some(product => product.name === name));
    if (unknown.length > 0) {
        throw new Error(`There is no product ${unknown.join(', ')}. There are: ${PRODUCTS.map(({ name }) => name).join(', ')}`);
    }
    const packed = mkdtempSync(join(tmpdir(), 'aws-accounts-packed-'));
    try {
        const install = new ProductInstall(cacheFolder(), await packAll(packed));
        const folders = {};
        let failed = 0;
        for (const product of chosen) {
            const started = Date.now();
            try {
                folders[product.name] = await install.prepare(product);
                process.stdout.write(`Built ${product.name} (${product.title}) in ${Math.round((Date.now() - started) / 1000)} s\n`);
            } catch (error) {
                failed++;
                process.stdout.write(`${product.name} (${product.title}) cannot be installed and built.\n${error.message}\n`);
            }
        }
        const bundled = chosen.filter(({ name, target }) => target === 'electron' && name in folders).length;
        const driven = Object.fromEntries(Object.entries(folders).filter(([name]) => chosen.find(product => product.name === name).target === 'browser'));
        const counts = Object.keys(driven).length === 0 ? { passed: 0, failed: 0 } : await drive(driven);
        return { passed: counts.passed + bundled, failed: counts.failed + failed };
    } finally {
        rmSync(packed, { recursive: true, force: true });
    }
}

/** Outside of this checkout, since what is missing in a product would be found in the checkout's own `node_modules`; one for each checkout. */
function cacheFolder() {
    const checkout = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
    return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'theia-aws-accounts', `products-${checkout}`);
}
