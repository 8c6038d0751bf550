import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// node scripts/threat-table.mjs: writes the table of threats in SECURITY.md from the tags in the specs.
// node scripts/threat-table.mjs --check [folder]: fails when the table says something else than the tags, or a threat has no test.

/** `// @threat id` stands before a test, or before the loop that makes several. */
const TAG = /^\s*\/\/ @threat ([a-z-]+)\s*$/;
/** The sentence of a test, as it is written. */
const TEST = /\b(?:it|test|describe)\(\s*(['"`])((?:\\.|(?!\1)[^])*?)\1\s*,/;
/** The title of a group of tests. */
const GROUP = /^(\s*)(?:test\.)?describe\(\s*(['"`])((?:\\.|(?!\2)[^])*?)\2/;
/** Lines within which the test has to begin. */
const NEAR = 14;
const PLACES = ['packages', 'test'];
const LEFT_OUT = /(^|\/)(node_modules|lib|plugins|results|\.git)(\/|$)/;
const [BEGIN, END] = ['<!-- threats: written by scripts/threat-table.mjs -->', '<!-- /threats -->'];

/** Every tag below `root`, with the sentence of its test; `undefined` for a tag that no test follows. */
export function tagsIn(root) {
    return PLACES.flatMap(place => specsBelow(root, place)).sort().flatMap(file => {
        const lines = readFileSync(join(root, file), 'utf8').split('\n');
        return lines.flatMap((line, index) => {
            const id = TAG.exec(line)?.[1];
            return id === undefined ? [] : [{ id, file, line: index + 1, sentence: sentenceAfter(lines, index + 1) }];
        });
    });
}

function specsBelow(root, place) {
    try {
        return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
            .map(file => `${place}/${file.replaceAll('\\', '/')}`)
            .filter(file => /\.(spec|test)\.tsx?$/.test(file) && !LEFT_OUT.test(file));
    } catch (error) {
        if (error.code === 'ENOENT') {
            return [];
        }
        throw error;
    }
}

function sentenceAfter(lines, index) {
    const next = lines.slice(index, index + NEAR);
    const end = next.findIndex(line => TAG.test(line));
    const found = TEST.exec(next.slice(0, end === -1 ? NEAR : end).join('\n'))?.[2];
    const group = groupAround(lines, index - 1);
    return found === undefined ? undefined : plain(group === undefined ? found : `${group}: ${found}`);
}

/** The title of the group that the line stands in. */
function groupAround(lines, index) {
    const indent = /^\s*/.exec(lines[index])[0].length;
    const heads = lines.slice(0, index).map(line => GROUP.exec(line)).filter(head => head !== null && head[1].length < indent);
    return heads.at(-1)?.[3];
}

function plain(text) {
    return text.replace(/\\(['"`])/g, '$1').replace(/\$\{[^}]*\}/g, '…').replace(/\s+/g, ' ');
}

/** Finds what keeps the table from being true. */
export function flawsOf(threats, tags) {
    return [
        ...tags.filter(({ id }) => !(id in threats)).map(
            ({ id, file, line }) => `${file}:${line}: there is no threat ${id} in docs/threats.json`
        ),
        ...tags.filter(({ sentence }) => sentence === undefined).map(
            ({ id, file, line }) => `${file}:${line}: no test follows the tag ${id}`
        ),
        ...Object.keys(threats).filter(id => !tags.some(tag => tag.id === id && tag.sentence !== undefined)).map(
            id => `${id}: no test shows the answer`
        )
    ];
}

export function tableOf(threats, tags) {
    const rows = Object.entries(threats).map(([id, { threat, answer }]) => {
        const shown = tags.filter(tag => tag.id === id && tag.sentence !== undefined)
            .map(({ file, sentence }) => `[${cell(sentence)}](${file})`);
        return `| ${threat} | ${answer} | ${[...new Set(shown)].join('<br>')} |`;
    });
    return ['| threat | answer | shown by |', '|---|---|---|', ...rows].join('\n');
}

function cell(text) {
    return text.replace(/[\\`*_{}[\]<>|~]/g, '\\$&');
}

export function withTable(text, table) {
    const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
    if (begin === -1 || end < begin) {
        throw new Error(`SECURITY.md lacks the lines ${BEGIN} and ${END}.`);
    }
    return `${text.slice(0, begin + BEGIN.length)}\n${table}\n${text.slice(end)}`;
}

function main(args) {
    const root = resolve(args.find(argument => !argument.startsWith('--')) ?? join(dirname(fileURLToPath(import.meta.url)), '..'));
    const threats = JSON.parse(readFileSync(join(root, 'docs', 'threats.json'), 'utf8'));
    const tags = tagsIn(root);
    const document = join(root, 'SECURITY.md');
    const text = readFileSync(document, 'utf8');
    const wanted = withTable(text, tableOf(threats, tags));
    const flaws = flawsOf(threats, tags);
    if (!args.includes('--check')) {
        writeFileSync(document, wanted);
    } else if (text !== wanted) {
        flaws.push('SECURITY.md says something else than the tags in the specs. Run: node scripts/threat-table.mjs');
    }
    flaws.forEach(flaw => process.stderr.write(`${flaw}\n`));
    process.exitCode = flaws.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
    main(process.argv.slice(2));
}
