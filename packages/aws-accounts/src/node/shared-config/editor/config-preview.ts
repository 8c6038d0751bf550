import { parseIni } from '../ini/ini-document';

/** Preview of an edit: lines that go, and lines that come in their place. Holds nothing of the rest of the file. */
export interface ConfigPreview {
    /** Absolute path on the backend's machine. */
    readonly path: string;
    /** 1-based: where the first change is. */
    readonly line: number;
    readonly removed: readonly string[];
    readonly added: readonly string[];
}

export namespace ConfigPreview {

    /** The lines between what both texts have in common at the start and at the end. */
    export function between(path: string, before: string, after: string): ConfigPreview {
        const [old, edited] = [linesOf(before), linesOf(after)];
        const shorter = Math.min(old.length, edited.length);
        let start = 0;
        while (start < shorter && old[start] === edited[start]) {
            start += 1;
        }
        let end = 0;
        while (end < shorter - start && old[old.length - 1 - end] === edited[edited.length - 1 - end]) {
            end += 1;
        }
        return { path, line: start + 1, removed: old.slice(start, old.length - end), added: edited.slice(start, edited.length - end) };
    }

    function linesOf(text: string): string[] {
        const lines = parseIni(text).lines.map(line => line.text);
        return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
    }
}
