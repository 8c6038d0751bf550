import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inCheckout } from './checkout.mjs';

// The table of the README that says with which products the packages were driven. It is made from what the stage `consumer` installed and
// ran.

const README = inCheckout('README.md');
const BEGIN = '<!-- made by: npm test -- consumer all --write -->\n';
const END = '<!-- end -->';

/** The row of a product, with the versions that npm installed for it. Patches are left out, since they come by themselves. */
export function rowOf(product, folder) {
    const require = createRequire(join(folder, 'package.json'));
    const version = name => require(`${name}/package.json`).version;
    const react = version('react').split('.').slice(0, 1).join('.');
    const done = product.target === 'electron' ? 'built' : 'built, started and driven';
    return `| ${version('@theia/core')} | ${react} | ${product.title} | ${done} |\n`;
}

/** @returns the rows that are not in the README as the stage found them */
export function missingInReadme(rows) {
    const table = tableIn(readFileSync(README, 'utf8'));
    return rows.filter(row => !table.includes(row));
}

/** Writes the table anew. */
export function writeReadme(rows) {
    const text = readFileSync(README, 'utf8');
    const head = '| Theia | React | product | |\n|---|---|---|---|\n';
    writeFileSync(README, text.replace(tableIn(text), `${BEGIN}${head}${rows.join('')}${END}`));
}

function tableIn(text) {
    const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
    if (from < 0 || to < from) {
        throw new Error('The README has no place for the table of products.');
    }
    return text.slice(from, to + END.length);
}
