import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './packed-package';

const REFERENCE_MS = 180_000;
const ENTRIES = [
    'theia-aws-accounts/lib/browser', 'theia-aws-accounts/lib/common', 'theia-aws-accounts/lib/node', 'theia-aws-accounts-plugin-ext'
];

/** Makes the reference with the `typedoc.json` of `cwd`. @throws what the program said, where something has no description */
function makeReference(cwd: string, out: string): void {
    try {
        execFileSync(process.execPath, [join(ROOT, 'node_modules/typedoc/bin/typedoc'), '--out', out], { cwd, stdio: 'pipe' });
    } catch (error) {
        throw new Error(String((error as { readonly stderr?: unknown }).stderr));
    }
}

describe('the API reference', function (): void {

    this.timeout(REFERENCE_MS);
    let folder: string;

    before(() => {
        folder = mkdtempSync(join(tmpdir(), 'aws-accounts-reference-'));
        makeReference(ROOT, folder);
    });

    after(() => rmSync(folder, { recursive: true, force: true }));

    it('has every public entry, by the name that is imported', () => {
        const pages = readdirSync(join(folder, 'modules'));
        expect(pages).to.include.members(ENTRIES.map(entry => `${entry.replaceAll('/', '_')}.html`));
    });

    it('tells what a builder asks for', () => {
        const page = readFileSync(join(folder, 'interfaces/theia-aws-accounts_lib_node.AwsConnectionProviders.html'), 'utf8');
        expect(page).to.include('credentialProvider').and.to.include('LambdaClient');
    });

    it('would not be made of a public type without a description', () => {
        const options = JSON.parse(readFileSync(join(ROOT, 'typedoc.json'), 'utf8')) as object;
        const other = { ...options, tsconfig: 'tsconfig.json', entryPoints: ['undescribed.ts'] };
        writeFileSync(join(folder, 'undescribed.ts'), 'export interface Undescribed { readonly name: string }\n');
        writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ files: ['undescribed.ts'] }));
        writeFileSync(join(folder, 'typedoc.json'), JSON.stringify(other));
        expect(() => makeReference(folder, join(folder, 'other'))).to.throw(/Undescribed.*documentation/);
    });
});
