import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inCheckout, ROOT } from './checkout.mjs';
import { missingInReadme, rowOf, writeReadme } from './compatibility.mjs';
import { packAll } from './pack.mjs';
import { sum } from './test-counts.mjs';

// The products of test/consumer: installed from the packed packages, built, started and driven. A product that cannot be built is a
// failure.

/**
 * @param words names of products; `all` for every one; none for those of the daily run; `--write` puts what was driven into the README, if
 * all passed
 * @param drive runs the tests for the folders of built products, and gives what passed and failed
 */
export async function consumerStage(words, drive) {
    const { chosen, folders, failures } = await prepareProducts(words.filter(word => word !== '--write'));
    const built = chosen.filter(({ name }) => name in folders);
    const driven = built.filter(({ target }) => target === 'browser');
    const counts = driven.length === 0 ? sum([]) : await drive(Object.fromEntries(driven.map(({ name }) => [name, folders[name]])));
    const rows = built.map(product => rowOf(product, folders[product.name]));
    const total = sum([counts, { passed: built.length - driven.length, failed: failures.length, failures }]);
    if (words.includes('--write') && words.includes('all') && total.failed === 0) {
        writeReadme(rows);
    }
    const missing = complaints(rows);
    return sum([total, { passed: 0, failed: missing.length, failures: missing }]);
}

/**
 * Packs the packages, and installs and builds products with them. A product that cannot be built is told and counted, and has no folder.
 */
export async function prepareProducts(words) {
    const { PRODUCTS, ProductInstall } = compiled();
    const chosen = choose(PRODUCTS, words);
    const packed = mkdtempSync(join(tmpdir(), 'aws-accounts-packed-'));
    try {
        const install = new ProductInstall(cacheFolder(), await packAll(packed));
        install.prune(PRODUCTS);
        return { chosen, ...await prepare(chosen, install) };
    } finally {
        rmSync(packed, { recursive: true, force: true });
    }
}

function compiled() {
    const require = createRequire(import.meta.url);
    const made = name => require(inCheckout('test', 'lib', 'consumer', name));
    return { ...made('products.js'), ...made('product-install.js') };
}

function choose(products, words) {
    const unknown = words.filter(word => word !== 'all' && !products.some(({ name }) => name === word));
    if (unknown.length > 0) {
        throw new Error(`There is no product ${unknown.join(', ')}. There are: ${products.map(({ name }) => name).join(', ')}`);
    }
    return products.filter(({ name, daily }) => words.length === 0 ? daily : words.includes(name) || words.includes('all'));
}

/** Installs and builds one after the other. */
async function prepare(products, install) {
    const folders = {};
    const failures = [];
    for (const product of products) {
        const started = Date.now();
        try {
            folders[product.name] = await install.prepare(product);
            process.stdout.write(`Built ${product.name} (${product.title}) in ${Math.round((Date.now() - started) / 1000)} s\n`);
        } catch (error) {
            failures.push({ title: product.name, reason: error.message });
            process.stdout.write(`${product.name} (${product.title}) cannot be installed and built.\n${error.message}\n`);
        }
    }
    return { folders, failures };
}

/** The README says nothing else than what was found. */
function complaints(rows) {
    return missingInReadme(rows).map(row => ({
        title: 'the table of the README', reason: `It does not have this row (npm test -- consumer all --write): ${row}`
    }));
}

/**
 * Outside of this checkout, since what is missing in a product would be found in the checkout's own `node_modules`; one for each checkout.
 */
function cacheFolder() {
    const checkout = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
    return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'theia-aws-accounts', `products-${checkout}`);
}
