import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { ROOT, textOf } from './document';

const SCRIPT = join(ROOT, 'scripts', 'threat-table.mjs');
const EMPTY = '<!-- threats: written by scripts/threat-table.mjs -->\n<!-- /threats -->\n';
const THREATS = JSON.stringify({ flood: { threat: 'It is wet.', answer: 'A dam.' } });
const SPEC = '// @threat flood\nfor (const x of [1]) {\n    it(`keeps ${x} | dry`, () => undefined);\n}\n';

function run(...args: string[]): { readonly status: number | null; readonly told: string } {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
    return { status, told: stderr };
}

describe('The table of threats', () => {
    let root: string;

    beforeEach(() => root = mkdtempSync(join(tmpdir(), 'threats-')));
    afterEach(() => rmSync(root, { recursive: true, force: true }));

    function given(files: { readonly [path: string]: string }): void {
        const all = { 'SECURITY.md': EMPTY, 'docs/threats.json': THREATS, 'packages/a/src/dam.spec.ts': SPEC, ...files };
        for (const [path, text] of Object.entries(all)) {
            mkdirSync(dirname(join(root, path)), { recursive: true });
            writeFileSync(join(root, path), text);
        }
    }

    it('says what the tags in the specs say, and has a test in each row', () => expect(run('--check'))
        .to.deep.equal({ status: 0, told: '' }));

    it('is written from threats, tags, and the sentences of the tests', () => {
        given({});
        expect(run('--check', root)).to.have.property('status', 1);
        expect(run(root)).to.deep.equal({ status: 0, told: '' });
        expect(readFileSync(join(root, 'SECURITY.md'), 'utf8'))
            .to.contain('| It is wet. | A dam. | [keeps … \\| dry](packages/a/src/dam.spec.ts) |');
        expect(run('--check', root)).to.deep.equal({ status: 0, told: '' });
    });

    for (const [sentence, files, told] of [
        ['a threat that no test shows', { 'packages/a/src/dam.spec.ts': '' }, 'flood: no test shows the answer'],
        [
            'a tag that no test follows', { 'packages/a/src/dam.spec.ts': `${SPEC}// @threat flood\n` },
            'dam.spec.ts:5: no test follows the tag flood'
        ],
        [
            'a tag whose test is another tag\'s', { 'packages/a/src/dam.spec.ts': `// @threat flood\n${SPEC}` },
            'dam.spec.ts:1: no test follows the tag flood'
        ],
        ['a tag of no threat', { 'test/e2e/fire.test.ts': '// @threat fire\ntest("is out", () => 1);\n' }, 'there is no threat fire'],
        [
            'a table that was written by hand', { 'SECURITY.md': EMPTY.replace('\n', '\n| It is wet. | Sand. | all |\n') },
            'SECURITY.md says something else'
        ]
    ] as const) {
        it(`is refused with ${sentence}`, () => {
            given(files);
            const { status, told: said } = run('--check', root);
            expect(status).to.equal(1);
            expect(said).to.contain(told);
        });
    }
});

describe('SECURITY.md', () => {
    it('says what is promised, against whom, how it is tested, and how to report a fault', () => {
        expect([...textOf('SECURITY.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).to.deep.equal([
            'What is promised', 'Against whom', 'How it is tested', 'Report a fault'
        ]);
    });

    it('is found from the README and by who contributes', () => {
        for (const document of ['README.md', 'CONTRIBUTING.md']) {
            expect(textOf(document), document).to.contain('](SECURITY.md)');
        }
    });
});
