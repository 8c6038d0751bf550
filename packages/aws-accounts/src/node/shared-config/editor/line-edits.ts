import type { IniDocument } from '../ini/ini-document';
import { IniLine, joinLines } from '../ini/ini-line';

/**
 * Changes of single lines, collected and then made at once. Lines that nobody names stay as they are, byte for byte. Lines count from 1.
 */
export class LineEdits {

    protected readonly replaced = new Map<number, readonly string[]>();
    protected readonly inserted = new Map<number, string[]>();

    constructor(protected readonly document: IniDocument) { }

    /** Puts `texts` where `line` was; the last of them ends as it did. */
    replace(line: number, ...texts: readonly string[]): void {
        this.replaced.set(line, texts);
    }

    remove(line: number): void {
        this.replaced.set(line, []);
    }

    insertAfter(line: number, ...texts: readonly string[]): void {
        const inserted = this.inserted.get(line) ?? [];
        inserted.push(...texts);
        this.inserted.set(line, inserted);
    }

    /** Adds to the end, after a blank line. */
    append(...texts: readonly string[]): void {
        const { lines } = this.document;
        const last = lines.findLastIndex(({ text, end }) => text !== '' || end !== '');
        const isSeparated = !this.inserted.has(last + 1) && (last === -1 || lines[last].text.trim() === '');
        this.insertAfter(last + 1, ...isSeparated ? [] : [''], ...texts);
    }

    apply(): string {
        const lines = [...this.withEnds(this.inserted.get(0) ?? [], '')];
        this.document.lines.forEach((line, index) => {
            const texts = this.replaced.get(index + 1);
            const added = this.inserted.get(index + 1) ?? [];
            const kept = texts === undefined ? [line] : this.withLastEnd(texts, line.end);
            lines.push(...added.length > 0 ? this.closed(kept) : kept, ...this.withEnds(added, line.end));
        });
        return this.document.byteOrderMark + joinLines(lines);
    }

    /** The line end that goes with its neighbour, or with the file. */
    protected endLike(neighbour: IniLine['end']): IniLine['end'] {
        return neighbour || this.document.lines[0].end || '\n';
    }

    protected withEnds(texts: readonly string[], neighbour: IniLine['end']): IniLine[] {
        return texts.map(text => ({ text, end: this.endLike(neighbour) }));
    }

    protected withLastEnd(texts: readonly string[], end: IniLine['end']): IniLine[] {
        return texts.map((text, index) => ({ text, end: index === texts.length - 1 ? end : this.endLike(end) }));
    }

    protected closed(lines: readonly IniLine[]): IniLine[] {
        return lines.map(({ text, end }) => ({ text, end: this.endLike(end) }));
    }
}
