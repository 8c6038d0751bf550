import { expect } from 'chai';
import { join } from 'node:path';
import * as ts from 'typescript';
import { documents, ROOT, Sample, samplesOf } from './document';

/** Documents whose TypeScript samples are whole files. */
const COMPILED = /^README\.md$|^docs\//;

/** The problems that the compiler has with the samples, each a file of a project beside this one. */
function problemsOf(samples: readonly Sample[]): string[] {
    const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.base.json'), file => ts.sys.readFile(file));
    const loose = { noEmit: true, composite: false, noUnusedLocals: false };
    const { options } = ts.convertCompilerOptionsFromJson({ ...config.compilerOptions, ...loose }, ROOT);
    const files = new Map(samples.map((sample, index) => [join(ROOT, 'test', 'documents', `sample-${index}.ts`), sample]));
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    host.fileExists = file => files.has(file) || fileExists(file);
    host.readFile = file => files.get(file)?.text ?? readFile(file);
    host.getSourceFile = (file, language) => {
        const text = host.readFile(file);
        return text === undefined ? undefined : ts.createSourceFile(file, text, language);
    };
    const program = ts.createProgram([...files.keys()], options, host);
    return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) =>
        `${files.get(file?.fileName ?? '')?.place ?? file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}

describe('Samples in documents', function () {
    this.timeout(120_000);
    const all = documents().flatMap(samplesOf);

    it('in TypeScript compile', () => {
        const samples = all.filter(({ place, language }) => language === 'ts' && COMPILED.test(place));
        expect(samples).to.have.length.greaterThan(5);
        expect(problemsOf(samples)).to.deep.equal([]);
    });

    it('in TypeScript would not compile with a name that is not there', () => {
        const wrong = {
            place: 'here', language: 'ts',
            text: `import { AwsAccountsFrontent } from 'theia-aws-accounts/lib/browser';\nAwsAccountsFrontent;\n`
        };
        expect(problemsOf([wrong]).join()).to.contain('here').and.to.contain('AwsAccountsFrontent');
    });

    for (const { place, text } of all.filter(({ language, place: at }) => language === 'json' && COMPILED.test(at))) {
        it(`in JSON can be read: ${place}`, () => expect(JSON.parse(text)).to.be.an('object'));
    }
});
