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
        const last = this.document.lineCount;
        const isSeparated = !this.inserted.has(last) && (last === 0 || this.document.line(last).text.trim() === '');
        this.insertAfter(last, ...isSeparated ? [] : [''], ...texts);
    }

    /** The text with the edits. The parts between them are copied as they are. */
    apply(): string {
        const { document } = this;
        const parts = [document.byteOrderMark, joinLines(this.withEnds(this.inserted.get(0) ?? [], ''))];
        let copied = 0;
        const touched = [...new Set([...this.replaced.keys(), ...this.inserted.keys()])].filter(line => line > 0);
        for (const number of touched.sort((one, other) => one - other)) {
            const line = document.line(number);
            const texts = this.replaced.get(number);
            const added = this.inserted.get(number) ?? [];
            const kept = texts === undefined ? [line] : this.withLastEnd(texts, line.end);
            parts.push(
                document.text.slice(copied, line.start), joinLines(added.length > 0 ? this.closed(kept) : kept),
                joinLines(this.withEnds(added, line.end))
            );
            copied = line.start + line.text.length + line.end.length;
        }
        return [...parts, document.text.slice(copied)].join('');
    }

    /** The line end that goes with its neighbour, or with the file. */
    protected endLike(neighbour: IniLine['end']): IniLine['end'] {
        return neighbour || this.document.line(1).end || '\n';
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
