import { copyFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inCheckout } from './checkout.mjs';
import { runNode } from './command.mjs';
import { filesEndingWith } from './specs.mjs';

// The `prepack` of each published package: nothing is packed that was not built from the sources beside it.

const TEXTS = ['LICENSE', 'CHANGELOG.md'];

async function main() {
    const folder = process.cwd();
    await runNode(inCheckout('node_modules', 'typescript', 'bin', 'tsc'), ['-b', folder]);
    removeWithoutSource(folder);
    if (readdirSync(join(folder, 'lib')).length === 0) {
        throw new Error('The compiler wrote nothing to lib.');
    }
    for (const text of TEXTS) {
        copyFileSync(inCheckout(text), join(folder, text));
    }
}

/** Removes compiled files whose source has been moved or deleted: they belong to no version. */
function removeWithoutSource(folder) {
    for (const file of ['.js', '.js.map', '.d.ts', '.d.ts.map'].flatMap(ending => filesEndingWith(join(folder, 'lib'), ending))) {
        const source = join(folder, 'src', file.slice(join(folder, 'lib').length + 1)).replace(/(\.d\.ts|\.js)(\.map)?$/, '');
        if (!['.ts', '.tsx'].some(ending => isFile(source + ending))) {
            rmSync(file);
        }
    }
}

function isFile(path) {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

main().catch(error => {
    process.stderr.write(`${basename(process.cwd())} cannot be packed: ${error.message}\n`);
    process.exitCode = 1;
});
