import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The top folder of the checkout. */
export const ROOT = join(__dirname, '../../..');

export interface PublishedManifest {
    readonly name: string;
    readonly version: string;
    readonly main: string;
    readonly types: string;
    readonly license: string;
    readonly engines: { readonly node: string };
    readonly repository: { readonly url: string; readonly directory: string };
    readonly bugs: { readonly url: string };
    readonly homepage: string;
    readonly theiaExtensions: readonly { readonly [half: string]: string }[];
    readonly dependencies: { readonly [name: string]: string };
    readonly peerDependencies: { readonly [name: string]: string };
    readonly peerDependenciesMeta: { readonly [name: string]: { readonly optional: boolean } };
}

/** A tarball, as `npm pack --json` tells of it. */
interface Tarball {
    readonly filename: string;
    readonly files: readonly { readonly path: string }[];
}

/** A package as somebody gets it who installs it. */
export class PackedPackage {

    readonly manifest: PublishedManifest;

    protected constructor(protected readonly temporary: string, readonly folder: string, readonly files: readonly string[]) {
        this.manifest = JSON.parse(this.read('package.json')) as PublishedManifest;
    }

    /** @param name folder below `packages` */
    static pack(name: string): PackedPackage {
        const temporary = mkdtempSync(join(tmpdir(), 'aws-accounts-package-'));
        const options = { cwd: join(ROOT, 'packages', name), encoding: 'utf8' } as const;
        const output = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', temporary], options);
        const [{ filename, files }] = JSON.parse(output) as [Tarball];
        const folder = join(temporary, 'node_modules', filename.replace(/-\d+\.\d+\.\d+.*\.tgz$/, ''));
        mkdirSync(folder, { recursive: true });
        execFileSync('tar', ['xzf', join(temporary, filename), '--strip-components=1', '-C', folder]);
        return new PackedPackage(temporary, folder, files.map(({ path }) => path));
    }

    read(file: string): string {
        return readFileSync(join(this.folder, file), 'utf8');
    }

    remove(): void {
        rmSync(this.temporary, { recursive: true, force: true });
    }
}
