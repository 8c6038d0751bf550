import type { IniLineContent } from './ini-line';

/** What is wrong with a line in the eyes of the AWS CLI or the SDK. */
export type IniFlawKind =
    /** The AWS CLI refuses the whole file. */
    | 'byteOrderMark'
    | 'textOutsideSection'
    | 'noAssignment'
    | 'duplicateKey'
    | 'duplicateSection'
    | 'unclosedSection'
    | 'notUtf8'
    /** The SDK takes the keys that follow for those of the section before. */
    | 'textAfterSection'
    /** The AWS CLI takes the line for more of the value above. */
    | 'misleadingIndentation'
    /** The SDK reads nothing of the whole file. */
    | 'forbiddenName'
    /** The AWS CLI gives the keys of `[DEFAULT]` to every section. */
    | 'inheritedSection'
    /** The SDK ignores `key: value`. */
    | 'colonAssignment';

/** A place that other tools stumble over; what stands there is read all the same. */
export interface IniFlaw {
    /** 1-based. */
    readonly line: number;
    readonly kind: IniFlawKind;
    /** Of what stands there twice, the other line; 1-based. */
    readonly other?: number;
}

type Judgement = Omit<IniFlaw, 'line'> | undefined;

/** The flaws of a file, by line. */
export function findFlaws(byteOrderMark: boolean, contents: readonly IniLineContent[]): IniFlaw[] {
    const finder = new FlawFinder();
    if (byteOrderMark) {
        finder.flaws.push({ line: 1, kind: 'byteOrderMark' });
    }
    contents.forEach((content, index) => finder.read(content, index + 1));
    return finder.flaws;
}

type Statement = Exclude<IniLineContent, { kind: 'blank' } | { kind: 'comment' }>;

/** Goes through the lines as the AWS CLI's parser does: what is indented deeper than the key above continues its value. */
class FlawFinder {

    readonly flaws: IniFlaw[] = [];
    /** The lines in which they stood first. */
    protected readonly headers = new Map<string, number>();
    protected keys: Map<string, number> | undefined;
    protected key: { indentation: number; nests: boolean } | undefined;

    read(content: IniLineContent, line: number): void {
        if (content.kind === 'blank' || content.kind === 'comment') {
            return;
        }
        const judgement = this.key !== undefined && content.indentation.length > this.key.indentation
            ? this.judgeContinuation(content, this.key.nests)
            : this.judge(content, line);
        if (judgement !== undefined) {
            this.flaws.push({ line, ...judgement });
        }
    }

    protected judgeContinuation(content: Statement, nests: boolean): Judgement {
        if (!nests || content.kind === 'section') {
            return { kind: 'misleadingIndentation' };
        }
        return content.kind === 'assignment' && content.separator.includes('=') ? undefined : { kind: 'noAssignment' };
    }

    protected judge(content: Statement, line: number): Judgement {
        switch (content.kind) {
            case 'section':
                return this.judgeSection(content, line);
            case 'text':
                return { kind: this.keys === undefined ? 'textOutsideSection' : 'noAssignment' };
            case 'assignment':
                return this.judgeAssignment(content, line);
        }
    }

    protected judgeSection({ header, closed, tail }: IniLineContent & { kind: 'section' }, line: number): Judgement {
        const other = this.headers.get(header);
        this.headers.set(header, other ?? line);
        this.keys = new Map();
        this.key = undefined;
        if (!closed || header === '') {
            return { kind: 'unclosedSection' };
        }
        if (header === '__proto__' || header === 'profile __proto__') {
            return { kind: 'forbiddenName' };
        }
        if (header === 'DEFAULT') {
            return { kind: 'inheritedSection' };
        }
        if (tail !== '') {
            return { kind: 'textAfterSection' };
        }
        return other === undefined ? undefined : { kind: 'duplicateSection', other };
    }

    protected judgeAssignment({ key, value, indentation, separator }: IniLineContent & { kind: 'assignment' }, line: number): Judgement {
        this.key = { indentation: indentation.length, nests: value === '' };
        if (this.keys === undefined) {
            return { kind: 'textOutsideSection' };
        }
        const name = key.toLowerCase();
        const other = this.keys.get(name);
        this.keys.set(name, other ?? line);
        if (other !== undefined) {
            return { kind: 'duplicateKey', other };
        }
        return separator.includes('=') ? undefined : { kind: 'colonAssignment' };
    }
}
