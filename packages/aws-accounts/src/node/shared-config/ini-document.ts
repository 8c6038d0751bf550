/** One `key = value` line. */
export interface IniEntry {
    /** Lower-cased, as the AWS CLI reads it. Nested keys are joined with a dot: `s3.addressing_style`. */
    readonly key: string;
    readonly value: string;
    /** 1-based. */
    readonly line: number;
}

export interface IniSection {
    /** The text between the brackets, trimmed. */
    readonly header: string;
    readonly line: number;
    readonly entries: readonly IniEntry[];
}

/** A place that other tools stumble over. The AWS CLI refuses the whole file for some of them. */
export interface IniFlaw {
    readonly line: number;
    readonly kind: 'byteOrderMark' | 'textOutsideSection' | 'noAssignment' | 'duplicateKey' | 'duplicateSection';
}

export interface IniDocument {
    readonly sections: readonly IniSection[];
    readonly flaws: readonly IniFlaw[];
}

const SECTION = /^\s*\[([^\]]*)\]\s*(?:[#;].*)?$/;
const COMMENT = /^\s*[#;]/;
const ASSIGNMENT = /^(\s*)([^=]+?)\s*=\s*(.*?)\s*$/;

/**
 * Parses a shared config or credentials file. It accepts what either the AWS CLI or the SDK accepts, so that nothing a person can use is hidden, and
 * notes what one of them refuses. Source: "Shared config and credentials files", AWS SDKs and Tools Reference Guide.
 */
export function parseIni(text: string): IniDocument {
    return new IniParser().parse(text);
}

class IniParser {

    protected readonly sections: { header: string; line: number; entries: IniEntry[] }[] = [];
    protected readonly flaws: IniFlaw[] = [];
    protected readonly headers = new Set<string>();
    protected keys = new Set<string>();
    /** Key whose nested block the following indented lines belong to. */
    protected nestedUnder: string | undefined;

    parse(text: string): IniDocument {
        if (text.startsWith('\ufeff')) {
            this.flaws.push({ line: 1, kind: 'byteOrderMark' });
        }
        text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/).forEach((line, index) => this.readLine(line, index + 1));
        return { sections: this.sections, flaws: this.flaws };
    }

    protected readLine(text: string, line: number): void {
        if (text.trim() === '' || COMMENT.test(text)) {
            return;
        }
        const header = SECTION.exec(text)?.[1].trim();
        if (header !== undefined) {
            this.openSection(header, line);
        } else {
            this.readEntry(text, line);
        }
    }

    protected openSection(header: string, line: number): void {
        if (this.headers.has(header)) {
            this.flaws.push({ line, kind: 'duplicateSection' });
        }
        this.headers.add(header);
        this.sections.push({ header, line, entries: [] });
        this.keys = new Set();
        this.nestedUnder = undefined;
    }

    protected readEntry(text: string, line: number): void {
        const section = this.sections.at(-1);
        const [, indentation, rawKey, rawValue] = ASSIGNMENT.exec(text) ?? [];
        if (section === undefined || rawKey === undefined) {
            this.flaws.push({ line, kind: section === undefined ? 'textOutsideSection' : 'noAssignment' });
            return;
        }
        const value = withoutComment(rawValue);
        const nested = indentation !== '' && this.nestedUnder !== undefined;
        const key = `${nested ? `${this.nestedUnder}.` : ''}${rawKey.trim().toLowerCase()}`;
        if (!nested) {
            this.nestedUnder = value === '' ? key : undefined;
        }
        if (this.keys.has(key)) {
            this.flaws.push({ line, kind: 'duplicateKey' });
        }
        this.keys.add(key);
        section.entries.push({ key, value, line });
    }
}

/** The SDK ends a value at white space followed by `#` or `;`. */
function withoutComment(value: string): string {
    return value.replace(/\s+[#;].*$/, '').replace(/^[#;].*$/, '');
}
