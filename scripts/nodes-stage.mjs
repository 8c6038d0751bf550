import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './command.mjs';

// The unit specs once more, with the other versions of Node.js that are supported. Each comes as the npm package `node`, and is kept.

const SUPPORTED = ['22', '24'];

/**
 * @param words versions; none for all: each takes a minute and a half
 * @param unit runs the unit specs with a Node.js, and gives what passed and failed
 */
export async function nodesStage(words, unit) {
    const unknown = words.filter(word => !SUPPORTED.includes(word));
    if (unknown.length > 0) {
        throw new Error(`There is no Node.js ${unknown.join(', ')} to test with. There are: ${SUPPORTED.join(', ')}`);
    }
    const chosen = SUPPORTED.filter(version => words.length === 0 || words.includes(version));
    const counts = [];
    for (const version of chosen) {
        const node = await nodeOf(version);
        await run(node, ['--version']);
        counts.push(...await unit(node));
    }
    return counts;
}

/** @returns the program */
async function nodeOf(version) {
    const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'theia-aws-accounts', `node-${version}`);
    const program = join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(program)) {
        mkdirSync(folder, { recursive: true });
        // Its install script puts the program of this platform there.
        writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ private: true, allowScripts: { node: true } })}\n`);
        await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', `node@${version}`], { cwd: folder });
    }
    return program;
}
