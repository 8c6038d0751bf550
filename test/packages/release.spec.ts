import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PublishedManifest, ROOT } from './packed-package';

const RELEASE_MS = 180_000;
const MANIFESTS = ['aws-accounts', 'aws-accounts-plugin-ext', 'aws-sign-in-emulator'].map(name => `packages/${name}/package.json`);

/** A repository with nothing but what decides about a release. */
function repository(): string {
    const folder = mkdtempSync(join(tmpdir(), 'aws-accounts-release-'));
    const root = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly workspaces: readonly string[] };
    const members = root.workspaces.filter(member => !member.includes('*')).map(member => `${member}/package.json`);
    for (const file of ['package.json', 'lerna.json', ...MANIFESTS, ...members]) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        cpSync(join(ROOT, file), join(folder, file));
    }
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const git = (...args: string[]): unknown => execFileSync(
        'git', ['-c', 'user.name=spec', '-c', 'user.email=spec@example.com', ...args], { cwd: folder, stdio: 'pipe' }
    );
    git('init', '-q', '-b', 'main');
    git('add', 'package.json', 'lerna.json', 'packages', ...members);
    git('commit', '-q', '-m', 'as it is');
    return folder;
}

describe('a release, tried and not made', function (): void {

    this.timeout(RELEASE_MS);

    it('raises the version of all packages together, and the bridge asks for the extension by a range', () => {
        const folder = repository();
        try {
            const lerna = join(ROOT, 'node_modules/lerna/dist/cli.js');
            const env = { ...process.env, NX_DAEMON: 'false', CI: 'true' };
            execFileSync(
                process.execPath, [lerna, 'version', 'minor', '--no-push', '--no-git-tag-version', '--yes'],
                { cwd: folder, env, stdio: 'pipe' }
            );
            const manifests = MANIFESTS.map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as PublishedManifest);
            expect(manifests.map(({ version }) => version)).to.deep.equal(['0.2.0', '0.2.0', '0.2.0']);
            expect(manifests[1].peerDependencies['theia-aws-accounts']).to.match(/^\^0\.\d+\.0$/);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    for (const name of ['aws-accounts', 'aws-accounts-plugin-ext']) {
        it(`publishes ${name} to everybody`, () => {
            const output = execFileSync(
                'npm', ['publish', '--dry-run', '--json', '--ignore-scripts'],
                { cwd: join(ROOT, 'packages', name), encoding: 'utf8', stdio: 'pipe' }
            );
            expect(output).to.contain('"version": "0.1.0"');
        });
    }
});
