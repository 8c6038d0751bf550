import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './program';

/** Something that a reader of a guide does. */
export type GuideStep =
    | { readonly kind: 'write'; readonly file: string; readonly text: string }
    /** Lines that go below the imports of a file which is there. */
    | { readonly kind: 'insert'; readonly file: string; readonly text: string }
    | { readonly kind: 'run'; readonly command: string };

/** The checkout. This file runs as it is, or compiled one folder below. */
const ROOT = join(__dirname, existsSync(join(__dirname, '../../lerna.json')) ? '../..' : '../../..');
/** A block of code, with the file that it is named by in the line above it, and whether it goes into that file. */
const BLOCK = /(?:^`([^`\n]+)`(, below its imports)?:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm;
const START = 'npx theia start';
const MANIFEST = 'package.json';
const THEIA = /^npx theia /;
/** The last import, in esbuild's file a statement and in webpack's a call. */
const LAST_IMPORT = /^(?:import |const \w+ = require\().*$(?![\s\S]*^(?:import |const \w+ = require\())/m;

/** A document that leads from an empty folder to a product, as somebody follows it who reads nothing else. */
export class Guide {

    readonly steps: readonly GuideStep[];

    /** @param document path in the repository */
    constructor(readonly document: string) {
        this.steps = Guide.stepsOf(readFileSync(join(ROOT, document), 'utf8'));
        const last = this.commands.at(-1);
        if (last?.startsWith(START) !== true) {
            throw new Error(`${document} ends with ${last} and not with ${START}.`);
        }
    }

    static stepsOf(text: string): GuideStep[] {
        return [...text.matchAll(BLOCK)].flatMap(([, file, inserts, language, code]): GuideStep[] => {
            if (file !== undefined) {
                return [{ kind: inserts === undefined ? 'write' : 'insert', file, text: code }];
            }
            return language === 'sh' ? code.trim().split('\n').map(command => ({ kind: 'run', command })) : [];
        });
    }

    /** The first TypeScript of a document. */
    static firstSample(document: string): string {
        const [, sample] = /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync(join(ROOT, document), 'utf8')) ?? [];
        if (sample === undefined) {
            throw new Error(`${document} has no TypeScript.`);
        }
        return sample;
    }

    get commands(): readonly string[] {
        return this.steps.flatMap(step => step.kind === 'run' ? [step.command] : []);
    }

    /** Words that the last command gives to `theia start`. */
    get startArguments(): readonly string[] {
        return (this.commands.at(-1) ?? '').slice(START.length).split(' ').filter(word => word !== '');
    }

    /** Packages that the document asks for in the manifest of the application. */
    get dependencies(): { readonly [name: string]: string } {
        return (JSON.parse(this.fileOf(MANIFEST)) as { readonly dependencies: { readonly [name: string]: string } }).dependencies;
    }

    fileOf(name: string): string {
        const step = this.steps.find(one => one.kind === 'write' && one.file === name);
        if (step?.kind !== 'write') {
            throw new Error(`${this.document} has no ${name}.`);
        }
        return step.text;
    }

    /** Writes all files but the manifest, whose packages come from elsewhere in a test. */
    write(folder: string): void {
        for (const step of this.steps) {
            if (step.kind === 'write' && step.file !== MANIFEST) {
                mkdirSync(dirname(join(folder, step.file)), { recursive: true });
                writeFileSync(join(folder, step.file), step.text);
            }
        }
    }

    /** Runs what stands between the installation and the start. */
    async build(folder: string): Promise<void> {
        for (const command of this.commandsOfBuild) {
            const [program, ...args] = command.split(' ');
            await runProgram(program, args, folder);
        }
    }

    /**
     * Does in its order what a reader does whose application is there: files, lines in files, commands. Packages are installed already.
     * Lines for several files are those of several bundlers: they go into the one that the application has.
     *
     * @param cli path of Theia's own, which a reader's `npx` finds
     * @throws Error when the application has none of the files that lines are for
     */
    async goOn(folder: string, cli: string): Promise<void> {
        this.write(folder);
        const [before, after] = this.aroundInsertions();
        await this.runTheia(before, folder, cli);
        this.insert(folder);
        await this.runTheia(after, folder, cli);
    }

    /** Commands before the files with inserted lines are there, and after. */
    protected aroundInsertions(): readonly [readonly GuideStep[], readonly GuideStep[]] {
        const first = this.steps.findIndex(({ kind }) => kind === 'insert');
        return first < 0 ? [[], this.steps] : [this.steps.slice(0, first), this.steps.slice(first)];
    }

    protected insert(folder: string): void {
        const offered = this.steps.filter(step => step.kind === 'insert');
        const fitting = offered.filter(({ file }) => existsSync(join(folder, file)));
        if (offered.length > 0 && fitting.length === 0) {
            throw new Error(`${folder} has none of ${offered.map(({ file }) => file).join(', ')}.`);
        }
        for (const { file, text } of fitting) {
            writeFileSync(join(folder, file), insertBelowImports(readFileSync(join(folder, file), 'utf8'), text));
        }
    }

    protected async runTheia(steps: readonly GuideStep[], folder: string, cli: string): Promise<void> {
        for (const step of steps) {
            if (step.kind === 'run' && this.commandsOfBuild.includes(step.command)) {
                await runProgram(process.execPath, [cli, ...step.command.replace(THEIA, '').split(' ')], folder);
            }
        }
    }

    /** Commands between the installation and the start. */
    protected get commandsOfBuild(): readonly string[] {
        return this.commands.filter(one => !one.startsWith(START) && one !== 'npm install');
    }
}

/** @throws Error when the file has no imports */
function insertBelowImports(text: string, lines: string): string {
    if (!LAST_IMPORT.test(text)) {
        throw new Error('There are no imports to write below.');
    }
    return text.replace(LAST_IMPORT, found => `${found}\n\n${lines}`);
}
