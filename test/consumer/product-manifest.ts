import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Guide } from './guide';
import type { Product } from './product';

export interface Manifest {
    readonly [member: string]: unknown;
    readonly dependencies: { readonly [name: string]: string };
}

const EXAMPLES = join(__dirname, '../../../examples');
/** Install scripts that an IDE needs; npm 11 asks before it runs any. */
const SCRIPTS = ['@github/keytar', '@parcel/watcher', 'drivelist', 'esbuild', 'keytar', 'msgpackr-extract', 'native-keymap', 'node-pty'];
/** Packages of Theia that those of a product bring along, and pin. */
const INDIRECT = ['editor', 'file-search', 'markers', 'variable-resolver'];

/** Both would fetch binaries from elsewhere. */
const NO_BINARIES = { keytar: 'npm:@github/keytar@7.10.6', puppeteer: 'npm:puppeteer-core@25.1.0' };

/** The packed packages, by name. */
export interface Tarballs {
    readonly [name: string]: string;
}

/** The manifests of a product, as its builder would write them. */
export namespace ProductManifest {

    /** All that is installed. Products that install the same share it. */
    export function ofInstall(product: Product, tarballs: Tarballs): Manifest {
        if (product.example !== undefined) {
            const manifest = ofExample(product.example);
            const packed = Object.fromEntries(ourPackages(product).map(name => [name, `file:${tarballs[name]}`]));
            return { ...manifest, dependencies: { ...manifest.dependencies, ...packed } };
        }
        if (product.guide !== undefined) {
            return ofGuide(product.guide, tarballs);
        }
        const { theia, react, others = {}, overrides = {}, tools = {} } = product;
        const ours = Object.fromEntries(ourPackages(product).map(name => [name, `file:${tarballs[name]}`]));
        const asked = { ...theiaPackages(product), ...react && { react, 'react-dom': react }, ...ours };
        return {
            private: true, name: 'products', version: '1.0.0',
            dependencies: Object.fromEntries(Object.entries(asked).sort(([one], [other]) => one < other ? -1 : 1)),
            devDependencies: { '@theia/cli': theia, ...tools },
            overrides: {
                ...NO_BINARIES, ...overrides,
                // Exact pins of packages that stand at another version would bring a second copy of what they pin.
                ...Object.keys(others).length > 0 && { ...theiaPackages(withIndirect(product)), ...withScope(others) }
            },
            allowScripts: Object.fromEntries(SCRIPTS.map(name => [name, true]))
        };
    }

    /** That of the document, with our packages from the checkout, and nothing from anywhere but the registry. */
    function ofGuide(document: string, tarballs: Tarballs): Manifest {
        const manifest = JSON.parse(new Guide(document).fileOf('package.json')) as Manifest;
        const ours = Object.keys(manifest.dependencies).filter(name => name in tarballs).map(name => [name, `file:${tarballs[name]}`]);
        return {
            ...manifest, dependencies: { ...manifest.dependencies, ...Object.fromEntries(ours) }, overrides: NO_BINARIES,
            allowScripts: Object.fromEntries(SCRIPTS.map(name => [name, true]))
        };
    }

    /** That of a document whose application needs no package but those of the example. @throws Error when it asks for another one */
    function ofPage(document: string, example: Manifest): Manifest {
        const manifest = JSON.parse(new Guide(document).fileOf('package.json')) as Manifest;
        for (const member of ['dependencies', 'devDependencies']) {
            const there = Object.entries({ ...example[member] as object });
            const asked = Object.entries({ ...manifest[member] as object });
            const missing = asked.filter(([name, range]) => !there.some(([one, installed]) => one === name && installed === range));
            if (asked.length === 0 || missing.length > 0) {
                throw new Error(`${document} asks for what the example does not have: ${missing.join('; ')}`);
            }
        }
        return manifest;
    }

    /** The application. */
    export function ofApplication(product: Product): Manifest {
        if (product.example !== undefined) {
            return product.page === undefined ? ofExample(product.example) : ofPage(product.page, ofExample(product.example));
        }
        const own = product.extension ? { [product.extension.name]: '1.0.0' } : {};
        const ours = Object.fromEntries(ourPackages(product).map(name => [name, '*']));
        const asked = product.page === undefined ? {} : new Guide(product.page).dependencies;
        const names = { ...theiaPackages(product), ...ours, ...asked, ...own };
        return {
            private: true, name: product.name, version: '1.0.0', main: 'lib/backend/electron-main.js',
            theia: {
                target: product.target,
                frontend: { config: { applicationName: product.name, preferences: { 'security.workspace.trust.enabled': false } } }
            },
            // In the order of their names, as npm keeps them: the order in which modules are loaded follows from it.
            dependencies: Object.fromEntries(Object.entries(names).sort(([one], [other]) => one < other ? -1 : 1)),
            devDependencies: { '@theia/cli': product.theia }
        };
    }

    export function ourPackages({ bridge, example }: Product): readonly string[] {
        return example !== undefined
            ? Object.keys(ofExample(example).dependencies).filter(name => name.includes('aws-accounts'))
            : ['theia-aws-accounts', ...bridge ? ['theia-aws-accounts-plugin-ext'] : []];
    }

    function theiaPackages({ packages, theia, others = {} }: Product): { readonly [name: string]: string } {
        return withScope(Object.fromEntries(packages.map(name => [name, others[name] ?? theia])));
    }

    function ofExample(name: string): Manifest {
        return JSON.parse(readFileSync(join(EXAMPLES, name, 'package.json'), 'utf8')) as Manifest;
    }

    function withIndirect(product: Product): Product {
        return { ...product, packages: [...product.packages, ...INDIRECT] };
    }

    function withScope(versions: { readonly [name: string]: string }): { readonly [name: string]: string } {
        return Object.fromEntries(Object.entries(versions).map(([name, version]) => [`@theia/${name}`, version]));
    }
}
