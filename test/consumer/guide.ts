import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './program';

/** Something that a reader of a guide does. */
export type GuideStep =
    | { readonly kind: 'write'; readonly file: string; readonly text: string }
    | { readonly kind: 'run'; readonly command: string };

const ROOT = join(__dirname, '../../..');
/** A block of code, with the file that it is named by in the line above it. */
const BLOCK = /(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm;
const START = 'npx theia start';

/** A document that leads from an empty folder to a product, as somebody follows it who reads nothing else. */
export class Guide {

    readonly steps: readonly GuideStep[];

    /** @param document path in the repository */
    constructor(readonly document: string) {
        this.steps = Guide.stepsOf(readFileSync(join(ROOT, document), 'utf8'));
        const last = this.commands.at(-1);
        if (last !== START) {
            throw new Error(`${document} ends with ${last} and not with ${START}.`);
        }
    }

    static stepsOf(text: string): GuideStep[] {
        return [...text.matchAll(BLOCK)].flatMap(([, file, language, code]): GuideStep[] => {
            if (file !== undefined) {
                return [{ kind: 'write', file, text: code }];
            }
            return language === 'sh' ? code.trim().split('\n').map(command => ({ kind: 'run', command })) : [];
        });
    }

    get commands(): readonly string[] {
        return this.steps.flatMap(step => step.kind === 'run' ? [step.command] : []);
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
            if (step.kind === 'write' && step.file !== 'package.json') {
                mkdirSync(dirname(join(folder, step.file)), { recursive: true });
                writeFileSync(join(folder, step.file), step.text);
            }
        }
    }

    /** Runs what stands between the installation and the start. */
    async build(folder: string): Promise<void> {
        for (const command of this.commands.filter(one => one !== START && one !== 'npm install')) {
            const [program, ...args] = command.split(' ');
            await runProgram(program, args, folder);
        }
    }
}
