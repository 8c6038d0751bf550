import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { Guide } from './guide';
import { runProgram } from './program';
import type { Product } from './product';
import { Manifest, ProductManifest, Tarballs } from './product-manifest';

const EXAMPLES = join(__dirname, '../../../examples');
const EXTENSIONS = join(__dirname, '../../consumer/extensions');
const BUNDLE_ELECTRON = join(__dirname, '../../../scripts/bundle-electron.mjs');
/** Nothing is to be downloaded from anywhere but the package registry. */
const NO_DOWNLOADS = { PUPPETEER_SKIP_DOWNLOAD: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
/** Written when everything is there. */
const DONE = 'installed.json';

/** Installs and builds products. */
export class ProductInstall {

    /**
     * @param cache folder that outlives a run; installs in it are told apart by what their manifests ask for
     * @param tarballs the packed packages, by name
     */
    constructor(protected readonly cache: string, protected readonly tarballs: Tarballs) { }

    /** @returns the folder of the built application */
    async prepare(product: Product): Promise<string> {
        const install = await this.install(product);
        if (product.guide !== undefined) {
            await new Guide(product.guide).build(install);
            return install;
        }
        const folder = join(install, product.name);
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'package.json'), json(ProductManifest.ofApplication(product)));
        if (product.extension) {
            const place = join(folder, 'node_modules', product.extension.name);
            rmSync(place, { recursive: true, force: true });
            cpSync(join(EXTENSIONS, product.extension.folder), place, { recursive: true });
            writeSamples(product, place);
        }
        if (product.example && product.page === undefined) {
            cpSync(join(EXAMPLES, product.example, 'esbuild.mjs'), join(folder, 'esbuild.mjs'));
        }
        await this.build(install, folder, product);
        return folder;
    }

    /** Removes installs that none of these products asks for any more: each has hundreds of megabytes. */
    prune(products: readonly Product[]): void {
        const needed = new Set(products.map(product => this.key(ProductManifest.ofInstall(product, this.tarballs))));
        for (const folder of existsSync(this.cache) ? readdirSync(this.cache) : []) {
            if (!needed.has(folder)) {
                rmSync(join(this.cache, folder), { recursive: true, force: true });
            }
        }
    }

    protected async install(product: Product): Promise<string> {
        const manifest = ProductManifest.ofInstall(product, this.tarballs);
        const folder = join(this.cache, this.key(manifest));
        if (existsSync(join(folder, DONE))) {
            // The same dependencies: only our own code may be another one.
            await this.replaceOurs(product, folder);
            writeGuide(product, folder);
            return folder;
        }
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'package.json'), json(manifest));
        writeGuide(product, folder);
        await runProgram('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], folder, NO_DOWNLOADS);
        expectOneOfEach(folder);
        writeFileSync(join(folder, DONE), json({ node: process.version }));
        return folder;
    }

    /** All that npm's answer depends on. */
    protected key(manifest: object): string {
        const ours = Object.values(this.tarballs).map(tarball => asked(readFileSync(`${tarball}.json`, 'utf8')));
        const text = JSON.stringify([manifest, ours, process.platform, process.arch, process.versions.modules]);
        return createHash('sha256').update(text.replaceAll(dirname(Object.values(this.tarballs)[0]), '')).digest('hex').slice(0, 16);
    }

    protected async replaceOurs(product: Product, folder: string): Promise<void> {
        for (const name of ProductManifest.ourPackages(product)) {
            const place = join(folder, 'node_modules', name);
            const dependencies = join(place, 'node_modules');
            const kept = join(folder, 'kept');
            if (existsSync(dependencies)) {
                cpSync(dependencies, kept, { recursive: true });
            }
            rmSync(place, { recursive: true, force: true });
            mkdirSync(place);
            await runProgram('tar', ['xzf', this.tarballs[name], '--strip-components=1', '-C', place], folder);
            if (existsSync(kept)) {
                cpSync(kept, dependencies, { recursive: true });
                rmSync(kept, { recursive: true });
            }
        }
    }

    protected async build(install: string, folder: string, { mode, target, page }: Product): Promise<void> {
        rmSync(join(folder, 'lib'), { recursive: true, force: true });
        const cli = join(install, 'node_modules/@theia/cli/bin/theia.js');
        if (page !== undefined && target === 'browser') {
            // The lines of the page would be in the file of an earlier run.
            ['esbuild.mjs', 'webpack.config.js'].forEach(file => rmSync(join(folder, file), { force: true }));
            await new Guide(page).goOn(folder, cli);
            return;
        }
        if (target === 'electron') {
            await runProgram(process.execPath, [BUNDLE_ELECTRON, folder], folder);
            return;
        }
        await runProgram(process.execPath, [cli, 'build', '--mode', mode], folder);
    }
}

function writeGuide({ guide }: Product, folder: string): void {
    if (guide !== undefined) {
        new Guide(guide).write(folder);
    }
}

/** Compiles the TypeScript of documents as their readers do. */
function writeSamples({ samples = {} }: Product, folder: string): void {
    for (const [file, document] of Object.entries(samples)) {
        const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023, experimentalDecorators: true };
        const { outputText } = ts.transpileModule(Guide.firstSample(document), { compilerOptions });
        writeFileSync(join(folder, file), outputText);
    }
}

/** Two copies of a package of Theia are two sets of classes: the page stays empty, or half of it does not know the other. */
function expectOneOfEach(folder: string): void {
    const places = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        path => /(^|\/)node_modules\/@theia\/[^/]+\/package\.json$/.test(path)
    );
    const nested = places.filter(path => path.split('node_modules').length > 2);
    if (places.length === 0 || nested.length > 0) {
        throw new Error(`Installed twice, or not at all: ${nested.join(', ')}`);
    }
}

/** The part of a manifest that npm looks at when it installs the package for somebody. */
function asked(manifest: string): object {
    const { name, version, dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(manifest) as Manifest;
    return { name, version, dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta };
}

function json(value: object): string {
    return `${JSON.stringify(value, null, 2)}\n`;
}
