import { atOnce } from '../../process/slices';
import { BlockList, listBlocks } from './block-list';
import { countBelow } from './common-ends';
import type { IniFlaw } from './ini-flaws';
import { IniLine, splitLines } from './ini-line';
import type { IniSection } from './ini-section';

export { IniEntry, IniSection, wholeValue } from './ini-section';

/** A line and the place of its first character in the text. */
interface PlacedLine extends IniLine {
    readonly start: number;
}

/** A file, whole: byte order mark and lines, joined, are the text. */
export class IniDocument {

    protected split: readonly IniLine[] | undefined;

    /** With those that the text as a whole has. */
    readonly flaws: readonly IniFlaw[];

    constructor(readonly byteOrderMark: string, readonly list: BlockList) {
        this.flaws = byteOrderMark === '' ? list.flaws : [{ line: 1, kind: 'byteOrderMark' }, ...list.flaws];
    }

    /** Without the byte order mark. */
    get text(): string {
        return this.list.text;
    }

    get sections(): readonly IniSection[] {
        return this.list.sections;
    }

    /** Without the empty line after a last line that has an end. */
    get lineCount(): number {
        return this.list.lineCount;
    }

    get lines(): readonly IniLine[] {
        return this.split ??= splitLines(this.text);
    }

    /** One line, without splitting the others. @param line from 1 to `lineCount` */
    line(line: number): PlacedLine {
        const { starts, above, text } = this.list;
        const block = countBelow(above, line) - 1;
        const [start, skipped] = block < 0 ? [0, line - 1] : [starts[block], line - 1 - above[block]];
        const lines = splitLines(text.slice(start, starts[block + 1]));
        const found = lines[skipped] ?? { text: '', end: '' };
        return { ...found, start: lines.slice(0, skipped).reduce((offset, one) => offset + one.text.length + one.end.length, start) };
    }
}

/**
 * Parses a shared config or credentials file without losing anything of it. It accepts what either the AWS CLI or the SDK accepts, so that
 * nothing a person can use is hidden, and notes what one of them refuses. Source: "Shared config and credentials files", AWS SDKs and Tools
 * Reference Guide, and the measured behaviour of both.
 */
export function parseIni(text: string, known?: IniDocument): IniDocument {
    return atOnce(parsing(text, known));
}

/**
 * The same with a pause after some blocks.
 *
 * @param known an earlier document: a block of it that is still there is not parsed again, and its sections stay the same objects where
 * they have not moved
 */
export function* parsing(text: string, known?: IniDocument): Generator<void, IniDocument> {
    const byteOrderMark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const whole = text.slice(byteOrderMark.length);
    if (known?.text === whole && known.byteOrderMark === byteOrderMark) {
        return known;
    }
    return new IniDocument(byteOrderMark, yield* listBlocks(whole, known?.list));
}
