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
}

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
    protected readonly headers = new Set<string>();
    protected keys: Set<string> | undefined;
    protected key: { indentation: number; nests: boolean } | undefined;

    read(content: IniLineContent, line: number): void {
        if (content.kind === 'blank' || content.kind === 'comment') {
            return;
        }
        const kind = this.key !== undefined && content.indentation.length > this.key.indentation
            ? this.judgeContinuation(content, this.key.nests)
            : this.judge(content);
        if (kind !== undefined) {
            this.flaws.push({ line, kind });
        }
    }

    protected judgeContinuation(content: Statement, nests: boolean): IniFlawKind | undefined {
        if (!nests || content.kind === 'section') {
            return 'misleadingIndentation';
        }
        return content.kind === 'assignment' && content.separator.includes('=') ? undefined : 'noAssignment';
    }

    protected judge(content: Statement): IniFlawKind | undefined {
        switch (content.kind) {
            case 'section':
                return this.judgeSection(content);
            case 'text':
                return this.keys === undefined ? 'textOutsideSection' : 'noAssignment';
            case 'assignment':
                return this.judgeAssignment(content);
        }
    }

    protected judgeSection({ header, closed, tail }: IniLineContent & { kind: 'section' }): IniFlawKind | undefined {
        const isDuplicate = this.headers.has(header);
        this.headers.add(header);
        this.keys = new Set();
        this.key = undefined;
        if (!closed || header === '') {
            return 'unclosedSection';
        }
        if (header === '__proto__' || header === 'profile __proto__') {
            return 'forbiddenName';
        }
        if (header === 'DEFAULT') {
            return 'inheritedSection';
        }
        return tail !== '' ? 'textAfterSection' : isDuplicate ? 'duplicateSection' : undefined;
    }

    protected judgeAssignment({ key, value, indentation, separator }: IniLineContent & { kind: 'assignment' }): IniFlawKind | undefined {
        this.key = { indentation: indentation.length, nests: value === '' };
        if (this.keys === undefined) {
            return 'textOutsideSection';
        }
        const isDuplicate = this.keys.has(key.toLowerCase());
        this.keys.add(key.toLowerCase());
        return isDuplicate ? 'duplicateKey' : separator.includes('=') ? undefined : 'colonAssignment';
    }
}
