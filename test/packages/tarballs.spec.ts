import { expect } from 'chai';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackedPackage, ROOT } from './packed-package';

/** Scanners of adopters look for these. */
// AWS writes its examples with EXAMPLE at the end, which scanners know.
const SECRETS = /-----BEGIN [A-Z ]*PRIVATE KEY|\b(AKIA|ASIA)(?!\w*EXAMPLE\b)[A-Z0-9]{16}\b/;
const EXACT = /^\d/;
const PACK_MS = 120_000;

for (const name of ['aws-accounts', 'aws-accounts-plugin-ext']) {

    describe(`the tarball of ${name}`, function (): void {

        this.timeout(PACK_MS);
        let packed: PackedPackage;
        const orphan = join(ROOT, 'packages', name, 'lib/moved-away.js');

        before(() => {
            writeFileSync(orphan, '');
            packed = PackedPackage.pack(name);
        });

        after(() => {
            packed.remove();
            rmSync(orphan, { force: true });
        });

        it('has everything that the manifest leads to', () => {
            const { main, types, theiaExtensions } = packed.manifest;
            const modules = theiaExtensions.flatMap(halves => Object.values(halves)).map(path => `${path}.js`);
            expect(packed.files).to.include.members([main, types, ...modules]);
        });

        it('has a license, the changes and a README', () => expect(packed.files)
            .to.include.members(['LICENSE', 'CHANGELOG.md', 'README.md']));

        // @threat published-fixtures
        it('has no specs, no fixtures, and nothing of a compiler', () =>
            expect(packed.files.filter(path => /\.spec\.|(^|\/)test\/|tsbuildinfo|tsconfig|\.d\.ts\.map$/.test(path))).to.deep.equal([]));

        // @threat published-fixtures
        it('has nothing that looks like a secret', () =>
            expect(packed.files.filter(path => SECRETS.test(packed.read(path)))).to.deep.equal([]));

        it('has no module without a source beside it', () => {
            const sources = new Set(packed.files.map(path => path.replace(/\.tsx?$/, '')));
            const modules = packed.files.filter(path => path.startsWith('lib/') && path.endsWith('.js'));
            expect(modules.filter(path => !sources.has(path.replace(/^lib/, 'src').replace(/\.js$/, '')))).to.deep.equal([]);
        });

        it('says where it comes from, and for which Node.js it is', () => {
            const { license, engines, repository, bugs, homepage } = packed.manifest;
            expect(license).to.equal('Apache-2.0');
            expect(engines.node).to.match(/^>=\d/);
            expect(repository.directory).to.equal(`packages/${name}`);
            expect([repository.url, bugs.url, homepage].filter(url => !url.includes('https://'))).to.deep.equal([]);
        });

        it('takes Theia from the product, and no exact version of anything', () => {
            const { dependencies, peerDependencies } = packed.manifest;
            expect(Object.keys(dependencies).filter(dependency => /^@theia\/|^react|^theia-/.test(dependency))).to.deep.equal([]);
            expect(Object.entries({ ...dependencies, ...peerDependencies }).filter(([, range]) => EXACT.test(range))).to.deep.equal([]);
            expect(peerDependencies['@theia/core']).to.equal('^1.67.0');
        });

        it('has a README that stands alone', () => {
            const readme = packed.read('README.md');
            expect([...readme.matchAll(/\]\((?!https:|#)([^)]*)\)/g)].map(([, target]) =>
                target), 'links that lead nowhere on a registry\'s page').to.deep.equal([]);
            expect(readme).to.match(new RegExp(`^npm install .*${packed.manifest.name}$`, 'm'));
            for (const part of ['![', '1.67', 'Node.js', '## For builders', '## Files that it writes']) {
                expect(readme).to.contain(part);
            }
        });
    });
}

describe('packing', function (): void {

    this.timeout(PACK_MS);

    it('fails with the reason when the sources do not compile', () => {
        const folder = mkdtempSync(join(tmpdir(), 'aws-accounts-broken-'));
        try {
            mkdirSync(join(folder, 'src'));
            writeFileSync(join(folder, 'src/index.ts'), 'export const version: number = "one";\n');
            writeFileSync(
                join(folder, 'tsconfig.json'),
                '{ "compilerOptions": { "rootDir": "src", "outDir": "lib", "types": [] }, "include": ["src"] }'
            );
            const { status, stdout, stderr } = spawnSync(
                process.execPath, [join(ROOT, 'scripts/prepack.mjs')], { cwd: folder, encoding: 'utf8' }
            );
            expect(status).to.equal(1);
            expect(stdout).to.contain('src/index.ts(1,14)');
            expect(stderr).to.contain('cannot be packed');
        } finally {
            rmSync(folder, { recursive: true });
        }
    });
});
