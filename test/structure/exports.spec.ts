import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect } from 'chai';
import * as ts from 'typescript';

const ROOT = resolve(__dirname, '..', '..', '..');
const PACKAGES: readonly string[] = ['aws-accounts', 'aws-accounts-plugin-ext', 'aws-sign-in-emulator'];

/** Files whose names are for others: public entries, and scripts that are found by their path. */
const ENTRY = /\/(?:index|init|plugin-host-script|command-line|lead-process)\.tsx?$/;
/** A table of decisions, which a spec holds against the SDK. */
const FOR_SPECS: readonly string[] = ['aws-accounts/src/node/http/client-settings.ts: CLIENT_SETTINGS'];
const SPEC = /\.spec\.tsx?$|\/test\//;

interface SourceText {
    readonly path: string;
    readonly text: string;
    readonly exported: readonly string[];
    /** By file, the names that this one takes from there; `*` for all of them. */
    readonly taken: readonly (readonly [file: string, name: string])[];
}

function sourcesBelow(folder: string): string[] {
    return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map(file => join(folder, file))
        .filter(file => /\.tsx?$/.test(file) && !/\.d\.ts$|(?:^|\/)(?:lib|node_modules|src-gen)\//.test(file));
}

/** The file that `specifier` names in `from`, by a relative path or through the compiled folder of one of the packages. */
function fileOf(from: string, specifier: string): string | undefined {
    const [, name, inside] = /^(?:theia-)?(aws-[a-z-]+)(?:\/lib\/(.*))?$/.exec(specifier) ?? [];
    const base = specifier.startsWith('.') ? join(dirname(from), specifier) : `packages/${name}/src/${inside ?? 'index'}`;
    const source = base.replace(/(packages\/[^/]+)\/lib\//, '$1/src/').replace(/\.js$/, '');
    return [`${source}.ts`, `${source}.tsx`, join(source, 'index.ts')].find(file => existsSync(join(ROOT, file)));
}

function read(path: string): SourceText {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const exported = new Set<string>();
    const taken: [string, string][] = [];
    const take = (specifier: ts.Node | undefined, names: readonly string[]): void => {
        const from = specifier && ts.isStringLiteral(specifier) ? fileOf(path, specifier.text) : undefined;
        taken.push(...(from === undefined ? [] : names.map((name): [string, string] => [from, name])));
    };
    const original = ({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): string => (propertyName ?? name).text;
    const visit = (node: ts.Node): void => {
        if (ts.isImportDeclaration(node)) {
            const bindings = node.importClause?.namedBindings;
            take(node.moduleSpecifier, bindings && ts.isNamedImports(bindings) ? bindings.elements.map(original) : ['*']);
        } else if (ts.isExportDeclaration(node)) {
            const { exportClause } = node;
            take(node.moduleSpecifier, exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(original) : ['*']);
        } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
            take(node.arguments.at(0), ['*']);
        } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
            take(node.argument.literal, ['*']);
        }
        ts.forEachChild(node, visit);
    };
    visit(file);
    for (const statement of file.statements) {
        const modifiers = (ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined)?.map(({ kind }) => kind) ?? [];
        if (modifiers.includes(ts.SyntaxKind.ExportKeyword) && !modifiers.includes(ts.SyntaxKind.DefaultKeyword)) {
            namesOf(statement).forEach(name => exported.add(name));
        }
    }
    return { path, text, exported: [...exported], taken };
}

function namesOf(statement: ts.Statement): string[] {
    if (ts.isVariableStatement(statement)) {
        return statement.declarationList.declarations.flatMap(({ name }) => ts.isIdentifier(name) ? [name.text] : []);
    }
    const { name } = statement as ts.Statement & { readonly name?: ts.Node };
    return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
}

describe('Exports', () => {

    const files = [...PACKAGES.map(name => `packages/${name}/src`), 'examples', 'test'].flatMap(sourcesBelow).map(read);

    const takers = new Map<string, Set<string>>();
    for (const { path, taken } of files) {
        for (const [file, name] of taken.filter(([other]) => other !== path)) {
            const key = `${file} ${name}`;
            takers.set(key, (takers.get(key) ?? new Set()).add(path));
        }
    }

    /** Tells whether a source takes the name, or a spec takes what its own file uses too. */
    const isNeeded = ({ path, text }: SourceText, name: string): boolean => {
        const by = [...takers.get(`${path} ${name}`) ?? [], ...takers.get(`${path} *`) ?? []];
        const usedInside = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1;
        return by.some(taker => !SPEC.test(taker)) || by.length > 0 && usedInside;
    };

    for (const name of PACKAGES) {
        const sources = files.filter(({ path }) => path.startsWith(`packages/${name}/src/`) && !SPEC.test(path) && !ENTRY.test(path));

        it(`of ${name} are found`, () => expect(sources.flatMap(({ exported }) => exported)).not.to.be.empty);

        it(`of ${name} are each used by another file`, () => {
            const unused = sources.flatMap(source =>
                source.exported.filter(one => !isNeeded(source, one)).map(one => `${relative('packages', source.path)}: ${one}`));
            expect(unused.filter(one => !FOR_SPECS.includes(one))).to.deep.equal([]);
        });
    }
});
