import type { IniLineContent } from './ini-line';

/** Problem of a line in the eyes of the AWS CLI or the SDK. */
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
    /** The other line of something that stands there twice; 1-based. */
    readonly other?: number;
}

const NONE: readonly IniFlaw[] = [];
const FEW = 16;

/**
 * Goes through the lines of a block as the AWS CLI's parser does: what is indented deeper than the key above continues its value.
 */
export class FlawFinder {

    protected found: IniFlaw[] | undefined;
    protected lines: Map<string, number> | undefined;
    /** The first keys of the section, as many as `count`. */
    protected readonly few: string[] = [];
    protected readonly linesOfFew: number[] = [];
    protected count = 0;
    protected isInSection = false;
    /** Indent of the key above; -1 without one. */
    protected indentation = -1;
    protected nests = false;

    get flaws(): readonly IniFlaw[] {
        return this.found ?? NONE;
    }

    /** Begins a new block. */
    reset(): void {
        this.found = undefined;
        this.isInSection = false;
        this.indentation = -1;
        this.forgetKeys();
    }

    protected forgetKeys(): void {
        this.lines = undefined;
        this.count = 0;
    }

    section(content: IniLineContent & { kind: 'section' }, line: number): void {
        if (this.continues(content.indentation.length)) {
            this.note(line, 'misleadingIndentation');
            return;
        }
        this.isInSection = true;
        this.indentation = -1;
        this.forgetKeys();
        this.note(line, flawOfHeader(content));
    }

    text(indentation: number, line: number): void {
        if (this.continues(indentation)) {
            this.note(line, this.nests ? 'noAssignment' : 'misleadingIndentation');
        } else {
            this.note(line, this.isInSection ? 'noAssignment' : 'textOutsideSection');
        }
    }

    /** @param key in lower case */
    assignment(key: string, isEmpty: boolean, indentation: number, hasEquals: boolean, line: number): void {
        if (this.continues(indentation)) {
            this.note(line, !this.nests ? 'misleadingIndentation' : hasEquals ? undefined : 'noAssignment');
            return;
        }
        this.indentation = indentation;
        this.nests = isEmpty;
        if (!this.isInSection) {
            this.note(line, 'textOutsideSection');
            return;
        }
        const other = this.lineOf(key, line);
        this.note(line, other !== undefined ? 'duplicateKey' : hasEquals ? undefined : 'colonAssignment', other);
    }

    /**
     * Notes a key of the section. Few keys are compared one by one, which is faster than a map.
     *
     * @returns the line in which it stood first, if there is one
     */
    protected lineOf(key: string, line: number): number | undefined {
        const { few, linesOfFew, count } = this;
        for (let index = 0; index < count; index += 1) {
            if (few[index] === key) {
                return linesOfFew[index];
            }
        }
        const known = this.lines?.get(key);
        if (known === undefined && count < FEW) {
            few[count] = key;
            linesOfFew[count] = line;
            this.count += 1;
        } else if (known === undefined) {
            (this.lines ??= new Map()).set(key, line);
        }
        return known;
    }

    protected continues(indentation: number): boolean {
        return this.indentation !== -1 && indentation > this.indentation;
    }

    protected note(line: number, kind: IniFlawKind | undefined, other?: number): void {
        if (kind !== undefined) {
            (this.found ??= []).push({ line, kind, ...other !== undefined && { other } });
        }
    }
}

function flawOfHeader({ header, closed, tail }: IniLineContent & { kind: 'section' }): IniFlawKind | undefined {
    if (!closed || header === '') {
        return 'unclosedSection';
    }
    if (header === '__proto__' || header === 'profile __proto__') {
        return 'forbiddenName';
    }
    if (header === 'DEFAULT') {
        return 'inheritedSection';
    }
    return tail !== '' ? 'textAfterSection' : undefined;
}
