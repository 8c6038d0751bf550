import { expect } from 'chai';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { PackedPackage, ROOT } from './packed-package';

const COMPILE_MS = 180_000;
/** As strict as somebody may be, and everything checked that is imported. */
const STRICT: ts.CompilerOptions = {
    strict: true, noEmit: true, skipLibCheck: false, experimentalDecorators: true,
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10, jsx: ts.JsxEmit.React
};

/** Packages, and folders of packages, that a product has besides. */
const BESIDES = [
    '@theia', '@aws-sdk', '@smithy', '@types', '@lumino', 'react', 'react-dom', 'inversify', 'vscode-languageserver-protocol', 'vscode-uri'
];

/** @returns what the compiler says of `file`, and of declarations below `folder` */
function problemsIn(file: string, folder: string, options: ts.CompilerOptions): readonly string[] {
    const program = ts.createProgram([file], options);
    return ts.getPreEmitDiagnostics(program)
        .filter(({ file: place }) => place === undefined || place.fileName === file || place.fileName.startsWith(folder))
        .map(problem => `${problem.file?.fileName.slice(folder.length)}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`);
}

describe('the declarations', function (): void {

    this.timeout(COMPILE_MS);

    it('of the bridge serve an author of VS Code extensions who has nothing else installed', () => {
        const packed = PackedPackage.pack('aws-accounts-plugin-ext');
        try {
            const { dependencies, peerDependencies, peerDependenciesMeta } = packed.manifest;
            expect(Object.keys(dependencies)).to.deep.equal(['tslib']);
            expect(Object.keys(peerDependencies).filter(name => !peerDependenciesMeta[name]?.optional), 'what npm would install with it')
                .to.deep.equal([]);
            const extension = join(packed.folder, '../../extension.ts');
            writeFileSync(extension, `
                import type { AwsAccountsApi, AwsApiConnection } from 'theia-aws-accounts-plugin-ext';
                declare const aws: AwsAccountsApi;
                export const profile: Promise<AwsApiConnection> = aws.requireIam({ command: 'Deploy', effect: 'change' });
            `);
            expect(problemsIn(extension, packed.folder, { ...STRICT, types: [], lib: ['lib.es2022.d.ts'] })).to.deep.equal([]);
        } finally {
            packed.remove();
        }
    });

    it('of the extension are right as far as they are its own', () => {
        const packed = PackedPackage.pack('aws-accounts');
        try {
            const dependencies = Object.keys(packed.manifest.dependencies).filter(name => !name.startsWith('@'));
            for (const name of [...dependencies, ...BESIDES]) {
                const place = join(packed.folder, '..', name);
                mkdirSync(dirname(place), { recursive: true });
                symlinkSync(join(ROOT, 'node_modules', name), place);
            }
            const product = join(packed.folder, '../../product.ts');
            writeFileSync(product, `
                import { AwsAccountsFrontend, AwsRequirementContribution, AwsRequirementRegistry } from 'theia-aws-accounts/lib/browser';
                import { AwsConnectionProviders } from 'theia-aws-accounts/lib/node';
                export class Requirements implements AwsRequirementContribution {
                    registerRequirements(requirements: AwsRequirementRegistry): void {
                        requirements.register('my.product.lambda.*', { kind: 'iam' });
                    }
                }
                export const who = (aws: AwsAccountsFrontend): Promise<{ readonly id: string }> =>
                    aws.useFor({ kind: 'iam' }, { command: 'Who' });
                export const region = (connections: AwsConnectionProviders): Promise<string | undefined> =>
                    connections.region('profile:dev');
            `);
            expect(problemsIn(product, packed.folder, { ...STRICT, types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] }))
                .to.deep.equal([]);
        } finally {
            packed.remove();
        }
    });
});
