import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inCheckout } from './checkout.mjs';

/** Outputs of a build, which are no reason for another one. */
const MADE = new Set(['node_modules', 'lib', 'src-gen', '.git', 'results', 'plugins']);

/** Runs `work` unless it was done before with the same `inputs` (files and folders of this checkout) and for the same `kind` of Node.js. */
export async function unlessDone(name, inputs, work) {
    const path = inCheckout('node_modules', '.cache', 'theia-aws-accounts', name);
    const stamp = fingerprint(inputs);
    if (await readFile(path, 'utf8').catch(() => '') === stamp) {
        return false;
    }
    await work();
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, stamp);
    return true;
}

function fingerprint(inputs) {
    const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`);
    for (const input of inputs) {
        addPath(hash, inCheckout(input));
    }
    return hash.digest('hex');
}

function addPath(hash, path) {
    if (statSync(path).isDirectory()) {
        const isSource = entry => !MADE.has(entry) && !entry.startsWith('gen-') && !entry.endsWith('.tsbuildinfo');
        for (const name of readdirSync(path).filter(isSource).sort()) {
            addPath(hash, join(path, name));
        }
    } else {
        hash.update(path).update(readFileSync(path));
    }
}
