import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '..', '..', '..');

const LEFT_OUT = /(^|\/)(node_modules|lib|\.git|results|plugins)(\/|$)/;

/** One block of code in a document. */
export interface Sample {
    /** For example `README.md:42`. */
    readonly place: string;
    readonly language: string;
    readonly text: string;
}

/** Paths of all Markdown files of the repository that people read, relative to its root. */
export function documents(): string[] {
    const folders = ['', 'docs', 'packages/aws-accounts', 'packages/aws-accounts-plugin-ext', 'packages/aws-sign-in-emulator'];
    return folders.flatMap(folder => readdirSync(join(ROOT, folder), { recursive: folder === 'docs', encoding: 'utf8' })
        .filter(file => file.endsWith('.md') && !LEFT_OUT.test(file))
        .map(file => relative(ROOT, join(ROOT, folder, file))));
}

export function textOf(document: string): string {
    return readFileSync(join(ROOT, document), 'utf8');
}

export function samplesOf(document: string): Sample[] {
    const text = textOf(document);
    return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(({ index, 1: language, 2: code }) => ({
        place: `${document}:${text.slice(0, index).split('\n').length}`, language, text: code
    }));
}
